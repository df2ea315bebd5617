"""What residents can apply for here, as the Single Digital Gateway wants it told: in English."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from plein.cases.models import CaseType
from plein.cases.offered import case_type_offered, case_types_offered
from plein.content.references import Named, product_of
from plein.journeys.journey import Journey
from plein.journeys.languages import DUTCH
from plein.journeys.sdg import Sdg

ENGLISH = "en"
WEEK = 7  # days


@dataclass(frozen=True, slots=True)
class Service:
    """One service; the municipality decides on each, as the law of the journey says."""

    slug: str
    dutch_name: str
    told: Sdg
    law: tuple[str, ...]
    decide_within: int  # days, as are the next two
    may_extend: int
    object_within: int
    product: Named | None  # of the Uniforme Productnamenlijst, where that has it
    version: int
    published_at: datetime

    @property
    def terms(self) -> str:
        most = f" We may take {_long(self.may_extend)} more." if self.may_extend else ""
        return f"We decide within {_long(self.decide_within)}.{most} {self.told.terms}"

    @property
    def remedies(self) -> str:
        return (
            "If you do not agree with our decision, you can object. "
            f"Do so within {_long(self.object_within)} after the day of the decision; it is free. "
            "If you do not agree with our answer either, you can go to the court. "
            f"{self.told.remedies}"
        )


def services(day: date) -> list[Service]:
    """In the order of their English titles; one query. What has no English text is not told."""
    found = [each for case_type in case_types_offered(day) for each in _told(case_type)]
    return sorted(found, key=lambda each: each.told.heading)


def service(slug: str, day: date) -> Service | None:
    case_type = case_type_offered(slug.replace("-", "_"), day)
    return next(_told(case_type), None) if case_type else None


def _told(case_type: CaseType) -> Iterator[Service]:
    journey = case_type.read_in(ENGLISH)
    if journey.sdg:
        yield _service(case_type, journey, journey.sdg)


def _service(case_type: CaseType, journey: Journey, told: Sdg) -> Service:
    return Service(
        slug=case_type.slug,
        dutch_name=case_type.read_in(DUTCH).name,
        told=told,
        law=tuple(part.strip() for part in journey.law.split(";")),
        decide_within=journey.decide_within,
        may_extend=journey.may_extend,
        object_within=journey.object_within,
        product=product_of(journey.upl),
        version=case_type.version,
        published_at=case_type.published_at,
    )


def _long(days: int) -> str:
    """As people say it: in weeks where it is whole weeks."""
    weeks, rest = divmod(days, WEEK)
    count, word = (days, "day") if rest else (weeks, "week")
    return f"{count} {word}{'' if count == 1 else 's'}"
