"""One offer through all doors: written, read, posted, suggested, answered, followed up."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plein.audit.models import Look
from plein.identity.models import Account, ProviderUser
from plein.offers.actions.closing import close_offer
from plein.offers.actions.suggesting import suggest
from plein.offers.models import Offer, OfferVersion, Response, ResponseState
from plein.tenants.scope import within
from plein.vault.actions.recipients import admit_recipient
from plein.web.doors import DESK, ORGANISATION
from tests.cast import NOON, TODAY
from tests.offers.conftest import *  # noqa: F403 - the cast of an offer
from tests.offers.conftest import HANNA, admitted, resident_number

MOST_QUERIES = 12
GARDEN = {
    "kind": "vrijwilligerswerk",
    "title": "Help mee in de buurttuin",
    "text": "U werkt in de tuin. <script>alert(1)</script>",
    "asks": "",
    "language": "A1",
    "place": "Klazienaveen",
    "hours": "Dinsdag, 2 uur",
    "starts_on": f"{TODAY:%d-%m-%Y}",
    "ends_on": f"{TODAY + timedelta(days=30):%d-%m-%Y}",
    "places": "2",
    "contact": "de coördinator",
}
SHARED = {"name": "Fatima", "contact": "06 12 34 56 78"}


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def of(door):
    return lambda name, *args: reverse(name, door.urlconf, args=args)


at_organisation, at_desk = of(ORGANISATION), of(DESK)


def at_home(name, *args):
    return reverse(name, "plein.web.resident.urls", args=args)


def worker(organisation, name):
    account = Account.objects.create_user(f"{name}@plein.example", name=name.title())
    ProviderUser.objects.create(account=account, organisation=organisation)
    return account


@pytest.fixture
def hanna(gilde, at_work):
    return at_work(worker(gilde.organisation, "hanna"), ORGANISATION)


@pytest.fixture
def rosa(bas, at_work):
    """Of another organisation in the same municipality."""
    other = admitted("Woonstichting De Es", "90000021", bas)
    return at_work(worker(other.organisation, "rosa"), ORGANISATION)


@pytest.fixture
def fatimas(fatima, signed_in):
    return signed_in(fatima)


@pytest.fixture
def at_emmen(emmen):
    return Client(HTTP_HOST="emmen.localhost")


def test_an_offer_goes_through_every_door(hanna, bas, sam, case, fatima, fatimas, at_work):
    hanna.post(at_organisation("organisation-offer-new"), GARDEN)
    offer = Offer.objects.get()
    hanna.post(at_organisation("organisation-offer-send", offer.pk))
    reader = at_work(bas.account, DESK)
    assert "Help mee in de buurttuin" in text_of(reader.get(at_desk("desk-offers")))
    reader.post(at_desk("desk-offer-post", offer.versions.get().pk))

    consulent = at_work(sam.account, DESK)
    why = {"version": offer.versions.get().pk, "why": "U houdt van planten."}
    consulent.post(at_desk("desk-case-suggest", case.pk), why)
    assert "Uw consulent stelt iets voor" in text_of(fatimas.get(at_home("overview")))
    assert "Help mee in de buurttuin" in text_of(fatimas.get(at_home("case", case.pk)))
    own = text_of(fatimas.get(at_home("own-offers")))
    assert "U houdt van planten." in own
    assert "Dit is geen verplichting" in own

    fatimas.post(at_home("offer-answer", offer.pk), SHARED)
    response = Response.objects.get()
    listed = text_of(hanna.get(at_organisation("organisation-offer", offer.pk)))
    assert "Fatima" not in listed
    opened = text_of(hanna.get(at_organisation("organisation-response", response.pk)))
    assert "Fatima" in opened
    assert "06 12 34 56 78" in opened
    hanna.post(
        at_organisation("organisation-response-mark", response.pk), {"stand": "contact gehad"}
    )

    assert "contact gehad" in text_of(fatimas.get(at_home("own-offers")))
    seen = text_of(consulent.get(at_desk("desk-case-suggest", case.pk)))
    assert "contact gehad" in seen
    assert "06 12" not in seen


def text_of(page) -> str:
    assert page.status_code == 200, page
    return page.content.decode()


def test_everybody_reads_what_is_posted_and_no_script_runs(post, at_emmen):
    offer = post(text="Kom <script>alert(1)</script>")

    page = text_of(at_emmen.get(at_home("offer", offer.pk)))

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert at_emmen.get(at_home("offer-answer", offer.pk)).status_code == 302


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({}, {"Help mee in de buurttuin", "Schoonmaker"}),
        ({"soort": "vacature"}, {"Schoonmaker"}),
        ({"plaats": "Klazienaveen"}, {"Help mee in de buurttuin"}),
        ({"zoek": "tuin"}, {"Help mee in de buurttuin"}),
        ({"soort": "bestaat niet"}, {"Help mee in de buurttuin", "Schoonmaker"}),
        ({"soort": "cursus"}, set()),
        ({"zoek": "tuin\0", "plaats": "\0"}, {"Help mee in de buurttuin"}),
    ],
)
def test_it_is_found_by_kind_place_and_words(post, at_emmen, asked, titles):
    post()
    post(title="Schoonmaker", kind="vacature", place="Emmen", text="U maakt schoon.")

    page = text_of(at_emmen.get(at_home("offers"), asked))

    assert {title for title in ("Help mee in de buurttuin", "Schoonmaker") if title in page} == (
        titles
    )


def test_a_text_is_judged_while_it_is_written_and_nothing_is_kept(hanna):
    hard = GARDEN | {"text": "U dient uiterlijk dinsdag te komen.", "lezen": "1"}

    page = text_of(hanna.post(at_organisation("organisation-offer-new"), hard))

    assert "is een moeilijk woord" in page
    assert "nog niet goed" not in page
    assert not OfferVersion.objects.exists()


def test_what_is_not_filled_in_is_asked_kindly(hanna):
    page = hanna.post(at_organisation("organisation-offer-new"), GARDEN | {"places": "0"})

    assert page.status_code == 422
    assert "Vul 1 of meer in" in page.content.decode()


@pytest.mark.parametrize("contact", ["06 12", "fatima@", "x" * 101, ""])
def test_what_reaches_nobody_is_refused(fatimas, garden, contact):
    page = fatimas.post(at_home("offer-answer", garden.pk), SHARED | {"contact": contact})

    assert page.status_code == 422
    assert not Response.objects.exists()


def test_not_now_and_stopping_are_one_press(fatimas, fatima, case, sam, garden):
    suggestion = suggest(case.topic, garden, "Voor u", by=sam, at=NOON)
    said = fatimas.post(at_home("offer-later", suggestion.pk), follow=True).content.decode()
    assert "Dit heeft geen gevolgen voor u." in said
    assert "Uw consulent stelt iets voor" not in text_of(fatimas.get(at_home("overview")))

    fatimas.post(at_home("offer-answer", garden.pk), SHARED)
    response = Response.objects.get()
    fatimas.post(at_home("response-stop", response.pk))

    response.refresh_from_db()
    assert (response.state, response.name_sealed) == (ResponseState.WITHDRAWN, b"")


def test_what_is_gone_asks_nothing_any_more(fatimas, case, sam, garden):
    suggest(case.topic, garden, "Voor u", by=sam, at=NOON)
    close_offer(garden, by=HANNA, at=NOON)

    page = text_of(fatimas.get(at_home("own-offers")))

    assert "U hoeft niets te doen." in page
    assert "Ik heb interesse" not in page
    assert "Uw consulent stelt voor" not in text_of(fatimas.get(at_home("case", case.pk)))


def test_another_organisation_finds_none_of_it(rosa, garden, response):
    for name, pk in (
        ("organisation-offer", garden.pk),
        ("organisation-offer-change", garden.pk),
        ("organisation-response", response.pk),
    ):
        assert rosa.get(at_organisation(name, pk)).status_code == 404
    for name, pk in (
        ("organisation-offer-send", garden.pk),
        ("organisation-offer-close", garden.pk),
        ("organisation-response-mark", response.pk),
    ):
        assert rosa.post(at_organisation(name, pk), {"stand": "geplaatst"}).status_code == 404
    assert "buurttuin" not in text_of(rosa.get(at_organisation("organisation-offers")))
    assert not Look.objects.filter(organisation="Woonstichting De Es").exists()


def test_in_another_municipality_nobody_finds_it(hanna, gilde, buren, bas, garden, response):
    with within(buren):
        admit_recipient(gilde.organisation, may_have_bsn=False, contact="Bel", by=bas, at=NOON)
    there = {"host": "buren.localhost"}

    assert "buurttuin" not in text_of(
        hanna.get(at_organisation("organisation-offers"), headers=there)
    )
    for name, pk in (("organisation-offer", garden.pk), ("organisation-response", response.pk)):
        assert hanna.get(at_organisation(name, pk), headers=there).status_code == 404
    visitor = Client(HTTP_HOST="buren.localhost")
    assert "buurttuin" not in text_of(visitor.get(at_home("offers")))
    assert visitor.get(at_home("offer", garden.pk)).status_code == 404


def test_a_neighbour_can_touch_nothing_of_fatima(signed_in, case, sam, garden, response):
    suggestion = suggest(case.topic, garden, "Voor u", by=sam, at=NOON)
    neighbour = signed_in(resident_number(3))

    assert neighbour.post(at_home("offer-later", suggestion.pk)).status_code == 404
    assert neighbour.post(at_home("response-stop", response.pk)).status_code == 404
    assert "Voor u" not in text_of(neighbour.get(at_home("own-offers")))


def test_who_may_not_review_or_handle_is_kept_out(at_work, ingrid, sam, bas, case, garden):
    version = garden.versions.get()
    finance, consulent = at_work(ingrid.account, DESK), at_work(sam.account, DESK)
    assert finance.get(at_desk("desk-offers")).status_code == 403
    assert finance.get(at_desk("desk-case-suggest", case.pk)).status_code == 403
    assert consulent.post(at_desk("desk-offer-post", version.pk)).status_code == 403
    reader = at_work(bas.account, DESK)
    assert reader.get(at_desk("desk-case-suggest", case.pk)).status_code == 403


def test_a_draft_is_of_the_organisation_alone(hanna, bas, at_work, at_emmen):
    hanna.post(at_organisation("organisation-offer-new"), GARDEN)
    version = OfferVersion.objects.get()

    assert at_work(bas.account, DESK).get(at_desk("desk-offer", version.pk)).status_code == 404
    assert at_emmen.get(at_home("offer", version.offer_id)).status_code == 404


def test_the_pages_ask_the_database_little_whatever_there_is(
    hanna, at_emmen, bas, sam, at_work, case, fatimas, fatima, post, response_of
):
    offers = [post(title=f"Aanbod {number}", places=None) for number in range(3)]
    fill(offers, case, sam, response_of)
    reader, consulent = at_work(bas.account, DESK), at_work(sam.account, DESK)
    response = Response.objects.first()
    pages = [
        (at_emmen, at_home("offers")),
        (at_emmen, at_home("offer", offers[0].pk)),
        (fatimas, at_home("offers")),
        (fatimas, at_home("offer", offers[0].pk)),
        (fatimas, at_home("offer-answer", offers[0].pk)),
        (fatimas, at_home("own-offers")),
        (hanna, at_organisation("organisation-offers")),
        (hanna, at_organisation("organisation-offer", offers[0].pk)),
        (hanna, at_organisation("organisation-response", response.pk)),
        (reader, at_desk("desk-offers")),
        (reader, at_desk("desk-offer", offers[0].versions.get().pk)),
        (consulent, at_desk("desk-case-suggest", case.pk)),
    ]
    before = [queries_of(client, address) for client, address in pages]

    fill([post(title=f"Meer {n}", places=None) for n in range(5)], case, sam, response_of)

    asked = [queries_of(client, address) for client, address in pages]
    assert asked == before
    counted = {address: count for (_c, address), count in zip(pages, asked, strict=True)}
    assert {each for each, count in counted.items() if count > MOST_QUERIES} == set()


def fill(offers, case, sam, response_of):
    for offer in offers:
        suggest(case.topic, offer, "Voor u", by=sam, at=NOON)
        response_of(offer, 0)


def queries_of(client, address) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200, address
    return len(queries)
