"""Real PostgreSQL for every test, and the application's own role in it."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from plein.config.environment import VAR, database
from plein.kernel.refusal import Refusal
from plein.launch.postgres import Urls, prepare, start_embedded
from plein.tenants.scope import within

pytest_plugins = ["tests.cast"]
# Playwright keeps an event loop in the thread of the tests; our own calls stay synchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="session")
def admin_url() -> str:
    """The superuser of the test server: the embedded one, unless `TEST_DATABASE_URL` is given."""
    return os.environ.get("TEST_DATABASE_URL") or start_embedded(
        Path(VAR) / "postgres-test", durable=False
    )


@pytest.fixture(scope="session")
def urls(admin_url: str, worker_id: str) -> Urls:
    return fresh_database(admin_url, f"plein_test_{worker_id}")


def fresh_database(admin_url: str, name: str) -> Urls:
    with psycopg.connect(admin_url, autocommit=True) as connection:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )
    return prepare(admin_url, name)


@pytest.fixture(scope="session")
def django_db_setup(urls: Urls, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        migrate(urls)
    yield
    with django_db_blocker.unblock():
        connection.close()


def migrate(urls: Urls) -> None:
    """As the owner; from then on every test is the application."""
    connect_with(urls.owner)
    call_command("migrate", verbosity=0)
    connect_with(urls.app)


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
    """Empty every table; the superuser of the tests steps round the append-only triggers."""
    name = database(urls.app)["NAME"]
    with psycopg.connect(admin_url, dbname=name, autocommit=True) as connection:
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN "
            "('django_migrations', 'django_content_type', 'auth_permission')"
        ).fetchall()
        connection.execute("SET session_replication_role = replica")
        names = sql.SQL(", ").join(sql.Identifier(table) for (table,) in tables)
        connection.execute(sql.SQL("TRUNCATE {} CASCADE").format(names))


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
