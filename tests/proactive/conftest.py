"""Katja, whose WW ends in 70 days; and what two people of Emmen turned on."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from plein.identity.actions import household_of, know_resident
from plein.kernel.bsn import Bsn
from plein.proactive.actions.looking import look_for
from plein.proactive.actions.switching import confirm_need, propose_need
from plein.proactive.library import needs
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from tests.cast import BSN_OF, NOON, TESTS, TODAY
from tests.webshop.conftest import (  # noqa: F401 - fixtures of the shop
    grant_for,
    kindpakket,
    neighbours,
    open_period,
)

BY_LAW = "Verordening Help op tijd gemeente Emmen 2026 (voorbeeld)"
WW, BUDGET, HELP, ADULT = "ww-stopt", "budget-stopt", "hulp-stopt", "wordt-18"


@pytest.fixture
def katja(emmen):
    resident = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)
    household_of(resident, at=NOON, day=TODAY, name="Katja")
    return resident


@pytest.fixture
def knows():
    """What the vault of a resident holds, as sources say it."""

    def keep_all(resident, **values):
        vault = vault_of(resident, at=NOON)
        keep(vault, [Incoming(*each) for each in values.items()], mode=Mode.SOURCE, at=NOON)
        return vault

    return keep_all


@pytest.fixture
def katja_on_ww(katja, knows):
    """Until 70 days from now."""
    knows(katja, geboortedatum="1998-03-14", ww_einde_max=ww_until(70))
    return katja


def ww_until(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


@pytest.fixture
def turn_on(wim, femke) -> Callable[..., None]:
    def turn(*keys):
        for key in keys:
            propose_need(needs()[key], BY_LAW, by=wim, at=NOON)
            confirm_need(needs()[key], by=femke, at=NOON)

    return turn


def night(key: str, on: date = TODAY) -> int:
    """Look on this day, at noon."""
    return look_for(needs()[key], by=TESTS, at=NOON + (on - TODAY))
