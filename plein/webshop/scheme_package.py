"""A scheme as a file that another municipality takes over: agreements and amounts, no people.

What is taken over is a draft with an empty pot. Staff look it over before it opens.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from plein.identity.models import School, Staff
from plein.kernel.refusal import Refusal
from plein.tenants.scope import current
from plein.webshop.actions.limits import Limit, add_limit
from plein.webshop.actions.schemes import make_scheme
from plein.webshop.limits import limits_of
from plein.webshop.models import (
    Category,
    HouseholdKind,
    LimitRule,
    LimitScope,
    LimitWindow,
    SchemeKind,
    SchemePeriod,
    SubjectKind,
)
from plein.webshop.scheme_plan import Amount, SchemePlan, plan_of

MOST_BYTES = 200_000
Text = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[^\x00]*\S[^\x00]*$")]
Short = Annotated[str, Field(max_length=40, pattern=r"^[^\x00]*$")]
Cents = Annotated[int, Field(gt=0, le=10**12)]
Years = Annotated[int, Field(ge=0, le=120)]
Nothing = Literal[""]


class NoScheme(Refusal):
    message = _("Dit bestand is geen regeling uit Plein. Kies een ander bestand.")


class SchemeDoesNotFit(Refusal):
    message = _("In dit bestand klopt {where} niet. Vraag om een nieuw bestand.")


class Strict(BaseModel):
    """Exactly these fields; a text is no number and a number no text."""

    model_config = ConfigDict(extra="forbid", strict=True, from_attributes=True)


class AmountPart(Strict):
    cents: Cents
    age_from: Years | None
    age_until: Years | None
    school: School | Nothing
    household_kind: HouseholdKind | Nothing


class SchemePart(Strict):
    kind: SchemeKind
    name: Annotated[Text, Field(max_length=80)]
    summary: Text
    legal_ground: Text
    subject: SubjectKind
    period_name: Annotated[Text, Field(max_length=40)]
    apply_from: date
    apply_until: date
    spend_from: date
    spend_until: date
    amounts: Annotated[list[AmountPart], Field(min_length=1, max_length=50)]
    cents_per_point: Cents | None
    is_pro_rata: bool
    once_in_years: Annotated[int, Field(ge=2, le=20)] | None
    saves_up_to: Cents | None
    takes_claims: bool = False

    @model_validator(mode="after")
    def days_in_order(self) -> "SchemePart":
        if self.apply_until <= self.apply_from or self.spend_until <= self.spend_from:
            raise ValueError("the days are in the wrong order")
        return self

    def plan(self, name: str) -> SchemePlan:
        given = {key: value for key, value in self if key not in ("amounts", "name")}
        amounts = [Amount(**dict(each)) for each in self.amounts]
        return SchemePlan(**given, name=name or self.name, amounts=amounts)


class LimitPart(Strict):
    scope: LimitScope
    window: LimitWindow
    most: Annotated[int, Field(gt=0, le=1000)] | None
    most_cents: Cents | None
    group: Short
    category: Category | Nothing
    years: Annotated[int, Field(ge=1, le=20)] | None
    age_from: Years | None
    age_until: Years | None

    @model_validator(mode="after")
    def fits_together(self) -> "LimitPart":
        of_household = self.scope == LimitScope.HOUSEHOLD
        if (
            (self.most is None) == (self.most_cents is None)
            or (self.window == LimitWindow.YEARS) != (self.years is not None)
            or (self.group and self.category)
            or (of_household and (self.age_from, self.age_until) != (None, None))
        ):
            raise ValueError("the parts of this limit do not go together")
        return self

    def limit(self) -> Limit:
        return Limit(**dict(self))


class Package(Strict):
    form: Literal["plein-regeling/1"]
    municipality: Text
    scheme: SchemePart
    limits: Annotated[list[LimitPart], Field(max_length=100)]


def packed(period: SchemePeriod) -> bytes:
    """The scheme with this period and its limits, as JSON."""
    package = Package(
        form="plein-regeling/1",
        municipality=current().name,
        scheme=SchemePart.model_validate(plan_of(period), strict=False),
        limits=[
            LimitPart.model_validate(_limit_of(e), strict=False)
            for e in limits_of([period.scheme_id])
        ],
    )
    return package.model_dump_json(indent=2).encode()


def _limit_of(rule: LimitRule) -> dict[str, Any]:
    told = {name: getattr(rule, name) for name in LimitPart.model_fields if name != "group"}
    return told | {"group": rule.group.name if rule.group else ""}


@transaction.atomic
def adopt_scheme(content: bytes, name: str, *, by: Staff, at: datetime) -> SchemePeriod:
    """A draft of the scheme in this file, under this name.

    Raises `NoScheme`, `SchemeDoesNotFit` and `NameIsTaken`.
    """
    package = unpacked(content)
    period = make_scheme(package.scheme.plan(name), by=by, at=at)
    for part in package.limits:
        add_limit(period.scheme, part.limit(), by=by, at=at)
    return period


def unpacked(content: bytes) -> Package:
    """What the file says, every value checked. Raises `NoScheme` and `SchemeDoesNotFit`."""
    try:
        return Package.model_validate_json(content if len(content) <= MOST_BYTES else b"")
    except ValidationError as wrong:
        place = wrong.errors()[0]["loc"]
        if not place or place[0] == "form":
            raise NoScheme from None
        raise SchemeDoesNotFit(where=" / ".join(str(part) for part in place)) from None
