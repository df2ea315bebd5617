"""What became known after a run was calculated: then its amounts are not those of today."""

from django.db.models import F

from plein.payments.models import (
    AccountState,
    Award,
    AwardMonth,
    Deduction,
    LineOff,
    PayAccount,
    PaymentRun,
    Situation,
    Statement,
)


def stale_awards(run: PaymentRun) -> int:
    """How many awards of this run changed since: told, decided, booked or settled on."""
    at = run.calculated_at
    ours = run.lines.values("award_id")
    told = Statement.objects.filter(award__in=ours, known_at__gt=at, month__lte=run.month)
    lives = Situation.objects.filter(award__in=ours, known_at__gt=at)
    accounts = PayAccount.objects.filter(
        award__in=ours, settled_at__gt=at, state=AccountState.CONFIRMED
    )
    booked = run.lines.exclude(carried=F("award__due__balance"))
    revised = AwardMonth.objects.fixed().filter(award__in=ours, known_at__gt=at)
    paid_back = LineOff.objects.filter(line__run=run, debt__account__balance__gt=-F("cents"))
    died = Award.objects.filter(lines__run=run, resident__vault__closed_at__gt=at)
    agreed = Deduction.objects.filter(award__in=ours, agreed_at__gt=at, from_month__lte=run.month)
    stopped = LineOff.objects.filter(line__run=run, deduction__until_month__lte=run.month)
    found = {
        *told.values_list("award_id", flat=True),
        *lives.values_list("award_id", flat=True),
        *accounts.values_list("award_id", flat=True),
        *booked.values_list("award_id", flat=True),
        *revised.values_list("award_id", flat=True),
        *paid_back.values_list("line__award_id", flat=True),
        *died.values_list("pk", flat=True),
        *agreed.values_list("award_id", flat=True),
        *stopped.values_list("line__award_id", flat=True),
        *_ended(run),
    }
    return len(found)


def _ended(run: PaymentRun) -> list[object]:
    """Ended since in this month or before it."""
    ended = Award.objects.filter(lines__run=run, ends_on__isnull=False, lines__ended=False)
    return list(ended.filter(ends_on__lte=run.until).values_list("pk", flat=True))
