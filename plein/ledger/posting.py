"""One statement that moves money: locks in a fixed order, guards, writes, and keeps the balance.

Everything that must hold is asked of PostgreSQL in the same round trip. The accounts are locked
by id, so two transfers never wait for each other in a circle; an account that may not be negative
is guarded here and once more by a check constraint.
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
WITH change AS (
    SELECT * FROM unnest(%(accounts)s::bigint[], %(amounts)s::bigint[]) AS c (account_id, amount)
), locked AS (
    SELECT id FROM {Account._meta.db_table}
    WHERE id = ANY(%(accounts)s) AND municipality_id = %(municipality)s
    ORDER BY id FOR UPDATE
), moved AS (
    UPDATE {Account._meta.db_table} AS a SET balance = a.balance + c.amount
    FROM change AS c JOIN locked AS l ON l.id = c.account_id
    WHERE a.id = c.account_id AND (a.may_be_negative OR a.balance + c.amount >= 0)
    RETURNING a.id, c.amount
), booked AS (
    INSERT INTO {Transfer._meta.db_table} (municipality_id, kind, at, key, reverses_id)
    SELECT %(municipality)s, %(kind)s, %(at)s, %(key)s, %(reverses)s
    WHERE (SELECT count(*) FROM moved) = cardinality(%(accounts)s)
    ON CONFLICT (municipality_id, key) DO NOTHING
    RETURNING id
), written AS (
    INSERT INTO {Entry._meta.db_table} (municipality_id, transfer_id, account_id, amount)
    SELECT %(municipality)s, b.id, m.id, m.amount FROM moved AS m, booked AS b ORDER BY m.id
)
SELECT (SELECT id FROM booked), (SELECT count(*) FROM moved)
"""


def post_entries(
    kind: str,
    changes: Mapping[int, int],
    *,
    key: str,
    at: datetime,
    reverses: int | None = None,
) -> int:
    """Book these cents per account id, and return the transfer's id.

    Raises `NotEnoughMoney`, or `KeyTaken` when the key was used before; after either, the
    caller rolls back: balances have moved.
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
        transfer_id, moved = cursor.fetchone()
    if moved != len(accounts):
        raise NotEnoughMoney
    if transfer_id is None:
        raise KeyTaken
    return int(transfer_id)
