"""The own share in the books: it reaches the provider when the product does."""

from datetime import datetime

from plein.ledger.actions import Move, open_account, storno, transfer
from plein.ledger.models import Account, AccountKind, Transfer, TransferKind
from plein.webshop.models import OrderLine


def book_own_share(line: OrderLine, payable: Account, at: datetime) -> None:
    """What the resident paid, to what we owe this provider. Nothing for a line without own share.

    The account of own shares is below zero by what the payment provider still has to bring us.
    """
    if line.own_share:
        paid = open_account(AccountKind.EIGEN_BIJDRAGE)
        moves = [Move(paid, payable, line.own_share)]
        transfer(TransferKind.BIJBETALEN, moves, key=_key(line), at=at)


def undo_own_share(line: OrderLine, at: datetime) -> None:
    """Back, when a hand-over is undone."""
    if line.own_share:
        booked = Transfer.objects.get(key=_key(line))
        storno(booked, key=f"undo-{_key(line)}", at=at)


def _key(line: OrderLine) -> str:
    return f"own-share-{line.pk}-{line.times_undone}"
