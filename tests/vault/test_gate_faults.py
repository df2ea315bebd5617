"""Whatever breaks, and wherever: no plain text without a line in the log that is really there."""

from collections.abc import Callable
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, OperationalError, connection

from plein.audit.models import Look
from plein.kernel.crypto import CannotOpen
from plein.vault.access import OwnAccess
from plein.vault.actions.grants import Duration, give
from plein.vault.gate import read, read_history
from plein.vault.granted import GrantAccess
from plein.vault.keys import KeyRing
from tests.cast import NOON

SECRET = 148_200
MOST_POINTS = 40


class Fault(OperationalError):
    """The disk is full, the connection is gone: it comes at one statement."""


class FaultAt:
    """Fails at the n-th statement; `reached` tells whether there was one."""

    def __init__(self, number: int) -> None:
        self.left, self.reached = number, False

    def __call__(self, execute, sql, params, many, context):
        self.left -= 1
        if self.left == 0:
            self.reached = True
            raise Fault("no space left on device")
        return execute(sql, params, many, context)


@pytest.fixture
def flows(committed, vault, katja, income_check, rent_officer, from_source):
    """Each way to plain text, as somebody walks it."""
    from_source(ww_bruto=SECRET, bri_inkomen=SECRET, naam_geslachtsnaam="V", geboortedatum="1998")
    until = Duration(NOON + timedelta(days=9))
    grant = give(vault, income_check, [], until, by=katja.actor, at=NOON)
    own = OwnAccess(katja)
    return {
        "own": lambda: read(vault, ["ww_bruto"], access=own, at=NOON),
        "history": lambda: read_history(vault, "ww_bruto", access=own, at=NOON),
        "back in time": lambda: read(vault, ["ww_bruto"], access=own, at=NOON, as_of=NOON),
        "recipient": lambda: read(
            vault, ["bri_inkomen"], access=GrantAccess(grant, rent_officer), at=NOON
        ),
    }


def lines(superuser) -> int:
    """What is really in the log, as another connection sees it."""
    return superuser.execute(f"SELECT count(*) FROM {Look._meta.db_table}").fetchone()[0]


def outcome(flow: Callable[[], list]) -> list:
    """The values that came out; none where it failed."""
    try:
        return [reading.value for reading in flow()]
    except (DatabaseError, CannotOpen):
        return []


def test_at_every_statement_a_fault_gives_no_plain_text(flows, superuser):
    points = 0
    for flow in flows.values():
        for number in range(1, MOST_POINTS):
            fault, before = FaultAt(number), lines(superuser)
            with connection.execute_wrapper(fault):
                values = outcome(flow)
            if not fault.reached:
                assert values == [SECRET]
                assert lines(superuser) == before + 1
                break
            points += 1
            assert values == []
            assert lines(superuser) == before  # the line went with what it was about

    assert points >= 10  # and twenty-four more below


@contextmanager
def broken(monkeypatch, place: str, error: Exception):
    def fails(*_given, **_named):
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(place, fails)
        yield


PLACES = {
    "the log": ("plein.vault.gate.log_look", Fault("log")),
    "the line": ("plein.audit.actions.add_look", Fault("line")),
    "the keys": ("plein.vault.gate.KeyRing", CannotOpen()),
    "the municipality's key": ("plein.vault.keys.open_under", CannotOpen()),
    "the master key": ("plein.tenants.keys.open_with_master", CannotOpen()),
    "the commit": ("django.db.backends.postgresql.base.DatabaseWrapper._commit", Fault("commit")),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("flow", ["own", "history", "back in time", "recipient"])
def test_whatever_part_fails_nothing_comes_out(flows, superuser, monkeypatch, place, flow):
    before = lines(superuser)
    with broken(monkeypatch, *PLACES[place]):
        values = outcome(flows[flow])

    assert values == []
    assert lines(superuser) == before


def test_the_control_that_decrypts_first_is_caught(flows, superuser, vault, monkeypatch):
    """A gate that opens before its line is committed gives plain text without a line."""
    content = vault.values.get(element="ww_bruto")

    def careless():
        plain = KeyRing(vault).unseal(
            content.content.sealed, 1, version=content.pk, element="ww_bruto"
        )
        outcome(flows["own"])
        return plain

    before = lines(superuser)
    with broken(monkeypatch, *PLACES["the commit"]):
        assert careless() == str(SECRET).encode()

    assert lines(superuser) == before
