"""Katja and what her vault knows: WW that ends in 70 days, two children, a rent."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.identity.actions import household_of, know_resident
from plein.kernel.bsn import Bsn
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.actions.statements import state
from plein.vault.models import Mode
from tests.cast import BSN_OF, NOON, TESTS, TODAY


@pytest.fixture
def katja(emmen):
    resident = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)
    household_of(resident, at=NOON, day=TODAY, name="Katja")
    return resident


@pytest.fixture
def katjas(katja, signed_in):
    return signed_in(katja)


@pytest.fixture
def known(katja):
    """WW of € 1.226 that ends in 70 days, two children, a rent of € 650."""
    today, vault = timezone.localdate(), vault_of(katja, at=NOON)
    values = {
        "geboortedatum": "1998-03-14",
        "kinderen": [
            {"voornaam": "Mees", "geboortedatum": f"{today.year - 4}-02-11"},
            {"voornaam": "Evi", "geboortedatum": f"{today.year - 9}-04-23"},
        ],
        "ww_begin": (today - timedelta(days=200)).isoformat(),
        "ww_einde_max": (today + timedelta(days=70)).isoformat(),
        "ww_bruto": 122_600,
    }
    incoming = [Incoming(key, value) for key, value in values.items()]
    keep(vault, incoming, mode=Mode.SOURCE, at=NOON)
    state(vault, "huur", {"kale_huur": 65_000}, by=katja, at=NOON)
    return vault
