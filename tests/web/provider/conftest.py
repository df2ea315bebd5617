"""Yara of De Plons at her till in Emmen, at noon; another shop, and another municipality."""

from datetime import time

import pytest
import time_machine
from django.urls import reverse

from plein.identity.models import Account, ProviderUser
from plein.kernel.short_code import spaced
from plein.tenants.models import Organisation
from plein.tenants.scope import current, within
from plein.web.doors import PROVIDER
from plein.webshop.actions.catalogue import Offer, admit_provider, offer_product
from plein.webshop.actions.places import Spot
from plein.webshop.codes import code_of
from plein.webshop.models import Category, Fulfilment, ProviderKind
from tests.cast import NOON, TESTS
from tests.webshop.conftest import YARA, order

TILL = "/aanbieders/kassa/"
EMAIL = "opvallend.adres@inwoner.example"
BATH = Spot("Het bad", "Waterweg 2", "7811 AB", "Emmen", {2: (time(9), time(17))})
OFFER = Offer("Zwemkaart", "Tien keer zwemmen.", Category.SPORT, 4_550, Fulfilment.PICKUP)


def url(name: str, *args: object) -> str:
    return reverse(name, "plein.web.provider.urls", args=args)


def code(pickup) -> str:
    """As it stands on the screen of the resident."""
    return spaced(code_of(current(), pickup))


@pytest.fixture(autouse=True)
def noon():
    """It is noon on 24 November 2026; `clock.shift(…)` lets time pass."""
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def yara_signs_in(yara, at_work):
    """A session lasts 15 idle minutes: who comes back later signs in again."""
    return lambda: at_work(yara.account, PROVIDER)


@pytest.fixture
def till(yara_signs_in):
    """The browser of Yara, signed in with her second factor."""
    return yara_signs_in()


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    return grant_for(kindpakket, lina, 60_000)


@pytest.fixture
def ordered(fatima, lina, grant, swimming_lessons):
    """Fatima orders so many swimming lessons for Lina, under one code."""

    def make(number: int = 1, key: str = "order", version=None):
        lines = [(version or swimming_lessons, lina, grant)] * number
        return order(fatima, *lines, key=key, email=EMAIL).pickups.get()

    return make


@pytest.fixture
def pickup(ordered):
    return ordered()


@pytest.fixture
def de_spaak(emmen):
    """Another shop in Emmen."""
    organisation = Organisation.objects.create(name="De Spaak", kvk="90000002")
    return admitted(organisation)


@pytest.fixture
def mo(de_spaak, at_work):
    """The browser of Mo of De Spaak."""
    account = Account.objects.create_user("mo@plein.example", name="Mo")
    ProviderUser.objects.create(account=account, organisation=de_spaak.organisation)
    return at_work(account, PROVIDER)


@pytest.fixture
def in_buren(buren, de_plons):
    """De Plons also sells in Buren: a product there."""
    with within(buren):
        return offer_product(admitted(de_plons.organisation), OFFER, by=YARA, at=NOON).product


def admitted(organisation):
    return admit_provider(
        organisation, kind=ProviderKind.SHOP, iban="NL91ABNA0417164300", by=TESTS, at=NOON
    )
