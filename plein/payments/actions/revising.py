"""Paid months are worked out anew from what is known now; only the difference is booked.

What somebody gets more is paid with the next run. What was paid too much is set apart: whether it
is asked back, a person decides (Participatiewet art. 58).
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.months import month_of, months_after
from plein.kernel.refusal import Refusal
from plein.ledger.actions import lock, open_account
from plein.ledger.bulk import Booking, book_all
from plein.ledger.models import Account, AccountKind, TransferKind
from plein.payments.actions.lines import new_month
from plein.payments.calculating import Worked, version, work_out
from plein.payments.costs import costs_in
from plein.payments.known import known_of
from plein.payments.models import Award, AwardMonth, PaymentRun, RunState
from plein.rules.of_municipality import Rules

NOTHING = Worked(0, 0, 0, "", "", 0, 0, 0, 0)
DECIDES = ("norm", "income", "kept", "kept_as", "kept_as_partner", "right", "paid", "reserved")


class RunIsBooking(Refusal):
    message = _("Er wordt nu een betaling geboekt. Probeer het over een paar minuten opnieuw.")


@transaction.atomic
def revise(
    award: Award, rules: Rules, *, from_month: date, by: Actor, at: datetime
) -> list[AwardMonth]:
    """The new versions, for each month that comes out otherwise. Raises `RunIsBooking`.

    Month by month: whether an exemption is used up depends on the months before.
    """
    if PaymentRun.objects.filter(state=RunState.BOOKING).exists():
        raise RunIsBooking
    award = Award.objects.select_for_update(of=["self"]).get(pk=award.pk)
    found = [
        revised
        for month in _months(award, from_month)
        if (revised := _revise(award, rules, month, by, at))
    ]
    if found:
        record("payments.month.revised", on=award, by=by, at=at, months=len(found))
    return found


def last_paid_month() -> date | None:
    """Of the runs over a whole month: what lies after it comes with a next one."""
    runs = PaymentRun.objects.filter(state=RunState.READY, only_due=False)
    return runs.order_by("-month").values_list("month", flat=True).first()


def _months(award: Award, from_month: date) -> Iterator[date]:
    last = last_paid_month()
    month = max(month_of(from_month), award.paid_from)
    in_run = set(
        AwardMonth.objects.filter(award=award, fixed_at=None).values_list("month", flat=True)
    )
    while last and month <= last and not award.is_provisional:
        if month not in in_run:
            yield month
        month = months_after(month, 1)


def _revise(award: Award, rules: Rules, month: date, by: Actor, at: datetime) -> AwardMonth | None:
    before = AwardMonth.objects.filter(award=award, month=month).order_by("-version").first()
    inputs = known_of([award], month, at=at, by=by, now=at)[award.pk].inputs
    (worked,) = work_out(rules, [inputs], month) if inputs else (NOTHING,)
    if all(getattr(before or NOTHING, name) == getattr(worked, name) for name in DECIDES):
        return None
    number = before.version + 1 if before else 1
    revised = new_month(award, month, worked, number, version(rules, month), at)
    changes = _changes(award, before or NOTHING, worked, costs_in(local_day(at)))
    key = f"herzien-{award.pk.hex}-{month:%Y%m}-{number}"
    revised.fixed_at = at
    revised.booked_id = book_all([Booking(TransferKind.HERZIEN, key, changes)], at=at).get(key)
    revised.save(force_insert=True)
    return revised


def _changes(award: Award, before: Worked | AwardMonth, now: Worked, costs: str) -> Counter[int]:
    """The difference: up to what is still to be paid, or else set apart."""
    account = open_account(AccountKind.LASTEN, costs)
    held = lock([award.due_id, award.reserve_id, award.overpaid_id, account.pk])
    due, reserve, overpaid = (
        held[key] for key in (award.due_id, award.reserve_id, award.overpaid_id)
    )
    more = now.right - before.right
    of_reserve = max(now.reserved - before.reserved, -reserve.balance)
    left = more - of_reserve
    of_overpaid, of_due = _shared(left, due, overpaid)
    return Counter(
        {
            account.pk: -more,
            reserve.pk: of_reserve,
            due.pk: of_due,
            overpaid.pk: of_overpaid,
        }
    )


def _shared(left: int, due: Account, overpaid: Account) -> tuple[int, int]:
    """Of a difference: what changes in what was paid too much, and in what is to be paid."""
    if left >= 0:
        back = min(left, -overpaid.balance)
        return back, left - back
    from_due = min(due.balance, -left)
    return left + from_due, -from_due
