"""Real PostgreSQL for every test, and the application's own role in it."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from threading import Barrier

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, settings
from psycopg import sql

from plein.config.environment import ROOT, VAR, database
from plein.kernel.refusal import Refusal
from plein.launch.postgres import OWNER, Urls, prepare, start_embedded
from plein.tenants.scope import within

# How fast a machine draws that also does other work says nothing of what is tested.
settings.register_profile("plein", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("plein")

pytest_plugins = ["tests.cast", "tests.spreading"]
# Playwright keeps an event loop in the thread of the tests; our own calls stay synchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
MIGRATED, MIGRATING = "plein_test_migrated", 20_261_124  # the database to copy, and its lock
TABLES_COME_FROM = (
    "plein/*/migrations/*.py",
    "plein/kernel/**/*.py",
    "plein/tenants/*.py",
    "requirements/*.txt",
    "plein/launch/postgres.py",
)


@pytest.fixture(scope="session")
def admin_url() -> str:
    """The superuser of the test server: the embedded one, unless `TEST_DATABASE_URL` is given."""
    return os.environ.get("TEST_DATABASE_URL") or start_embedded(
        Path(VAR) / "postgres-test", durable=False
    )


@pytest.fixture(scope="session")
def new_database(admin_url: str, django_db_blocker) -> Callable[[str], Urls]:
    """Make an empty database with every table: a copy of one that was migrated before."""
    with django_db_blocker.unblock():
        migrate_once(admin_url, digest_of_migrations())

    def make(name: str) -> Urls:
        with psycopg.connect(admin_url, autocommit=True) as server:
            drop(server, name)
            copy = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}")
            server.execute(copy.format(*map(sql.Identifier, (name, OWNER, MIGRATED))))
        return prepare(admin_url, name)

    return make


def digest_of_migrations() -> str:
    """Of all that decides what the tables are: migrations, what they call on, and the packages."""
    files = sorted(file for part in TABLES_COME_FROM for file in ROOT.glob(part))
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def migrate_once(admin_url: str, digest: str) -> None:
    """The worker that comes first migrates as the owner, and the others wait for it.

    That takes most of a minute, so the next run of these migrations finds the database there.
    """
    with psycopg.connect(admin_url, autocommit=True) as server:
        server.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
        of = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
        if server.execute(of, [MIGRATED]).fetchone() == (digest,):
            return
        drop(server, MIGRATED)
        connect_with(prepare(admin_url, MIGRATED).owner)
        call_command("migrate", verbosity=0)
        connection.close()
        comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
        server.execute(comment.format(sql.Identifier(MIGRATED), sql.Literal(digest)))


def drop(server: psycopg.Connection, name: str) -> None:
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="session")
def urls(new_database: Callable[[str], Urls], worker_id: str) -> Urls:
    return new_database(f"plein_test_{worker_id}")


@pytest.fixture(scope="session")
def django_db_setup(urls: Urls, django_db_blocker) -> Iterator[None]:
    """Every test is the application, and never the owner."""
    connect_with(urls.app)
    yield
    with django_db_blocker.unblock():
        connection.close()


def connect_with(url: str) -> None:
    connection.close()
    connection.settings_dict.update(database(url) | {"CONN_MAX_AGE": 0})


@pytest.fixture
def committed(django_db_setup, django_db_blocker, admin_url, urls) -> Iterator[None]:
    """For threads and servers: what is written is really there, and wiped afterwards."""
    with django_db_blocker.unblock():
        yield
        connection.close()
        wipe(admin_url, urls)


def wipe(admin_url: str, urls: Urls) -> None:
    """Empty every table; the superuser of the tests steps round the append-only triggers.

    Row by row, and only where there are rows: to truncate eighty tables takes longer than most
    tests, and to delete from two hundred as well.
    """
    name = database(urls.app)["NAME"]
    with psycopg.connect(admin_url, dbname=name) as connection:
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN "
            "('django_migrations', 'django_content_type', 'auth_permission')"
        ).fetchall()
        is_written = sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM {})")
        asked = [is_written.format(table, sql.Identifier(table)) for (table,) in tables]
        written = connection.execute(sql.SQL(" UNION ALL ").join(asked)).fetchall()
        connection.execute("SET LOCAL session_replication_role = replica")
        for (table,) in written:
            connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))


@pytest.fixture
def at_once(committed, emmen) -> Callable[[Sequence[Callable[[], object]]], list[object]]:
    """Do all of this in threads that start together; answers and refusals, in order."""

    def do(works: Sequence[Callable[[], object]]) -> list[object]:
        start = Barrier(len(works))

        def one(work: Callable[[], object]) -> object:
            with within(emmen):
                try:
                    connection.ensure_connection()
                    start.wait(timeout=60)
                    return work()
                except Refusal as refusal:
                    return refusal
                finally:
                    connection.close()

        with ThreadPoolExecutor(len(works)) as pool:
            return list(pool.map(one, works))

    return do


@pytest.fixture
def superuser(admin_url, urls, django_db_setup) -> Iterator[psycopg.Connection]:
    """Somebody who passes every wall of this database."""
    name = database(urls.app)["NAME"]
    with psycopg.connect(admin_url, dbname=name, autocommit=True) as connection:
        yield connection


@pytest.fixture
def take_down(superuser, committed, admin_url, urls) -> Iterator[Callable[[str, str], None]]:
    """Take a constraint off a table, to show that a test notices; put back afterwards."""
    definitions = []

    def take(table: str, name: str) -> None:
        (definition,) = superuser.execute(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = %s", [name]
        ).fetchone()
        superuser.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        definitions.append(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")

    yield take
    connection.close()
    wipe(admin_url, urls)
    for definition in definitions:
        superuser.execute(definition)


@pytest.fixture(scope="session")
def worker_id(request) -> str:
    return os.environ.get("PYTEST_XDIST_WORKER", "solo")
