"""The rows of a whole database, to put back in a moment under a program that goes on running."""

from dataclasses import dataclass

import psycopg
from psycopg import sql

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
_SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"


@dataclass(frozen=True)
class Snapshot:
    """`url` is that of a superuser: only that one steps round walls and append-only triggers."""

    url: str
    tables: dict[str, bytes]
    sequences: dict[str, int | None]

    def restore(self) -> None:
        with psycopg.connect(self.url) as connection:
            connection.execute("SET session_replication_role = replica")
            names = sql.SQL(", ").join(map(sql.Identifier, self.tables))
            connection.execute(sql.SQL("TRUNCATE {}").format(names))
            for table, rows in self.tables.items():
                into = sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))
                with connection.cursor().copy(into) as copy:
                    copy.write(rows)
            for sequence, last in self.sequences.items():
                if last is not None:
                    connection.execute("SELECT setval(%s::regclass, %s)", [sequence, last])


def snapshot_of(url: str) -> Snapshot:
    with psycopg.connect(url) as connection:
        tables = [name for (name,) in connection.execute(_TABLES)]
        sequences = dict(connection.execute(_SEQUENCES).fetchall())
        return Snapshot(url, {table: _rows(connection, table) for table in tables}, sequences)


def _rows(connection: psycopg.Connection, table: str) -> bytes:
    with connection.cursor().copy(
        sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))
    ) as copy:
        return b"".join(bytes(part) for part in copy)
