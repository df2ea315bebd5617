"""Withdraw and read at the same moment, a thousand times: after the withdrawal no read succeeds."""

from dataclasses import dataclass, field
from threading import Barrier, Event

import pytest

from plein.kernel.refusal import Refusal
from plein.vault.actions.grants import withdraw
from plein.vault.gate import read
from plein.vault.granted import GrantAccess
from plein.vault.models import GrantState, SharingGrant
from tests.cast import NOON

pytestmark = pytest.mark.long
READERS = 4
GRANTS = 250  # each is read by four while it is withdrawn: a thousand times together


@dataclass
class Round:
    """One grant: everybody starts together, and a read that began too late must be refused."""

    grant: SharingGrant
    start: Barrier = field(default_factory=lambda: Barrier(READERS + 1))
    withdrawn: Event = field(default_factory=Event)


@pytest.fixture
def race(at_once, shared, rent_officer, katja):
    """Play rounds; returns the reads that succeeded after a withdrawal was done."""

    def run(rounds: list[Round]) -> int:
        leaks: list[Round] = []
        readers = [lambda: read_all(rounds, rent_officer, leaks)] * READERS
        at_once([lambda: withdraw_all(rounds, katja), *readers])
        return len(leaks)

    return run


def withdraw_all(rounds, katja) -> None:
    for each in rounds:
        each.start.wait(60)
        withdraw(each.grant, by=katja.actor, at=NOON)
        each.withdrawn.set()


def read_all(rounds, officer, leaks) -> None:
    for each in rounds:
        each.start.wait(60)
        while not each.withdrawn.is_set():
            sees(each, officer)
        if sees(each, officer):
            leaks.append(each)


def sees(each: Round, officer) -> bool:
    access = GrantAccess(each.grant, officer)
    try:
        read(each.grant.vault, ["bri_inkomen"], access=access, at=NOON)
    except Refusal:
        return False
    return True


def test_no_read_succeeds_after_the_withdrawal(race, shared):
    rounds = [Round(shared()) for _number in range(GRANTS)]

    assert race(rounds) == 0
    assert set(SharingGrant.objects.values_list("state", flat=True)) == {GrantState.WITHDRAWN}


def test_the_control_that_trusts_an_old_answer_leaks(race, shared, monkeypatch):
    monkeypatch.setattr(GrantAccess, "refuses", lambda *_given: None)

    assert race([Round(shared()) for _number in range(3)]) > 0
