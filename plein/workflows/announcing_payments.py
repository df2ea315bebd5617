"""Three days before it is paid whoever has mail or the app hears of it; the page says how much."""

from datetime import date, datetime

from plein.delivery.notices import Notice
from plein.payments.models import LineState, RunLine, RunState
from plein.payments.seen import ANNOUNCED
from plein.workflows.telling_once import tell_once

PART = 2_000  # lines in one transaction


def announce_payments(day: date, *, at: datetime) -> int:
    """How many residents are told. Each payment once, so a second night tells nobody again."""
    coming = RunLine.objects.filter(
        run__state=RunState.READY,
        run__pay_on__range=(day, day + ANNOUNCED),
        state__in=[LineState.BOOKED, LineState.PAID],
        pays__gt=0,
    )
    last, told = 0, 0
    rows = coming.order_by("pk").values_list("pk", "award__resident_id")
    while part := list(rows.filter(pk__gt=last)[:PART]):
        told += tell_once(
            Notice.PAYMENT, {f"betaling-{line}": resident for line, resident in part}, at
        )
        last = part[-1][0]
    return told
