"""Gilde Vrijwilligers offers help in a garden; Bas reads it, Sam suggests it to Fatima."""

from dataclasses import replace
from datetime import timedelta

import pytest

from plein.identity.actions import household_of, know_resident
from plein.kernel.actor import Actor, ActorKind
from plein.kernel.bsn import Bsn
from plein.offers.actions.responding import Shared, respond
from plein.offers.actions.reviewing import post_offer
from plein.offers.actions.writing import Text, send_offer, write_offer
from plein.tenants.models import Organisation
from plein.vault.actions.recipients import admit_recipient
from tests.cases.conftest import case, case_type  # noqa: F401 - fixtures of an aanvraag
from tests.cast import NOON, TESTS, TODAY

HANNA = Actor(ActorKind.ORGANISATION, "hanna", "Gilde Vrijwilligers", "", "medewerker")
GARDEN = Text(
    kind="vrijwilligerswerk",
    title="Help mee in de buurttuin",
    text="U werkt in de tuin. U leert hoe planten groeien.",
    place="Klazienaveen",
    hours="Dinsdag, 2 uur",
    asks="U bent graag buiten.",
    language="A1",
    contact="de coördinator van de tuin",
    places=1,
    starts_on=TODAY,
    ends_on=TODAY + timedelta(days=30),
)
FATIMA = Shared("Fatima", "06 12 34 56 78")


def text(**other) -> Text:
    return replace(GARDEN, **other)


def admitted(name, kvk, by):
    organisation = Organisation.objects.create(name=name, kvk=kvk)
    return admit_recipient(organisation, may_have_bsn=False, contact="Bel", by=by, at=NOON)


@pytest.fixture
def gilde(emmen, bas):
    return admitted("Gilde Vrijwilligers", "90000079", bas)


@pytest.fixture
def post(gilde, bas):
    """Written, sent and posted."""

    def make(recipient=None, at=NOON, **other):
        version = write_offer(recipient or gilde, text(**other), by=HANNA, at=at)
        post_offer(send_offer(version.offer, by=HANNA, at=at), by=bas, at=at)
        version.refresh_from_db()
        return version.offer

    return make


@pytest.fixture
def garden(post):
    return post()


@pytest.fixture
def response(garden, fatima):
    return respond(garden, fatima, FATIMA, by=fatima.actor, at=NOON)


def resident_number(number: int):
    """Somebody else of Emmen."""
    bsn = [each for each in range(999_990_100, 999_991_000) if _is_bsn(each)][number]
    resident = know_resident(Bsn(str(bsn)), by=TESTS, at=NOON)
    household_of(resident, at=NOON, day=TODAY)
    return resident


def _is_bsn(number: int) -> bool:
    digits = [int(each) for each in str(number)]
    return (sum(w * d for w, d in zip(range(9, 1, -1), digits, strict=False)) - digits[8]) % 11 == 0


@pytest.fixture
def response_of(emmen):
    """Somebody else responds."""

    def make(offer, number, at=NOON):
        resident = resident_number(number)
        return respond(offer, resident, Shared("Iemand", "06 00"), by=resident.actor, at=at)

    return make
