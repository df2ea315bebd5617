"""One statement that moves money: locks in a fixed order, guards, writes, and keeps the balance.

Everything that must hold is asked of PostgreSQL in the same round trip. The accounts are locked
by id, so two transfers never wait for each other in a circle; an account that may not be negative
is guarded here and once more by a check constraint. The guard and the new balance read the locked
row and never the table, where this statement may still see a balance from before it had to wait.

An amount is found by its place: both the accounts and what is locked are in the order of their ids.
Where an account misses the places shift, and then nothing is booked. A join would be planned by
statistics, which lag behind fifty thousand accounts that were opened a moment ago.
"""

from collections.abc import Mapping
from datetime import datetime

from django.db import connection

from plein.ledger.models import Account, Entry, Transfer
from plein.ledger.refusals import NotEnoughMoney
from plein.tenants.scope import current_id


class KeyTaken(Exception):
    """This key has booked before."""


_POST = f"""
WITH locked AS (
    SELECT id, balance, may_be_negative FROM {Account._meta.db_table}
    WHERE id = ANY(%(accounts)s) AND municipality_id = %(municipality)s
    ORDER BY id FOR UPDATE
), change AS (
    SELECT id, balance, may_be_negative,
           (%(amounts)s::bigint[])[row_number() OVER (ORDER BY id)::int] AS amount
    FROM locked
), allowed AS (
    SELECT count(*) = cardinality(%(accounts)s) AS all_of_them
    FROM change WHERE may_be_negative OR balance + amount >= 0
), booked AS (
    INSERT INTO {Transfer._meta.db_table} (municipality_id, kind, at, key, reverses_id)
    SELECT %(municipality)s, %(kind)s, %(at)s, %(key)s, %(reverses)s
    FROM allowed WHERE all_of_them
    ON CONFLICT (municipality_id, key) DO NOTHING
    RETURNING id
), moved AS (
    UPDATE {Account._meta.db_table} AS a SET balance = c.balance + c.amount
    FROM change AS c, booked
    WHERE a.id = c.id
), written AS (
    INSERT INTO {Entry._meta.db_table} (municipality_id, transfer_id, account_id, amount)
    SELECT %(municipality)s, b.id, c.id, c.amount
    FROM change AS c, booked AS b ORDER BY c.id
)
SELECT (SELECT id FROM booked), (SELECT all_of_them FROM allowed)
"""  # noqa: S608 - the names of our own tables


def post_entries(
    kind: str,
    changes: Mapping[int, int],
    *,
    key: str,
    at: datetime,
    reverses: int | None = None,
) -> int:
    """Book these cents per account id, and return the transfer's id.

    Raises `NotEnoughMoney`, or `KeyTaken` when the key was used before; after either, nothing
    has moved.
    """
    accounts = sorted(changes)
    with connection.cursor() as cursor:
        cursor.execute(
            _POST,
            {
                "accounts": accounts,
                "amounts": [changes[account] for account in accounts],
                "municipality": current_id(),
                "kind": kind,
                "at": at,
                "key": key,
                "reverses": reverses,
            },
        )
        transfer_id, allowed = cursor.fetchone()
    if not allowed:
        raise NotEnoughMoney
    if transfer_id is None:
        raise KeyTaken
    return int(transfer_id)
