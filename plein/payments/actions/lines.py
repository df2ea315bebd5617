"""The lines of a run, in parts: each part is one transaction, so a job that stops goes on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from plein.kernel.actor import Actor
from plein.kernel.months import months_after
from plein.payments.calculating import Worked, version, work_out
from plein.payments.checks import Flag, flags_of
from plein.payments.died import died_since
from plein.payments.known import KnownOf, known_of
from plein.payments.line import Amounts, amounts, holiday_of
from plein.payments.models import (
    Award,
    AwardMonth,
    LineOff,
    PaymentRun,
    RunLine,
    RunState,
)
from plein.payments.models.awards import runs_in
from plein.payments.returned import is_stopped, stopped_since
from plein.payments.taking_off import Taking, standing_of, taking_off
from plein.rules.of_municipality import Rules

PART = 2_000  # awards in one transaction


def calculate_run(run: PaymentRun, rules: Rules, *, by: Actor, at: datetime) -> None:
    """Until every award has its line. Safe to run again: what is there stays."""
    digest = version(rules, run.month)
    while _next_part(run, rules, digest, by, at):
        pass


@transaction.atomic
def _next_part(run: PaymentRun, rules: Rules, digest: str, by: Actor, at: datetime) -> bool:
    """Whether there may be more. The lock keeps a second job out."""
    run = PaymentRun.objects.select_for_update(of=["self"]).get(pk=run.pk)
    if run.state != RunState.CALCULATING:
        return False
    last = run.lines.order_by("-number").values_list("award_id", "number").first()
    awards = list(to_pay(run, last[0] if last else None)[:PART])
    if not awards:
        run.size, run.done, run.state = run.lines.count(), 0, RunState.CHECKING
        run.save(update_fields=["size", "done", "state"])
        return False
    first = last[1] + 1 if last else 1
    _Part(run, rules, digest, by, at).write(awards, first)
    run.done += len(awards)
    run.moved_at = Now()
    run.save(update_fields=["done", "moved_at"])
    return True


def to_pay(run: PaymentRun, after: UUID | None = None) -> QuerySet[Award]:
    """With a day in the month, or with something still to be paid."""
    asked = Q(due__balance__gt=0)
    if not run.only_due:
        asked |= runs_in(run.month) | Q(ends_on__lte=run.until, reserve__balance__gt=0)
    awards = Award.objects.filter(asked)
    if after is not None:
        awards = awards.filter(pk__gt=after)
    return awards.select_related("resident", "due", "reserve", "advance").order_by("pk")


@dataclass(frozen=True)
class _Part:
    run: PaymentRun
    rules: Rules
    digest: str
    by: Actor
    at: datetime

    def write(self, awards: Sequence[Award], first: int) -> None:
        run, when = self.run, self.run.calculated_at
        known = known_of(awards, run.month, at=when, by=self.by, now=self.at)
        worked = self._worked(awards, known)
        months = self._months(awards, worked, when)
        off = taking_off(awards, run.month, when)
        lines, offs = [], []
        before, twice = _paid_before(awards, run.month), _twice(awards, run)
        last_run, stopped = _last_run_at(run), stopped_since(awards, when)
        died = died_since(awards, when)
        for number, award in enumerate(awards, start=first):
            found = self._amounts(award, worked.get(award.pk), off[award.pk])
            flags = set(
                flags_of(
                    known[award.pk],
                    asks_statement=award.asks_statement and award.pk in worked,
                    paid=found.paid,
                    paid_before=before.get(award.pk),
                    pays=found.pays,
                    last_run_at=last_run,
                )
            )
            flags |= {Flag.TWICE} if award.resident_id in twice else set()
            if is_stopped(stopped.get(award.pk), known[award.pk].account_since):
                flags.add(Flag.CAME_BACK)
            if is_stopped(died.get(award.pk), known[award.pk].account_since):
                flags.add(Flag.DIED)
            line = self._line(award, number, months.get(award.pk), found, flags)
            lines.append(line)
            offs += [(line, each) for each in found.offs]
        RunLine.objects.bulk_create(lines)
        LineOff.objects.bulk_create(
            LineOff(line=line, debt_id=each.debt, deduction_id=each.deduction, cents=each.cents)
            for line, each in offs
        )

    def _worked(self, awards: Sequence[Award], known: Mapping[UUID, KnownOf]) -> dict[UUID, Worked]:
        """Of those that have a right in this month, and of which it was not booked before."""
        if self.run.only_due:
            return {}
        booked = set(
            AwardMonth.objects.fixed()
            .filter(award__in=awards, month=self.run.month)
            .values_list("award_id", flat=True)
        )
        inputs = {
            award.pk: found
            for award in awards
            if award.pk not in booked
            and award.is_paid_over(self.run.month)
            and (found := known[award.pk].inputs)
        }
        return dict(
            zip(inputs, work_out(self.rules, list(inputs.values()), self.run.month), strict=True)
        )

    def _months(
        self, awards: Sequence[Award], worked: Mapping[UUID, Worked], when: datetime
    ) -> dict[UUID, AwardMonth]:
        months = AwardMonth.objects.bulk_create(
            new_month(award, self.run.month, worked[award.pk], 1, self.digest, when)
            for award in awards
            if award.pk in worked
        )
        return {each.award_id: each for each in months}

    def _amounts(self, award: Award, worked: Worked | None, off: Taking) -> Amounts:
        run = self.run
        standing = standing_of(award)
        holiday = holiday_of(
            run.month, run.pay_on, worked, standing, has_ended=_has_ended(award, run)
        )
        return amounts(worked, standing, holiday=holiday, owed=off.owed, wanted=off.wanted)

    def _line(
        self,
        award: Award,
        number: int,
        month: AwardMonth | None,
        found: Amounts,
        flags: set[Flag],
    ) -> RunLine:
        return RunLine(
            run=self.run,
            award=award,
            number=number,
            month=month,
            paid=found.paid,
            carried=found.carried,
            holiday=found.holiday,
            advance_off=found.advance_off,
            debts_off=found.debts_off,
            deductions_off=found.deductions_off,
            pays=found.pays,
            flags=sorted(flags),
            ended=_has_ended(award, self.run),
        )


def new_month(
    award: Award, month: date, worked: Worked, version: int, rules: str, known_at: datetime
) -> AwardMonth:
    return AwardMonth(
        award=award,
        month=month,
        version=version,
        known_at=known_at,
        rules=rules,
        **{name: getattr(worked, name) for name in Worked.__slots__},
    )


def _has_ended(award: Award, run: PaymentRun) -> bool:
    return award.ends_on is not None and award.ends_on <= run.until


def _paid_before(awards: Sequence[Award], month: date) -> dict[UUID, int]:
    rows = AwardMonth.objects.fixed().filter(award__in=awards, month=months_after(month, -1))
    return dict(rows.order_by("version").values_list("award_id", "paid"))


def _twice(awards: Sequence[Award], run: PaymentRun) -> set[UUID]:
    """Residents with more than one award in the month."""
    residents = {award.resident_id for award in awards}
    count: dict[UUID, int] = defaultdict(int)
    rows = Award.objects.running_in(run.month).filter(resident__in=residents)
    for resident in rows.values_list("resident_id", flat=True):
        count[resident] += 1
    return {resident for resident, number in count.items() if number > 1}


def _last_run_at(run: PaymentRun) -> datetime | None:
    """When the run before this one was calculated: later accounts are new."""
    before = PaymentRun.objects.filter(number__lt=run.number, state=RunState.READY)
    return before.order_by("-number").values_list("calculated_at", flat=True).first()
