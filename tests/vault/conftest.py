"""Katja of Emmen, with a vault; and a housing association that asks for her income."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from plein.identity.actions import household_of, know_resident
from plein.identity.models import Resident
from plein.kernel.actor import Actor, ActorKind
from plein.kernel.bsn import Bsn
from plein.tenants.models import Organisation
from plein.vault.access import OwnAccess
from plein.vault.actions.grants import Duration, give
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.actions.recipients import (
    UsePlan,
    admit_recipient,
    approve_use,
    register_use,
)
from plein.vault.gate import read
from plein.vault.models import DataUse, Mode, Recipient, SharingGrant, UseKind, Vault
from tests.cast import BSN_OF, NOON, TESTS
from tests.gateways.sources import Sources, run_sources


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


@pytest.fixture
def woonstichting(emmen, bas) -> Recipient:
    """A housing association, which may not have a BSN."""
    organisation = Organisation.objects.create(name="Woonstichting De Es", kvk="90000077")
    return admit_recipient(
        organisation, may_have_bsn=False, contact="Bel 0591 000 000", by=bas, at=NOON
    )


def use_plan(**changes) -> UsePlan:
    standard = {
        "title": "te kijken of een huurwoning bij uw inkomen past",
        "bundle": "inkomenstoets_woning",
        "basis": "woningwet_2024",
        "kind": UseKind.ORDER,
        "if_refused": "U kunt uw inkomen ook op papier laten zien.",
        "dpia": "dpia/inkomenstoets-2026",
        "review_on": date(2027, 11, 1),
        "optional": ["bri_status"],
        "may_keep": "Het huurcontract bewaart uw inkomen niet.",
        "why_raw": "Op het formulier staat een geboortedatum.",
    }
    return UsePlan(**(standard | changes))


@pytest.fixture
def open_use(woonstichting, bas, sam):
    """A use that was registered by one and approved by another."""

    def make(recipient=None, **changes) -> DataUse:
        use = register_use(recipient or woonstichting, use_plan(**changes), by=bas, at=NOON)
        approve_use(use, by=sam, at=NOON)
        use.refresh_from_db()
        return use

    return make


@pytest.fixture
def income_check(open_use) -> DataUse:
    return open_use()


@pytest.fixture
def rent_officer(woonstichting) -> Actor:
    return Actor(ActorKind.ORGANISATION, "rosa", str(woonstichting), function="verhuurmedewerker")


@pytest.fixture
def shared(vault, katja, income_check, from_source):
    """Katja shares her income with the housing association, until New Year."""
    from_source(
        naam_geslachtsnaam="Voorbeeld",
        geboortedatum="1998-03-14",
        bri_inkomen=1_840_000,
        bri_status="definitief",
        ww_bruto=148_200,
    )

    def make(elements=("bri_inkomen", "bri_status"), **duration) -> SharingGrant:
        until = {"until": NOON + timedelta(days=30)} | duration
        return give(vault, income_check, elements, Duration(**until), by=katja.actor, at=NOON)

    return make


@pytest.fixture(scope="session")
def running_sources() -> Iterator[Sources]:
    with run_sources() as running:
        yield running


@pytest.fixture
def vault_sources(running_sources, settings) -> Sources:
    """The simulated sources, where the vault asks."""
    folders = {"bewoning": "brp"}
    settings.SOURCES = {
        name: f"{running_sources.url}/{folders.get(name, name)}" for name in settings.SOURCES
    }
    running_sources.switch("normal")
    return running_sources
