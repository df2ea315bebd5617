"""The rows of a whole database, to put back in a moment under a program that goes on running."""

import time
from dataclasses import dataclass

import psycopg
from psycopg import IsolationLevel, sql

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
# A job that may run at once has the last moment there is as its `run_after`.
_AT_WORK = """SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = 'RUNNING'
    OR status = 'READY' AND run_after NOT BETWEEN now() AND now() + interval '99 years'"""


@dataclass(frozen=True)
class Snapshot:
    """`url` is that of a superuser: only that one steps round walls and append-only triggers.

    Sequences go on counting: a number that was given out while the rows went back is not given
    out again.
    """

    url: str
    tables: dict[str, bytes]

    def restore(self) -> None:
        with psycopg.connect(self.url) as connection:
            connection.execute("SET session_replication_role = replica")
            names = sql.SQL(", ").join(map(sql.Identifier, self.tables))
            connection.execute(sql.SQL("TRUNCATE {}").format(names))
            for table, rows in self.tables.items():
                into = sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))
                with connection.cursor().copy(into) as copy:
                    copy.write(rows)


def snapshot_of(url: str) -> Snapshot:
    """All tables at one moment, at which no job is halfway."""
    with psycopg.connect(url) as connection:
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        _wait_for_jobs(connection)
        tables = [name for (name,) in connection.execute(_TABLES)]
        return Snapshot(url, {table: _rows(connection, table) for table in tables})


def _wait_for_jobs(connection: psycopg.Connection) -> None:
    """End in a transaction that has seen that nothing runs; what it reads next is of then."""
    deadline = time.monotonic() + 60
    while (connection.execute(_AT_WORK).fetchone() or (0,))[0]:
        assert time.monotonic() < deadline, "the jobs of the demo do not end"
        connection.rollback()
        time.sleep(0.2)


def _rows(connection: psycopg.Connection, table: str) -> bytes:
    with connection.cursor().copy(
        sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))
    ) as copy:
        return b"".join(bytes(part) for part in copy)
