"""What a resident sees of the payments of a benefit, and from when."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Max, QuerySet

from plein.payments.models import Award, LineState, RunLine, RunState

ANNOUNCED = timedelta(days=3)  # before the money comes


class Stage(StrEnum):
    READY = "klaar"
    PAID = "betaald"
    STAYS = "blijft"
    RETURNED = "terug"


def lines_seen(awards: Sequence[Award], today: date) -> QuerySet[RunLine]:
    """Of runs that were approved and booked; the newest first."""
    ready = RunLine.objects.filter(
        award__in=awards, run__state=RunState.READY, run__pay_on__lte=today + ANNOUNCED
    )
    found = ready.select_related("run", "award", "month", "specification")
    return found.order_by("-run__pay_on", "-run__number", "-pk")


def still_to_old_account(awards: Sequence[Award], today: date) -> date | None:
    """The last day of a payment that was approved already: another account comes too late."""
    approved = RunLine.objects.filter(
        award__in=awards,
        run__state__in=[RunState.BOOKING, RunState.READY],
        run__pay_on__gt=today,
    )
    last: date | None = approved.aggregate(last=Max("run__pay_on"))["last"]
    return last


def stage_of(line: RunLine, today: date) -> Stage:
    """Where the bank says nothing of it, the money is there on the day."""
    if line.state == LineState.HELD:
        return Stage.STAYS
    if line.state == LineState.RETURNED:
        return Stage.RETURNED
    if line.state == LineState.PAID or today >= line.run.pay_on:
        return Stage.PAID
    return Stage.READY
