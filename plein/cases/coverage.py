"""How many services can be followed like a parcel, and how those go: terms kept, and waiting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.db.models import Aggregate, Count, DurationField, F, Q

from plein.cases.models import Case, CaseType, Decision
from plein.journeys.phases import WAITING, Phase

YEAR = timedelta(days=365)
GOAL = 80  # per cent of the services


@dataclass(frozen=True, slots=True)
class Service:
    """By its uniforme productnaam; `followed_by` is the key of a journey."""

    term: str
    name: str
    law: str
    followed_by: str
    shown_as: str = ""  # element of the vault, while it runs


@dataclass(frozen=True, slots=True)
class Going:
    """`days` is the median from the day it came in until the decision, over the last year."""

    service: Service
    is_followed: bool
    running: int = 0
    waiting: int = 0  # for the resident, or for an organisation
    late: int = 0
    decided: int = 0
    in_time: int = 0
    days: int | None = None

    @property
    def percent_in_time(self) -> int | None:
        return round(100 * self.in_time / self.decided) if self.decided else None


class Median(Aggregate):
    """PostgreSQL counts it; null over nothing."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


@cache
def services() -> tuple[Service, ...]:
    given = yaml.load((Path(__file__).parent / "services.yaml").read_text(), yaml.CSafeLoader)
    return tuple(Service(**each) for each in given)


def how_it_goes(day: date) -> list[Going]:
    """Every service, in three queries; those that can be followed first."""
    published = set(CaseType.objects.values_list("key", flat=True))
    running = _by_key(_running(day))
    decided = _by_key(_decided(day))
    found = [
        _going(
            each, published, running.get(each.followed_by, {}), decided.get(each.followed_by, {})
        )
        for each in services()
    ]
    return sorted(found, key=lambda each: (not each.is_followed, each.service.name))


def percent_followed(every: Iterable[Going]) -> int:
    """Of the services; whole per cents."""
    followed = [each.is_followed for each in every]
    return 100 * sum(followed) // len(followed)


def _running(day: date) -> Iterable[Mapping[str, Any]]:
    late = Q(last_day__lt=day, suspended_since=None) & ~Q(phase=Phase.REPORTED)
    return (
        Case.objects.running()
        .values(key=F("case_type__key"))
        .annotate(
            running=Count("pk"),
            waiting=Count("pk", filter=Q(phase__in=sorted(WAITING))),
            late=Count("pk", filter=late),
        )
    )


def _decided(day: date) -> Iterable[Mapping[str, Any]]:
    took = F("decided_on") - F("case__received_on")
    return (
        Decision.objects.filter(decided_on__gt=day - YEAR, decided_on__lte=day)
        .values(key=F("case__case_type__key"))
        .annotate(
            decided=Count("pk"),
            in_time=Count("pk", filter=Q(decided_on__lte=F("case__last_day"))),
            took=Median(took),
        )
    )


def _by_key(rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    every = [dict(row) for row in rows]
    return {row.pop("key"): row for row in every}


def _going(
    service: Service, published: set[str], running: dict[str, Any], decided: dict[str, Any]
) -> Going:
    took = decided.pop("took", None)
    days = None if took is None else round(took / timedelta(days=1))
    return Going(service, service.followed_by in published, days=days, **running, **decided)
