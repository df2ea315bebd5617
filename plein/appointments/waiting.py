"""How long people waited for us in the last weeks: for an answer, and for a call."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.db.models import F, Value

from plein.appointments.models import CallBack, CallState
from plein.inbox.answered import answered_since

LOOKED_BACK = timedelta(weeks=4)
LEAST = 10  # of fewer a middle says nothing, and too much of each


@dataclass(frozen=True, slots=True)
class Waited:
    """Half of the people waited no longer; none where fewer than `LEAST` were helped."""

    for_an_answer: timedelta | None
    for_a_call: timedelta | None


def usually_waited(at: datetime) -> Waited:
    """In one query."""
    since = at - LOOKED_BACK
    calls = CallBack.objects.filter(state=CallState.CALLED, closed_at__gte=since, closed_at__lte=at)
    answers = answered_since(since, until=at).values_list(Value("answer"), "asked_at", "at")
    helped = answers.union(
        calls.order_by().values_list(Value("call"), F("asked_at"), F("closed_at")), all=True
    )
    took = defaultdict(list)
    for what, asked_at, helped_at in helped:
        took[what].append(helped_at - asked_at)
    return Waited(_middle(took["answer"]), _middle(took["call"]))


def _middle(took: list[timedelta]) -> timedelta | None:
    if len(took) < LEAST:
        return None
    return timedelta(seconds=median(each.total_seconds() for each in took))
