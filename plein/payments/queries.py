"""What stands on the pages about paying back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet

from plein.identity.models import Resident
from plein.ledger.models import Entry, TransferKind
from plein.payments.models import (
    Award,
    Debt,
    DebtState,
    OwedLetter,
    Plan,
    PlanState,
    Remission,
    RemissionState,
)


@dataclass(frozen=True, slots=True)
class Step:
    """Of a debt: what changed it, in cents; below zero it grew."""

    at: datetime
    kind: TransferKind
    cents: int


def overpaid_awards() -> QuerySet[Award]:
    """Too much was paid, and nobody has decided what to do about all of it yet."""
    awards = Award.objects.filter(overpaid__balance__lt=0).select_related("overpaid")
    return awards.annotate(overpaid_cents=-F("overpaid__balance")).order_by("number")


def debts() -> QuerySet[Debt]:
    """With what is open of each, in cents."""
    found = Debt.objects.select_related("award", "account", "proposed_by__account")
    return found.annotate(open=-F("account__balance")).order_by("number")


def waiting_debts() -> QuerySet[Debt]:
    return debts().filter(state=DebtState.PROPOSED)


def open_debts() -> QuerySet[Debt]:
    return debts().filter(state=DebtState.DECIDED, account__balance__lt=0)


def waiting_plans() -> QuerySet[Plan]:
    plans = Plan.objects.filter(state=PlanState.PROPOSED).select_related("debt__award")
    return plans.order_by("made_at")


def waiting_remissions() -> QuerySet[Remission]:
    rows = Remission.objects.filter(state=RemissionState.PROPOSED).order_by("made_at")
    return rows.select_related("award", "debt", "proposed_by__account")


def letters_of(resident: Resident) -> QuerySet[OwedLetter]:
    """That are made: of debts, and of what need not be paid back."""
    own = Q(debt__resident=resident) | Q(remission__award__resident=resident)
    return OwedLetter.objects.filter(own, document__isnull=False)


def steps_of(debt: Debt) -> list[Step]:
    """From the decision on, the newest last."""
    entries = Entry.objects.filter(account=debt.account_id).select_related("transfer")
    return [
        Step(each.transfer.at, TransferKind(each.transfer.kind), each.amount)
        for each in entries.order_by("transfer__at", "pk")
    ]


def plan_of(plans: Iterable[Plan], *states: PlanState) -> Plan | None:
    return next((each for each in plans if each.state in states), None)
