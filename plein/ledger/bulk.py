"""Many transfers in one statement, for a run that pays a whole municipality.

The same guards as `posting`: accounts locked by id, none below zero that may not be, and no key
twice. Either all of them are booked or none.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from plein.ledger.models import Account, Entry, Transfer, TransferKind
from plein.ledger.posting import KeyTaken
from plein.ledger.refusals import NotEnoughMoney
from plein.tenants.scope import current_id


@dataclass(frozen=True, slots=True)
class Booking:
    """A transfer to make: cents per account id, which sum to zero."""

    kind: TransferKind
    key: str
    changes: Mapping[int, int]

    def __post_init__(self) -> None:
        if sum(self.changes.values()):
            raise ValueError("What goes out of one account goes into another.")


_MOVE = f"""
WITH change AS (
    SELECT * FROM unnest(%(accounts)s::bigint[], %(amounts)s::bigint[]) AS c (account_id, amount)
), locked AS (
    SELECT id, balance, may_be_negative FROM {Account._meta.db_table}
    WHERE id = ANY(%(accounts)s) AND municipality_id = %(municipality)s
    ORDER BY id FOR UPDATE
), allowed AS (
    SELECT l.id, l.balance + c.amount AS balance
    FROM locked AS l JOIN change AS c ON c.account_id = l.id
    WHERE l.may_be_negative OR l.balance + c.amount >= 0
)
UPDATE {Account._meta.db_table} AS a SET balance = w.balance FROM allowed AS w
WHERE a.id = w.id AND (SELECT count(*) FROM allowed) = cardinality(%(accounts)s)
"""  # noqa: S608 - the names of our own tables

_WRITE = f"""
WITH booked AS (
    INSERT INTO {Transfer._meta.db_table} (municipality_id, kind, at, key)
    SELECT %(municipality)s, b.kind, %(at)s, b.key
    FROM unnest(%(kinds)s::text[], %(keys)s::text[]) WITH ORDINALITY AS b (kind, key, place)
    ORDER BY b.place ON CONFLICT (municipality_id, key) DO NOTHING RETURNING id, key
), written AS (
    INSERT INTO {Entry._meta.db_table} (municipality_id, transfer_id, account_id, amount)
    SELECT %(municipality)s, b.id, e.account_id, e.amount
    FROM unnest(%(entry_keys)s::text[], %(accounts)s::bigint[], %(amounts)s::bigint[])
        AS e (key, account_id, amount) JOIN booked AS b ON b.key = e.key
)
SELECT key, id FROM booked
"""  # noqa: S608 - the names of our own tables


def book_all(bookings: Sequence[Booking], *, at: datetime) -> dict[str, int]:
    """The transfer of each key. To be called in a transaction: on a refusal roll back.

    Raises `NotEnoughMoney` where an account would end below zero, and `KeyTaken`.
    """
    bookings = [each for each in bookings if any(each.changes.values())]
    if not bookings:
        return {}
    _move(bookings)
    entries = [(each.key, *one) for each in bookings for one in each.changes.items() if one[1]]
    with connection.cursor() as cursor:
        cursor.execute(
            _WRITE,
            {
                "municipality": current_id(),
                "at": at,
                "kinds": [each.kind.value for each in bookings],
                "keys": [each.key for each in bookings],
                "entry_keys": [key for key, _account, _amount in entries],
                "accounts": [account for _key, account, _amount in entries],
                "amounts": [amount for _key, _account, amount in entries],
            },
        )
        found = dict(cursor.fetchall())
    if len(found) != len(bookings):
        raise KeyTaken
    return found


def _move(bookings: Sequence[Booking]) -> None:
    """Each account once, by what all of them change on it together."""
    totals: Counter[int] = Counter()
    for booking in bookings:
        totals.update(booking.changes)
    accounts = sorted(totals)
    with connection.cursor() as cursor:
        cursor.execute(
            _MOVE,
            {
                "accounts": accounts,
                "amounts": [totals[account] for account in accounts],
                "municipality": current_id(),
            },
        )
        if cursor.rowcount != len(accounts):
            raise NotEnoughMoney
