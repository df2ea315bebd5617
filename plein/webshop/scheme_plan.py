"""A scheme on paper: what staff fill in, and what a template suggests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plein.identity.models import School
from plein.webshop.models import SchemeKind, SchemePeriod, SubjectKind

OF_SCHEME = ("kind", "name", "summary", "legal_ground", "subject", "cents_per_point")
OF_PERIOD = (
    "apply_from",
    "apply_until",
    "spend_from",
    "spend_until",
    "is_pro_rata",
    "once_in_years",
    "saves_up_to",
    "takes_claims",
)


@dataclass(frozen=True, slots=True)
class Amount:
    """Cents for this age (`age_until` not in it), school or household; "" for any."""

    cents: int
    age_from: int | None = None
    age_until: int | None = None
    school: str = ""
    household_kind: str = ""


@dataclass(frozen=True, slots=True)
class SchemePlan:
    """All that staff fill in for a scheme and one of its periods."""

    kind: SchemeKind
    name: str
    summary: str
    legal_ground: str
    subject: SubjectKind
    period_name: str
    apply_from: date
    apply_until: date
    spend_from: date
    spend_until: date
    amounts: Sequence[Amount]
    cents_per_point: int | None = None
    is_pro_rata: bool = False
    once_in_years: int | None = None
    saves_up_to: int | None = None  # cents
    takes_claims: bool = False


def plan_of(period: SchemePeriod) -> SchemePlan:
    """A scheme and this period of it, as they are now."""
    scheme = period.scheme
    return SchemePlan(
        **{name: getattr(scheme, name) for name in OF_SCHEME},
        **{name: getattr(period, name) for name in OF_PERIOD},
        period_name=period.name,
        amounts=[
            Amount(each.amount, each.age_from, each.age_until, each.school, each.household_kind)
            for each in period.amounts.all()
        ],
    )


def suggested_amounts(kind: SchemeKind) -> list[Amount]:
    """The rows a template starts with; the amounts are for staff to fill in."""
    if kind == SchemeKind.KINDPAKKET:
        return [
            Amount(0, age_from=4, age_until=12, school=School.PRIMARY),
            Amount(0, age_from=12, age_until=18),
        ]
    return [Amount(0, age_from=18)] if kind == SchemeKind.DOE_MEE_PAS else [Amount(0)]
