"""Three totals that must be one: what was delivered, what was booked, and what the file asks."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet, Sum
from django.db.models.expressions import Combinable

from plein.gateways.bank.pain import total_of
from plein.ledger.models import AccountKind, Entry, TransferKind
from plein.webshop.models import OrderLine, PaymentInstruction, SettlementBatch


@dataclass(frozen=True, slots=True)
class Totals:
    """In cents."""

    orders: int
    ledger: int
    file: int

    @property
    def are_one(self) -> bool:
        return self.orders == self.ledger == self.file


def totals_of(batch: SettlementBatch) -> Totals:
    """Each counted from its own source. Five queries."""
    return Totals(_from_orders(batch), _from_ledger(batch), total_of(batch.file))


def _from_orders(batch: SettlementBatch) -> int:
    """Deliveries and claims, and what came back before, less what is set off."""
    own = PaymentInstruction.objects.filter(batch=batch)
    lines = OrderLine.objects.filter(instruction__batch=batch)
    before = PaymentInstruction.objects.filter(again_in__batch=batch)
    first = own.exclude(before__claim__isnull=False)  # of a claim that is paid again: `before`
    return (
        _sum(lines, F("price") - F("contribution"))
        + _sum(first, F("claim__approved"))
        + _sum(before, F("amount"))
        - _sum(own, F("set_off"))
    )


def _from_ledger(batch: SettlementBatch) -> int:
    entries = Entry.objects.filter(
        account__kind=AccountKind.ONDERWEG,
        account__owner=str(batch.pk),
        transfer__kind=TransferKind.BETAALOPDRACHT,
    )
    return _sum(entries, F("amount"))


def _sum(rows: QuerySet[Any], what: Combinable) -> int:
    return rows.aggregate(cents=Sum(what))["cents"] or 0
