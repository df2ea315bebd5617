"""Moving money. Every movement is a transfer between accounts that sums to zero."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from plein.ledger.models import MAY_BE_NEGATIVE, Account, AccountKind, Hold, Transfer, TransferKind
from plein.ledger.posting import KeyTaken, post_entries
from plein.ledger.refusals import AlreadyReversed, HoldIsClosed, KeyUsedForOther, NotEnoughMoney


@dataclass(frozen=True, slots=True)
class Move:
    """An amount in cents, from one account to another."""

    source: Account
    target: Account
    cents: int

    def __post_init__(self) -> None:
        if self.cents <= 0:
            raise ValueError("A move has an amount above zero; to go back, swap the accounts.")


@dataclass(frozen=True, slots=True)
class Part:
    """Of what was held: this amount in cents, for this account."""

    target: Account
    cents: int


def open_account(kind: AccountKind, owner: object = "") -> Account:
    """The account of this kind and owner; opened when new."""
    account, _new = Account.objects.get_or_create(
        kind=kind, owner=str(owner), defaults={"may_be_negative": kind in MAY_BE_NEGATIVE}
    )
    return account


def open_accounts(kind: AccountKind, owners: Iterable[object]) -> list[Account]:
    """New accounts of this kind, one for each owner in turn: for a whole file of grants at once."""
    return Account.objects.bulk_create(
        (
            Account(kind=kind, owner=str(owner), may_be_negative=kind in MAY_BE_NEGATIVE)
            for owner in owners
        ),
        batch_size=2_000,
    )


def lock(accounts: Iterable[int]) -> dict[int, Account]:
    """Lock these accounts by id, before a transaction that makes several transfers.

    Whoever locks in one order never waits in a circle.
    """
    rows = Account.objects.select_for_update().filter(pk__in=set(accounts)).order_by("pk")
    return {account.pk: account for account in rows}


def transfer(kind: TransferKind, moves: Iterable[Move], *, key: str, at: datetime) -> Transfer:
    """Move money; the same key returns the transfer that was booked before.

    Raises `NotEnoughMoney` where an account would go below zero, and `KeyUsedForOther` when the
    key belongs to another movement.
    """
    booked, _new = _book(kind, _changes(moves), key=key, at=at)
    return booked


@transaction.atomic
def hold(cents: int, *, source: Account, reserve: Account, key: str, at: datetime) -> Hold:
    """Set money apart: it cannot be spent twice, and is not spent yet."""
    changes = _changes([Move(source, reserve, cents)])
    opened, is_new = _book(TransferKind.RESERVEREN, changes, key=key, at=at)
    if not is_new:
        return Hold.objects.get(opened_by=opened)
    return Hold.objects.create(source=source, reserve=reserve, amount=cents, opened_by=opened)


@transaction.atomic
def post(
    held: Hold,
    *,
    target: Account,
    key: str,
    at: datetime,
    kind: TransferKind = TransferKind.LEVEREN,
    less: Sequence[Part] = (),
) -> Transfer:
    """Spend what was held, in one transfer: it goes to the target, `less` what is for others.

    Raises `HoldIsClosed`.
    """
    rest = held.amount - sum(part.cents for part in less)
    parts = [Part(target, rest), *less]
    return _close(held, kind, [part for part in parts if part.cents], key=key, at=at)


@transaction.atomic
def void(held: Hold, *, key: str, at: datetime) -> Transfer:
    """Give what was held back to where it came from. Raises `HoldIsClosed`."""
    back = Part(held.source, held.amount)
    return _close(held, TransferKind.VRIJGEVEN, [back], key=key, at=at)


@transaction.atomic
def reopen(held: Hold, *, key: str, at: datetime) -> Hold:
    """Undo the closing of a hold: the money is held again, as before."""
    held = Hold.objects.select_for_update().get(pk=held.pk)
    if held.closed_by is not None:
        storno(held.closed_by, key=key, at=at)
        held.closed_by = None
        held.save(update_fields=["closed_by"])
    return held


@transaction.atomic
def storno(original: Transfer, *, key: str, at: datetime) -> Transfer:
    """Book the mirror image of a transfer, at most once. Raises `AlreadyReversed`."""
    changes = {entry.account_id: -entry.amount for entry in original.entries.all()}
    try:
        with transaction.atomic():
            mirror, _new = _book(TransferKind.STORNO, changes, key=key, at=at, reverses=original)
            return mirror
    except (IntegrityError, NotEnoughMoney):
        if Transfer.objects.filter(reverses=original).exists():
            raise AlreadyReversed from None
        raise


def _close(
    held: Hold, kind: TransferKind, parts: Sequence[Part], *, key: str, at: datetime
) -> Transfer:
    held = Hold.objects.select_for_update(of=["self"]).select_related("closed_by").get(pk=held.pk)
    if held.closed_by is not None and held.closed_by.key != key:
        raise HoldIsClosed
    changes = _changes(Move(held.reserve, part.target, part.cents) for part in parts)
    booked, is_new = _book(kind, changes, key=key, at=at)
    if is_new:
        held.closed_by = booked
        held.save(update_fields=["closed_by"])
    elif held.closed_by is None:  # this key closed it before, and that was undone since
        raise HoldIsClosed
    return booked


def _changes(moves: Iterable[Move]) -> dict[int, int]:
    changes: Counter[int] = Counter()
    for move in moves:
        changes[move.source.pk] -= move.cents
        changes[move.target.pk] += move.cents
    return {account: cents for account, cents in changes.items() if cents}


def _book(
    kind: TransferKind,
    changes: Mapping[int, int],
    *,
    key: str,
    at: datetime,
    reverses: Transfer | None = None,
) -> tuple[Transfer, bool]:
    """The transfer under this key, and whether it is new."""
    try:
        number = post_entries(
            kind, changes, key=key, at=at, reverses=reverses.pk if reverses else None
        )
    except (NotEnoughMoney, KeyTaken):
        earlier = _earlier(kind, changes, key, reverses)
        if earlier is None:
            raise
        return earlier, False
    return Transfer(id=number, kind=kind, at=at, key=key, reverses=reverses), True


def _earlier(
    kind: TransferKind, changes: Mapping[int, int], key: str, reverses: Transfer | None
) -> Transfer | None:
    """What was booked under this key before. Raises `KeyUsedForOther` if it differs."""
    booked = Transfer.objects.filter(key=key).prefetch_related("entries").first()
    if booked is None:
        return None
    entries = {entry.account_id: entry.amount for entry in booked.entries.all()}
    asked = (kind, reverses.pk if reverses else None, dict(changes))
    if (booked.kind, booked.reverses_id, entries) != asked:
        raise KeyUsedForOther
    return booked
