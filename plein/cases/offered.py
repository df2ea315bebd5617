"""What residents of this municipality can apply for: of each case type the version of today."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from plein.cases.models import CaseType
from plein.kernel.clock import local_day, start_of


def case_types_offered(day: date) -> list[CaseType]:
    """By name; one query."""
    begun = _begun(day).distinct("key")
    return sorted((each for each in begun if each.read.is_valid_on(day)), key=str)


def case_type_offered(key: str, day: date) -> CaseType | None:
    """The newest version that began; none where that one has ended."""
    found = _begun(day).filter(key=key).first()
    return found if found and found.read.is_valid_on(day) else None


def offer_changed_at(day: date) -> datetime | None:
    """When what is offered today last became so: a version came out, began or ended."""
    moments = [
        moment for each in _begun(day) for moment in _turns(each) if local_day(moment) <= day
    ]
    return max(moments, default=None)


def _turns(case_type: CaseType) -> list[datetime]:
    journey = case_type.read
    days = [each for each in (journey.valid_from, journey.valid_until) if each]
    return [case_type.published_at, *map(start_of, days)]


def case_types_known() -> list[CaseType]:
    """The newest of each, offered or not: for what runs already."""
    return sorted(CaseType.objects.order_by("key", "-version").distinct("key"), key=str)


def newest_version(key: str) -> CaseType | None:
    return CaseType.objects.filter(key=key).order_by("-version").first()


def _begun(day: date) -> QuerySet[CaseType]:
    """A version that begins later leaves the one before it in force until its day."""
    begins = Q(document__valid_from__isnull=True) | Q(document__valid_from__lte=day.isoformat())
    return CaseType.objects.filter(begins).order_by("key", "-version")
