"""Hulp aanbieden: two people turn it on by their regulation, and staff take it up."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.audit.models import Look
from plein.content.tips.choosing import turn_tips
from plein.identity.models import Role
from plein.proactive.actions.looking import look_for
from plein.proactive.actions.switching import confirm_need, propose_need
from plein.proactive.library import needs
from plein.proactive.models import HelpOffer, NeedSwitch, OfferCount, Outcome
from plein.tenants.models import Module
from plein.tenants.scope import within
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.models import Mode, Vault
from plein.web.doors import DESK, RESIDENT
from tests.cast import NOON, TESTS, staff_member
from tests.proactive.conftest import BY_LAW, WW
from tests.web.resident.conftest import katja, known  # noqa: F401 - and what she has in her vault

MOST_QUERIES = 12


def url(name, *args):
    return reverse(name, DESK.urlconf, args=args)


def words(page) -> str:
    return page.content.decode()


@pytest.fixture
def sams(sam, at_work):
    return at_work(sam.account, DESK)


@pytest.fixture
def wims(wim, at_work):
    return at_work(wim.account, DESK)


@pytest.fixture
def femkes(femke, at_work):
    return at_work(femke.account, DESK)


@pytest.fixture
def offer(known, wim, femke):
    """Katja, whose WW ends in 70 days."""
    propose_need(needs()[WW], BY_LAW, by=wim, at=NOON)
    confirm_need(needs()[WW], by=femke, at=NOON)
    look_for(needs()[WW], by=TESTS, at=timezone.now())
    return HelpOffer.objects.get()


def test_it_is_on_after_two_people_and_a_regulation(wims, femkes, known):
    empty = wims.post(url("desk-need", WW), {"basis": "  "})
    assert empty.status_code == 422
    assert not NeedSwitch.objects.exists()

    wims.post(url("desk-need", WW), {"basis": BY_LAW})
    own = wims.post(url("desk-need-act", WW, "bevestig"), follow=True)
    assert "Laat een collega het bevestigen." in words(own)
    assert NeedSwitch.objects.get().state == "voorgesteld"

    page = femkes.post(url("desk-need-act", WW, "bevestig"), follow=True)
    assert NeedSwitch.objects.get().state == "aan"
    assert BY_LAW in words(page)

    wims.post(url("desk-need-act", WW, "uit"))
    assert NeedSwitch.objects.get().state == "uit"


def test_the_list_names_nobody_and_a_look_stands_in_the_log(sams, offer, katja):
    page = words(sams.get(url("desk-proactive")))
    assert "Het zoeken van werk of inkomen na uw WW" in page
    assert "Katja" not in page

    page = words(sams.get(url("desk-proactive-one", offer.pk)))

    assert "U krijgt dit aanbod omdat uw WW stopt op" in page
    line = Look.objects.filter(subject=katja.pk).latest("id")
    assert (line.action, line.channel) == ("lezen", "medewerker")
    assert BY_LAW in line.basis
    assert set(line.elements) == {"ww_einde_max", "geboortedatum"}


def test_sam_takes_it_and_says_what_came_of_it(sams, offer):
    early = sams.post(
        url("desk-proactive-act", offer.pk, "klaar"), {"outcome": "aangeboden"}, follow=True
    )
    assert "Pak dit eerst zelf op." in words(early)

    sams.post(url("desk-proactive-act", offer.pk, "oppakken"))
    missing = sams.post(url("desk-proactive-act", offer.pk, "klaar"))
    assert missing.status_code == 422
    sams.post(url("desk-proactive-act", offer.pk, "klaar"), {"outcome": "aangeboden"})

    offer.refresh_from_db()
    assert (offer.state, offer.outcome) == ("klaar", "aangeboden")
    assert "Er staat niemand op de lijst" in words(sams.get(url("desk-proactive")))
    assert OfferCount.objects.get().number == 1


@pytest.mark.parametrize("outcome", ["ja", "nee", "iets"])
def test_what_the_resident_says_is_not_for_staff_to_fill_in(sams, offer, outcome):
    sams.post(url("desk-proactive-act", offer.pk, "oppakken"))

    page = sams.post(url("desk-proactive-act", offer.pk, "klaar"), {"outcome": outcome})

    assert page.status_code == 422


def test_what_a_colleague_took_is_theirs_until_they_give_it_back(sams, offer, at_work):
    noors = at_work(staff_member("noor", Role.CONSULENT).account, DESK)
    noors.post(url("desk-proactive-act", offer.pk, "oppakken"))
    refused = sams.post(url("desk-proactive-act", offer.pk, "oppakken"), follow=True)
    assert "Een collega is hier al mee bezig." in words(refused)

    noors.post(url("desk-proactive-act", offer.pk, "terug"))
    sams.post(url("desk-proactive-act", offer.pk, "oppakken"))

    assert HelpOffer.objects.get().taken_by.account.name.lower() == "sam"


def test_after_a_week_staff_are_reminded(sams, sam, offer):
    today = timezone.localdate()
    taken = {"state": "opgepakt", "taken_by": sam}
    HelpOffer.objects.update(**taken, taken_on=today - timedelta(days=6))
    assert "wat kwam eruit?" not in words(sams.get(url("desk-proactive")))

    HelpOffer.objects.update(taken_on=today - timedelta(days=7))
    assert "wat kwam eruit?" in words(sams.get(url("desk-proactive")))


def test_from_the_list_staff_write_in_the_conversation_of_the_resident(sams, offer, katja):
    sams.post(url("desk-proactive-act", offer.pk, "oppakken"))

    page = sams.post(url("desk-proactive-act", offer.pk, "gesprek"), follow=True)

    assert page.status_code == 200
    assert katja.general_conversation.pk


def stops(known, katja, **_more):
    later = (timezone.localdate() + timedelta(days=400)).isoformat()
    keep(known, [Incoming("ww_einde_max", later)], mode=Mode.SOURCE, at=NOON)


def freezes(known, katja):
    Vault.objects.filter(pk=known.pk).update(frozen_at=NOON)


@pytest.mark.parametrize("happens", [stops, freezes])
def test_what_changed_since_the_night_is_seen_at_opening(sams, offer, known, katja, happens):
    happens(known, katja)

    page = sams.get(url("desk-proactive-one", offer.pk), follow=True)

    assert "Dit geldt niet meer." in words(page)
    assert not HelpOffer.objects.exists()


def test_who_said_no_between_the_night_and_the_opening_is_not_found(sams, offer, katja):
    turn_tips(katja, on=False, at=NOON)

    assert sams.get(url("desk-proactive-one", offer.pk)).status_code == 404
    assert "Er staat niemand op de lijst" in words(sams.get(url("desk-proactive")))


def test_outcomes_under_ten_are_hidden(femkes, offer):
    OfferCount.objects.create(kind=WW, outcome=Outcome.OFFERED, number=25)
    OfferCount.objects.create(kind=WW, outcome=Outcome.YES, number=9)
    OfferCount.objects.create(kind=WW, outcome=Outcome.NO, number=12)

    shown = dict(femkes.get(url("desk-need", WW)).context["outcomes"])

    assert shown["Hulp aangeboden"] == 25
    assert shown["De inwoner wil dit graag"] is None
    assert shown["De inwoner wil dit niet"] is None  # else nine could be worked out


def test_the_record_is_handed_in_with_the_regulation(femkes, offer):
    record = femkes.get(url("desk-need-record", WW)).json()

    assert record["source_id"] == f"plein-emmen-aanbod-{WW}"
    assert record["status"] == "In gebruik"
    assert BY_LAW in record["lawful_basis"]


@pytest.mark.parametrize("name", ["desk-need", "desk-need-record"])
def test_another_need_does_not_exist(femkes, name):
    assert femkes.get(url(name, "bestaat-niet")).status_code == 404


def test_another_act_does_not_exist(sams, femkes, offer):
    assert sams.post(url("desk-proactive-act", offer.pk, "weg")).status_code == 404
    assert femkes.post(url("desk-need-act", WW, "aan")).status_code == 404


def test_who_manages_does_not_see_the_list_and_who_helps_does_not_manage(sams, wims, femkes, offer):
    for client in (wims, femkes):
        assert client.get(url("desk-proactive")).status_code == 403
        assert client.get(url("desk-proactive-one", offer.pk)).status_code == 403
    for page in (url("desk-needs"), url("desk-need", WW), url("desk-need-record", WW)):
        assert sams.get(page).status_code == 403


@pytest.mark.parametrize("role", [Role.DESK, Role.FINANCE, Role.SCHEME_MANAGER])
def test_no_other_role_comes_in(at_work, emmen, offer, role):
    client = at_work(staff_member("iemand", role).account, DESK)

    for page in (url("desk-proactive"), url("desk-proactive-one", offer.pk), url("desk-needs")):
        assert client.get(page).status_code == 403


def test_another_municipality_does_not_find_it(offer, buren, at_work):
    with within(buren):
        client = at_work(staff_member("ander", Role.CONSULENT).account, DESK)
        client.defaults["HTTP_HOST"] = "buren.localhost"
        assert "Er staat niemand op de lijst" in words(client.get(url("desk-proactive")))
        assert client.get(url("desk-proactive-one", offer.pk)).status_code == 404


def test_without_the_vault_nothing_is_offered(sams, offer, emmen):
    emmen.modules = [each for each in emmen.modules if each != Module.VAULT]
    emmen.save()

    assert sams.get(url("desk-proactive")).status_code == 404


def test_the_pages_ask_the_database_little(sams, femkes, offer, django_assert_max_num_queries):
    pages = [(sams, url("desk-proactive")), (sams, url("desk-proactive-one", offer.pk))]
    pages += [(femkes, url("desk-needs")), (femkes, url("desk-need", WW)), (sams, url("desk-home"))]
    for client, page in pages:
        client.get(page)
        with django_assert_max_num_queries(MOST_QUERIES):
            assert client.get(page).status_code == 200


def test_the_resident_finds_it_by_the_same_door(offer, katja, signed_in):
    page = signed_in(katja).get(reverse("overview", RESIDENT.urlconf))

    assert "De gemeente wil u helpen" in words(page)
