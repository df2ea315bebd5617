"""For which municipality we work now: one context variable, told to the database as well.

The manager of `TenantModel` filters on it (the first wall) and PostgreSQL's row-level security
reads the same value from the connection (the second wall). Outside a scope both show nothing:
the manager raises, the database answers with no rows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.pq import TransactionStatus

if TYPE_CHECKING:
    from plein.tenants.models import Municipality

_current: ContextVar["Municipality | None"] = ContextVar("municipality", default=None)


class OutsideMunicipality(Exception):
    """A query for rows of a municipality, while none is chosen."""


def current() -> "Municipality":
    """The municipality we work for. Raises `OutsideMunicipality`."""
    municipality = _current.get()
    if municipality is None:
        raise OutsideMunicipality("Choose a municipality first: with within(municipality): ...")
    return municipality


def current_id() -> int:
    return current().pk


@contextmanager
def within(municipality: "Municipality | None") -> Iterator[None]:
    """Work for this municipality; None shuts both walls."""
    token = _current.set(municipality)
    tell_database(connection)
    try:
        yield
    finally:
        _current.reset(token)
        tell_database(connection)


def tell_database(database: BaseDatabaseWrapper) -> None:
    """Let row-level security know; a connection that opens later is told when it opens.

    A transaction that failed cannot be told, and forgets by itself what it was told before.
    """
    if database.connection is None or database.needs_rollback or _has_failed(database):
        return
    municipality = _current.get()
    with database.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('plein.municipality', %s, false)",
            [str(municipality.pk) if municipality else ""],
        )


def _has_failed(database: BaseDatabaseWrapper) -> bool:
    return bool(database.connection.info.transaction_status == TransactionStatus.INERROR)


def on_connection_created(*, connection: BaseDatabaseWrapper, **_: object) -> None:
    tell_database(connection)
