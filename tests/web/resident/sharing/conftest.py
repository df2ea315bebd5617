"""Katja decides about her own data; Rosa asked."""

from datetime import timedelta

import pytest
import time_machine

from plein.vault.actions.grants import Duration, give
from plein.vault.actions.requests import ask, take_up
from tests.cast import NOON
from tests.vault.conftest import (  # noqa: F401 - fixtures of the vault
    from_source,
    income_check,
    katja,
    open_use,
    rent_officer,
    vault,
    woonstichting,
)

FREE = {
    "bundle": "vrijwilligershulp",
    "title": "u in contact te brengen met een vrijwilliger",
    "basis": "avg_6_1_a",
    "kind": "toestemming",
    "own_interest": True,
    "no_disadvantage": True,
    "other_way": True,
    "optional": ["telefoon", "voorkeurstaal"],
    "if_refused": "U kunt ook zelf bellen met het Gilde.",
    "most_days": 30,
}


@pytest.fixture(autouse=True)
def noon():
    """It is noon on 24 November 2026; `clock.shift(…)` lets time pass."""
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def browser(katja, signed_in):
    """The browser of Katja, signed in with DigiD."""
    return signed_in(katja)


@pytest.fixture
def values(from_source):
    from_source(
        naam_geslachtsnaam="Veenstra",
        geboortedatum="1998-03-14",
        bri_inkomen=1_840_000,
        bri_status="vastgesteld",
        ww_bruto=148_233,
    )


@pytest.fixture
def asked(income_check, rent_officer):
    """A request and its code, that nobody typed yet."""
    return ask(income_check, "DOSSIER-41", by=rent_officer, at=NOON)


@pytest.fixture
def request_of_rosa(asked, vault, katja):
    return take_up(vault, asked[1], by=katja.actor, at=NOON)


@pytest.fixture
def grant(vault, katja, income_check, values):
    month = Duration(NOON + timedelta(days=30))
    return give(vault, income_check, [], month, by=katja.actor, at=NOON)
