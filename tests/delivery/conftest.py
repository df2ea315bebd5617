"""Fatima gets mail; what waits in the queue is sent by hand."""

import pytest
import time_machine

from plein.delivery.actions.contacts import accept_address
from plein.delivery.sending import deliver
from plein.identity.actions import know_resident
from plein.kernel.bsn import Bsn
from tests.cast import BSN_OF, NOON, TESTS

ADDRESS = "fatima@inwoner.example"


@pytest.fixture
def mailed(fatima):
    accept_address(fatima, ADDRESS, by=TESTS, at=NOON)
    return fatima


def deliver_at(delivery, at):
    with time_machine.travel(at, tick=False):
        deliver(delivery.pk)
    delivery.refresh_from_db()
    return delivery


@pytest.fixture
def katja(emmen):
    return know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)
