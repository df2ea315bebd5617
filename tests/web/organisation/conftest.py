"""Rosa of Woonstichting De Es at her door in Emmen; another organisation, another municipality."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from plein.identity.models import Account, ProviderUser
from plein.tenants.models import Organisation
from plein.vault.actions.grants import Duration, give
from plein.vault.actions.recipients import admit_recipient
from plein.vault.actions.requests import ask, take_up
from plein.web.doors import ORGANISATION
from tests.cast import NOON
from tests.vault.conftest import (  # noqa: F401 - fixtures of the vault
    from_source,
    income_check,
    katja,
    open_use,
    rent_officer,
    shared,
    vault,
    woonstichting,
)

REFERENCE = "DOSSIER-2026-41"


def url(name: str, *args: object) -> str:
    return reverse(name, "plein.web.organisation.urls", args=args)


@pytest.fixture(autouse=True)
def noon():
    """It is noon on 24 November 2026; `clock.shift(…)` lets time pass."""
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def works_for(organisation, name) -> Account:
    account = Account.objects.create_user(f"{name}@plein.example", name=name.title())
    ProviderUser.objects.create(account=account, organisation=organisation)
    return account


@pytest.fixture
def rosa_account(woonstichting):
    return works_for(woonstichting.organisation, "rosa")


@pytest.fixture
def rosa(rosa_account, at_work):
    """The browser of Rosa, signed in with her second factor."""
    return at_work(rosa_account, ORGANISATION)


@pytest.fixture
def gilde(emmen, bas):
    """Another organisation that may ask in Emmen."""
    organisation = Organisation.objects.create(name="Gilde Vrijwilligers", kvk="90000079")
    return admit_recipient(organisation, may_have_bsn=False, contact="Bel", by=bas, at=NOON)


@pytest.fixture
def hanna(gilde, at_work):
    return at_work(works_for(gilde.organisation, "hanna"), ORGANISATION)


@pytest.fixture
def asked(income_check, rent_officer):
    """Rosa asked, and Katja did not look yet."""
    request, _code = ask(income_check, REFERENCE, by=rent_officer, at=NOON)
    return request


@pytest.fixture
def given(vault, katja, income_check, rent_officer, from_source):
    """Katja answered Rosa's request: all but the status, for a month."""

    def make(days=30, **duration):
        from_source(
            naam_geslachtsnaam="Veenstra",
            geboortedatum="1998-03-14",
            bri_inkomen=1_840_000,
            bri_status="vastgesteld",
            ww_bruto=148_233,
            partner={"voornamen": "Ruben"},
        )
        _request, code = ask(income_check, REFERENCE, by=rent_officer, at=NOON)
        mine = take_up(vault, code, by=katja.actor, at=NOON)
        until = Duration(NOON + timedelta(days=days), **duration)
        return give(vault, income_check, [], until, request=mine, by=katja.actor, at=NOON)

    return make
