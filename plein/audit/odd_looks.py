"""Looks by staff that stand out, by declared rules on the log alone. No person gets a score."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q
from django.db.models.functions import ExtractHour, TruncDate

from plein.audit.models import Act, Channel, Look
from plein.audit.queries import Looks
from plein.kernel.actor import ActorKind
from plein.kernel.clock import AMSTERDAM, start_of

OPENS, CLOSES = 7, 20  # hours in Amsterdam
MOST_A_DAY = 50  # looks by one person
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class BusyDay:
    """A day on which somebody of this team looked more often than `MOST_A_DAY`."""

    day: date
    team: str
    looks: int


def looks_by_staff(municipality_id: int, monday: date) -> Looks:
    """In the week from this Monday, newest first."""
    return Look.objects.filter(
        municipality_id=municipality_id,
        channel=Channel.STAFF,
        at__gte=start_of(monday),
        at__lt=start_of(monday + _WEEK),
    ).order_by("-at", "-id")


def without_case(looks: Looks) -> Looks:
    return looks.filter(case="", grant="")


def out_of_hours(looks: Looks) -> Looks:
    hour = ExtractHour("at", tzinfo=AMSTERDAM)
    return looks.alias(hour=hour).filter(Q(hour__lt=OPENS) | Q(hour__gte=CLOSES))


def busy_days(municipality_id: int, monday: date) -> list[BusyDay]:
    """The log of acts knows who it was; only the day, the team and the count come out."""
    acts = Act.objects.filter(
        municipality_id=municipality_id,
        name="audit.look",
        actor_kind=ActorKind.STAFF,
        at__gte=start_of(monday),
        at__lt=start_of(monday + _WEEK),
    )
    per_person = acts.values("actor_id", "team", day=TruncDate("at", tzinfo=AMSTERDAM))
    busy = per_person.annotate(looks=Count("id")).filter(looks__gt=MOST_A_DAY)
    rows = busy.order_by("-day", "team", "actor_id").values_list("day", "team", "looks")
    return [BusyDay(*row) for row in rows]
