"""Wim proposes, Femke approves."""

import pytest
import time_machine

from plein.identity.models import Role
from plein.web.doors import DESK
from tests.cast import NOON, staff_member
from tests.vault.conftest import open_use, woonstichting  # noqa: F401 - fixtures of the vault


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def femke(emmen):
    return staff_member("femke", Role.PRIVACY_OFFICER)


@pytest.fixture
def at_desk(at_work):
    return lambda staff: at_work(staff.account, DESK)
