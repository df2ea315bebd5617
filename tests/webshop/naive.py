"""The shop as it would be without its guards: read, check, write. For negative controls.

A race test that cannot fail shows nothing. Each control takes one guard away, lets everybody
look before anybody writes, and shows the harm that the guard prevents.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from threading import Barrier

from django.db.models import F, QuerySet

from plein.ledger.bulk import Booking
from plein.ledger.models import Account, Entry, Transfer
from plein.ledger.refusals import NotEnoughMoney
from plein.webshop.models import Product


def without_locks(monkeypatch) -> None:
    monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **_options: rows)


def with_a_naive_ledger(monkeypatch, take_down, *, together: int) -> None:
    """Balances are read by all before one is written, and nothing stops them at zero."""
    everybody_looked = Barrier(together)

    def post_entries(
        kind: str,
        changes: Mapping[int, int],
        *,
        key: str,
        at: datetime,
        reverses: int | None = None,
    ) -> int:
        for account in Account.objects.filter(pk__in=changes):
            if not account.may_be_negative and account.balance + changes[account.pk] < 0:
                raise NotEnoughMoney
        everybody_looked.wait(timeout=30)
        booked = Transfer.objects.create(kind=kind, at=at, key=key, reverses_id=reverses)
        for account, cents in sorted(changes.items()):
            Account.objects.filter(pk=account).update(balance=F("balance") + cents)
        Entry.objects.bulk_create(
            Entry(transfer=booked, account_id=account, amount=cents)
            for account, cents in changes.items()
        )
        return booked.pk

    def book_all(bookings: Sequence[Booking], *, at: datetime) -> dict[str, int]:
        return {
            each.key: post_entries(each.kind, each.changes, key=each.key, at=at)
            for each in bookings
        }

    take_down("ledger_account", "ledger_not_negative")
    without_locks(monkeypatch)
    monkeypatch.setattr("plein.ledger.actions.post_entries", post_entries)
    monkeypatch.setattr("plein.ledger.holding.book_all", book_all)


def with_a_naive_shelf(monkeypatch, *, together: int) -> None:
    """The stock is read by all before one is written."""
    everybody_looked = Barrier(together)

    def take(wishes) -> None:
        (wish,) = wishes
        product = Product.objects.get(pk=wish.version.product_id)
        everybody_looked.wait(timeout=30)
        if product.stock:
            Product.objects.filter(pk=product.pk).update(stock=product.stock - 1)

    monkeypatch.setattr("plein.webshop.actions.reserving._take_from_stock", take)
