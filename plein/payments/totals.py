"""A run in figures: what it pays, what is still to be looked at, and whether it adds up."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Func, Q, QuerySet, Sum, TextField
from django.db.models.functions import Coalesce

from plein.ledger.models import AccountKind, Entry, TransferKind
from plein.payments.checks import STOPS, Flag
from plein.payments.models import LineState, PaymentRun, RunFile, RunLine

NOT_PAID = ~Q(hold_back="") | Q(flags__overlap=[flag.value for flag in STOPS])


@dataclass(frozen=True, slots=True)
class Totals:
    """Cents; `out` is to residents and to others out of what they get."""

    lines: int
    out: int
    held: int  # lines that stay
    month: int
    holiday: int
    advance_off: int
    debts_off: int
    deductions_off: int
    to_look_at: int


@dataclass(frozen=True, slots=True)
class FlagCount:
    flag: Flag
    lines: int
    open: int  # nobody looked yet
    cents: int


@dataclass(frozen=True, slots=True)
class Control:
    """The same amount, counted three times."""

    lines: int
    ledger: int
    files: int

    def is_right(self) -> bool:
        return self.lines == self.ledger == self.files


def totals_of(run: PaymentRun) -> Totals:
    """One query."""
    found = run.lines.aggregate(
        lines=Count("pk"),
        out=Coalesce(Sum(F("pays") + F("deductions_off"), filter=~NOT_PAID), 0),
        held=Count("pk", filter=NOT_PAID),
        month=Coalesce(Sum("paid"), 0),
        holiday=Coalesce(Sum("holiday"), 0),
        advance_off=Coalesce(Sum("advance_off"), 0),
        debts_off=Coalesce(Sum("debts_off"), 0),
        deductions_off=Coalesce(Sum("deductions_off"), 0),
        to_look_at=Count("pk", filter=~Q(flags=[]) & Q(looked_at_by=None)),
    )
    return Totals(**found)


def flag_counts(run: PaymentRun) -> list[FlagCount]:
    """Of each flag that stands in the run, in their order. One query."""
    rows = (
        run.lines.exclude(flags=[])
        .order_by()
        .values(flag=Func(F("flags"), function="unnest", output_field=TextField()))
        .annotate(
            lines=Count("pk"),
            open=Count("pk", filter=Q(looked_at_by=None)),
            cents=Sum("pays"),
        )
    )
    found = {row["flag"]: row for row in rows}
    return [
        FlagCount(flag, row["lines"], row["open"], row["cents"])
        for flag in Flag
        if (row := found.get(flag.value))
    ]


def control_of(run: PaymentRun, files: Sequence[RunFile]) -> Control:
    """What went out by the lines, by the ledger and by the files. Two queries."""
    out = run.lines.filter(
        state__in=[LineState.BOOKED, LineState.PAID, LineState.RETURNED]
    ).aggregate(cents=Coalesce(Sum(F("pays") + F("deductions_off")), 0))["cents"]
    booked = Entry.objects.filter(
        account__kind=AccountKind.ONDERWEG,
        account__owner=str(run.pk),
        transfer__kind=TransferKind.BETAALOPDRACHT,
    ).aggregate(cents=Coalesce(Sum("amount"), 0))["cents"]
    return Control(out, booked, sum(file.cents for file in files))


def lines_to_look_at(run: PaymentRun, flag: str, *, only_open: bool) -> QuerySet[RunLine]:
    """In the order of the run. No flag asks for all lines."""
    lines = run.lines.select_related("award", "looked_at_by__account").order_by("number")
    if flag:
        lines = lines.filter(flags__contains=[flag])
    return lines.filter(~Q(flags=[]), looked_at_by=None) if only_open else lines
