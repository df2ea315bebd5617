"""Awards of a municipality in a month, for one kind of signal: it reads only what that declared.

Each look is one or two queries, whatever the number of awards; what is sealed is opened in bulk,
with a line in the log of each resident.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.db.models import Q, QuerySet

from plein.audit.actions import Purpose
from plein.identity.gate import SealedText
from plein.identity.many import read_of_many
from plein.identity.models import Member, Resident
from plein.inbox.models import TaskState
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.months import month_of, months_after
from plein.payments.known import INCOME, LIVING
from plein.payments.living import Income, Living
from plein.payments.models import (
    AskedStatement,
    Award,
    Debt,
    DebtState,
    Deduction,
    LineState,
    RunLine,
    Situation,
    Statement,
)
from plein.payments.shown_wage import SHOWN, ShownWage
from plein.payments.signals.declared_data import Data


class NotDeclared(Exception):
    """A signal looks at what it did not declare: a mistake in the signal."""


@dataclass(frozen=True, slots=True)
class Wages:
    """Of one month, in cents after tax: what the form showed, and what was told."""

    shown: int
    told: int


@dataclass(frozen=True, slots=True)
class Paid:
    """Cents of one month. `room` is what lies above the beslagvrije voet."""

    off: int
    room: int


@dataclass
class Batch:
    month: date  # that is over
    declared: Collection[Data]
    why: Purpose
    by: Actor
    at: datetime

    @cached_property
    def awards(self) -> Mapping[UUID, Award]:
        """Those that ran in the month and still run, of residents who live."""
        return {award.pk: award for award in self._running.select_related("resident")}

    @property
    def _running(self) -> QuerySet[Award]:
        goes_on = Q(ends_on=None) | Q(ends_on__gt=self._today)
        running = Award.objects.running_in(self.month).filter(goes_on, died_on=None)
        return running.order_by("number")

    @property
    def _today(self) -> date:
        return local_day(self.at)

    def wages(self) -> dict[UUID, Wages]:
        """Where the last statement of the month holds no wage while the form showed one."""
        self._must_declare(Data.SHOWN_WAGE, Data.TOLD_INCOME)
        rows = Statement.objects.filter(award__in=self._running, month=self.month)
        newest = {row.award_id: row for row in rows.order_by("known_at", "pk")}
        shown = {key: row for key, row in newest.items() if row.shown_sealed}
        texts = {
            key: [
                SealedText(row.pk, SHOWN, row.shown_sealed or b""),
                SealedText(row.pk, INCOME, row.content_sealed),
            ]
            for key, row in shown.items()
        }
        return {
            key: Wages(ShownWage.read(on_form).net, Income.read(told).wage)
            for key, (on_form, told) in self._opened(texts).items()
        }

    def not_told(self) -> dict[UUID, list[date]]:
        """Of this month and the one before: asked, due, and neither told nor called too hard."""
        self._must_declare(Data.ASKED)
        months = [months_after(self.month, -1), self.month]
        rows = AskedStatement.objects.filter(
            award__in=self._running,
            month__in=months,
            task__state=TaskState.OPEN,
            task__due_on__lt=self._today,
        )
        found: dict[UUID, list[date]] = defaultdict(list)
        for award, month in rows.order_by("month").values_list("award_id", "month"):
            found[award].append(month)
        return found

    def households(self) -> list[list[UUID]]:
        """Awards of more than one resident whom we know to live in one household."""
        self._must_declare(Data.HOUSEHOLD)
        rows = Member.objects.on(self._today).filter(resident__awards__in=self._running)
        together: dict[UUID, dict[UUID, UUID]] = defaultdict(dict)
        for household, resident, award in rows.values_list(
            "household_id", "resident_id", "resident__awards"
        ):
            if award in self.awards:
                together[household][resident] = award
        return [sorted(of.values()) for of in together.values() if len(of) > 1]

    def counted(self, awards: Collection[UUID]) -> dict[UUID, int]:
        """How many others each of these counts, a partner with them. Nobody's birthday goes out."""
        self._must_declare(Data.COUNTED)
        rows = Situation.objects.filter(award__in=awards, from_on__lte=self._today)
        newest = {row.award_id: row for row in rows.order_by("from_on", "known_at", "pk")}
        texts = {
            key: [SealedText(row.pk, LIVING, row.content_sealed)] for key, row in newest.items()
        }
        lived = {key: Living.read(text) for key, (text,) in self._opened(texts).items()}
        return {
            key: each.others_from_27 + (each.partner_born is not None)
            for key, each in lived.items()
        }

    def paid(self) -> dict[UUID, Paid]:
        """What went off the last payment over the month, for others or to pay back."""
        self._must_declare(Data.PAID)
        rows = RunLine.objects.filter(
            award__in=self._running,
            run__month=self.month,
            month__isnull=False,
            state__in=[LineState.BOOKED, LineState.PAID],
        ).order_by("run__number")
        columns = ("award_id", "debts_off", "deductions_off", "month__room")
        return {
            award: Paid(debts + deductions, room)
            for award, debts, deductions, room in rows.values_list(*columns)
        }

    def debts(self) -> dict[UUID, int]:
        """Still open, in cents."""
        self._must_declare(Data.DEBTS)
        rows = Debt.objects.filter(
            award__in=self._running, state=DebtState.DECIDED, account__balance__lt=0
        )
        found: dict[UUID, int] = defaultdict(int)
        for award, balance in rows.values_list("award_id", "account__balance"):
            found[award] -= balance
        return found

    def deductions(self) -> set[UUID]:
        """Of whom something goes to others each month, also now."""
        self._must_declare(Data.DEDUCTIONS)
        month = month_of(self._today)
        goes_on = Q(until_month=None) | Q(until_month__gt=month)
        rows = Deduction.objects.filter(
            goes_on, award__in=self._running, from_month__lte=month, agreed_at__lte=self.at
        )
        return set(rows.values_list("award_id", flat=True))

    def _must_declare(self, *data: Data) -> None:
        if missing := set(data) - set(self.declared):
            raise NotDeclared(missing)

    def _opened(self, texts: Mapping[UUID, list[SealedText]]) -> dict[UUID, list[str]]:
        """Two awards of one resident are one look."""
        of_resident: dict[Resident, list[SealedText]] = {}
        for key, each in texts.items():
            of_resident.setdefault(self.awards[key].resident, []).extend(each)
        if not of_resident:
            return {}
        found = read_of_many(of_resident, purpose=self.why, by=self.by, at=self.at)
        left: dict[UUID, Iterator[str]] = {key: iter(each) for key, each in found.items()}
        return {
            key: [next(left[self.awards[key].resident_id]) for _text in each]
            for key, each in texts.items()
        }
