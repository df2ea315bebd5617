"""How journeys are filled in: begun, sent, left and where, how long; never about a few people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any

from django.db.models import Avg, Count, Q, QuerySet, Sum

from plein.cases.models import CaseType, Decision
from plein.intake.models import Application, ApplicationState, StepTime
from plein.journeys.journey import Journey
from plein.kernel.few import FEWEST, shown, shown_parts, shown_total

PAUSED_AFTER = timedelta(days=14)  # without a change
PARTS = ("sent", "stopped", "paused", "busy")
MINUTE = 60


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one journey; None: about too few to say. `parts` are `PARTS`, which make up `begun`.

    `asked` and `known` are averages of what was sent; `minutes` is the middle one.
    """

    key: str
    name: str
    begun: int | None
    parts: Mapping[str, int | None]
    decided: int | None
    asked: float | None
    known: float | None
    minutes: float | None


@dataclass(frozen=True, slots=True)
class StepFigures:
    """`left` counts who stopped or paused at this step."""

    title: str
    minutes: float | None
    left: int | None


def figures(since: date, *, at: datetime) -> list[Figures]:
    """Of every journey that was begun since that day; four queries."""
    names = {each.key: each.in_dutch.name for each in CaseType.objects.order_by("key", "version")}
    decided, minutes = _decided(since), _minutes(since)
    rows = _begun(since).values("key").annotate(**_counts(at)).order_by("key")
    return [
        _figures(row, names[row["key"]], decided.get(row["key"], 0), minutes.get(row["key"]))
        for row in rows
    ]


def step_figures(key: str, journey: Journey, since: date, *, at: datetime) -> list[StepFigures]:
    """In the order of the newest version; two queries."""
    steps = journey.intake.steps if journey.intake else ()
    begun = _begun(since).filter(key=key)
    left = begun.exclude(state=ApplicationState.FILED).filter(_is_left(at))
    counted = dict(left.values_list("step").annotate(n=Count("pk")))
    shown_left = shown_parts({step.key: counted.get(step.key, 0) for step in steps})
    times: dict[str, list[int]] = {}
    for step, seconds in StepTime.objects.filter(application__in=begun).values_list(
        "step", "seconds"
    ):
        times.setdefault(step, []).append(seconds)
    return [
        StepFigures(step.title, _middle(times.get(step.key, [])), shown_left[step.key])
        for step in steps
    ]


def _begun(since: date) -> QuerySet[Application]:
    return Application.objects.filter(started_at__date__gte=since)


def _is_left(at: datetime) -> Q:
    return Q(state=ApplicationState.DROPPED) | _is_paused(at)


def _is_paused(at: datetime) -> Q:
    return Q(state=ApplicationState.DRAFT, changed_at__lt=at - PAUSED_AFTER)


def _counts(at: datetime) -> dict[str, Any]:
    busy = Q(state=ApplicationState.DRAFT) & ~_is_paused(at)
    return {
        "sent": Count("pk", filter=Q(state=ApplicationState.FILED)),
        "stopped": Count("pk", filter=Q(state=ApplicationState.DROPPED)),
        "paused": Count("pk", filter=_is_paused(at)),
        "busy": Count("pk", filter=busy),
        "asks": Avg("asked"),
        "knows": Avg("known"),
    }


def _figures(row: Mapping[str, Any], name: str, decided: int, minutes: list[int] | None) -> Figures:
    parts = {part: row[part] for part in PARTS}
    is_enough = row["sent"] >= FEWEST
    undecided = row["sent"] - decided
    return Figures(
        key=row["key"],
        name=name,
        begun=shown_total(parts),
        parts=shown_parts(parts),
        decided=shown(decided) if undecided <= 0 or shown(undecided) else None,
        asked=row["asks"] if is_enough else None,
        known=row["knows"] if is_enough else None,
        minutes=_middle(minutes or []),
    )


def _decided(since: date) -> dict[str, int]:
    """Of what was begun since then."""
    cases = _begun(since).filter(case__isnull=False).values("case")
    found = Decision.objects.filter(case__in=cases).values_list("case__case_type__key")
    return dict(found.annotate(n=Count("case", distinct=True)))


def _minutes(since: date) -> dict[str, list[int]]:
    """Seconds of each aanvraag that was sent, by journey."""
    sent = _begun(since).filter(state=ApplicationState.FILED)
    found: dict[str, list[int]] = {}
    each_sent = sent.values_list("pk", "key").annotate(n=Sum("step_times__seconds"))
    for _pk, key, seconds in each_sent:
        if seconds:
            found.setdefault(key, []).append(seconds)
    return found


def _middle(seconds: list[int]) -> float | None:
    return median(seconds) / MINUTE if len(seconds) >= FEWEST else None
