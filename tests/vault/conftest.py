"""Katja of Emmen, with a vault."""

from datetime import date

import pytest

from plein.identity.actions import household_of, know_resident
from plein.identity.models import Resident
from plein.kernel.bsn import Bsn
from plein.vault.access import OwnAccess
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.gate import read
from plein.vault.models import Mode, Vault
from tests.cast import BSN_OF, NOON, TESTS


@pytest.fixture
def katja(emmen) -> Resident:
    resident = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)
    household_of(resident, at=NOON, day=date(2026, 1, 1), name="Katja")
    return resident


@pytest.fixture
def vault(katja) -> Vault:
    return vault_of(katja, at=NOON)


@pytest.fixture
def from_source(vault):
    """Values as a source would give them; returns how many were new."""

    def put(at=NOON, marks=(), **values) -> int:
        incoming = [Incoming(key, value, marks=marks) for key, value in values.items()]
        return keep(vault, incoming, mode=Mode.SOURCE, at=at)

    return put


@pytest.fixture
def look(katja, vault):
    """What Katja herself reads: the newest values by element."""

    def see(*keys, at=NOON, **options):
        readings = read(vault, keys, access=OwnAccess(katja), at=at, **options)
        return {reading.element.key: reading.value for reading in readings}

    return see
