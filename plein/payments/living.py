"""How somebody lives, as it counts for the norm; and what came in in a month."""

from collections.abc import Mapping
from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from plein.kernel.months import months_between
from plein.payments.decided import BY_DECISION

YEAR = 12  # months
BANDS = {
    "kinderen_0_5": range(6),
    "kinderen_6_11": range(6, 12),
    "kinderen_12_15": range(12, 16),
    "kinderen_16_17": range(16, 18),
}


class Written(BaseModel):
    """Kept as JSON, under the key of the resident."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def read(cls, text: str) -> Self:
        return cls.model_validate_json(text)

    def written(self) -> str:
        return self.model_dump_json(exclude_defaults=True)


class Living(Written):
    """`decided` are facts of the rules that a person decided on, by their names."""

    born: date
    partner_born: date | None = None
    children: tuple[date, ...] = ()  # birthdays of those at home
    others_from_27: int = Field(default=0, ge=0, le=20)
    others_without_share: int = Field(default=0, ge=0, le=20)
    in_institution: bool = False
    partner_in_institution: bool = False
    decided: frozenset[str] = frozenset()

    def facts_on(self, day: date) -> dict[str, int | bool]:
        """As the rules ask them, by name."""
        return (
            dict.fromkeys(BY_DECISION, False)
            | dict.fromkeys(self.decided, True)
            | self._children_on(day)
            | {
                "leeftijd_in_maanden": months_between(self.born, day),
                "leeftijd_in_maanden_partner": (
                    months_between(self.partner_born, day) if self.partner_born else 0
                ),
                "heeft_gezamenlijke_huishouding": self.partner_born is not None,
                "medebewoners_vanaf_27": self.others_from_27,
                "medebewoners_zonder_kostendeling": self.others_without_share,
                "verblijft_in_inrichting": self.in_institution,
                "verblijft_in_inrichting_partner": self.partner_in_institution,
            }
        )

    def _children_on(self, day: date) -> dict[str, int | bool]:
        ages = [max(0, months_between(born, day)) // YEAR for born in self.children]
        return {name: sum(age in band for age in ages) for name, band in BANDS.items()}


class Income(Written):
    """Of one month, in cents after tax; a partner's beside the resident's own."""

    wage: int = Field(default=0, ge=0)
    wage_partner: int = Field(default=0, ge=0)
    benefit: int = Field(default=0, ge=0)
    benefit_partner: int = Field(default=0, ge=0)
    partner_alimony: int = Field(default=0, ge=0)
    child_alimony: int = Field(default=0, ge=0)
    tax_back: int = Field(default=0, ge=0)

    def in_euros(self) -> Mapping[str, float]:
        """By the names of the rules."""
        return {name: getattr(self, field) / 100 for name, field in NAMES.items()}


NAMES = {
    "netto_loon_per_maand": "wage",
    "netto_loon_per_maand_partner": "wage_partner",
    "netto_uitkering_per_maand": "benefit",
    "netto_uitkering_per_maand_partner": "benefit_partner",
    "partneralimentatie_per_maand": "partner_alimony",
    "kinderalimentatie_per_maand": "child_alimony",
    "teruggaaf_belasting_per_maand": "tax_back",
}
INSTEAD_OF_RULES = frozenset(name for name in NAMES if name.startswith("netto_"))
NOTHING = Income()
