"""The facts that rules may ask for: declared once, with their type, limits and source."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from plein.rules.refusals import ImpossibleFact, UnknownName


class FactType(StrEnum):
    AMOUNT = "bedrag"  # euro
    NUMBER = "getal"
    COUNT = "aantal"
    YES_NO = "ja_nee"


@dataclass(frozen=True)
class Fact:
    """`source` is a key of the data catalogue, or who says it. Limits are in it."""

    name: str
    type: FactType
    label: str  # in plain Dutch
    source: str
    per: str = ""  # maand | jaar | kwartaal
    lowest: Decimal | None = Decimal(0)
    highest: Decimal | None = None
    per_person: bool = False

    @property
    def nought(self) -> Decimal | bool:
        """What it is for somebody who is not there."""
        return False if self.type is FactType.YES_NO else Decimal(0)

    def read(self, given: Any) -> Decimal | bool:
        """A value as rules take it. Raises `ImpossibleFact`."""
        if self.type is FactType.YES_NO:
            if not isinstance(given, bool):
                raise ImpossibleFact(self.name, "antwoord met ja of nee (true of false)")
            return given
        number = self._number(given)
        if self.type is FactType.COUNT and number != number.to_integral_value():
            raise ImpossibleFact(self.name, "het moet een heel getal zijn")
        if self.lowest is not None and number < self.lowest:
            raise ImpossibleFact(self.name, f"het kan niet lager zijn dan {self.lowest}")
        if self.highest is not None and number > self.highest:
            raise ImpossibleFact(self.name, f"het kan niet hoger zijn dan {self.highest}")
        return number

    def _number(self, given: Any) -> Decimal:
        if isinstance(given, bool) or not isinstance(given, int | float | str | Decimal):
            raise ImpossibleFact(self.name, "het moet een getal zijn")
        try:
            number = Decimal(str(given))
        except InvalidOperation:
            raise ImpossibleFact(self.name, "het moet een getal zijn, zoals 1250.50") from None
        if not number.is_finite():
            raise ImpossibleFact(self.name, "het moet een eindig getal zijn")
        return number


def read_facts(declared: Mapping[str, Fact], given: Mapping[str, Any]) -> dict[str, Decimal | bool]:
    """Every value in its own type. Raises `UnknownName` and `ImpossibleFact`."""
    if unknown := given.keys() - declared.keys():
        raise UnknownName(unknown)
    return {name: declared[name].read(value) for name, value in given.items()}
