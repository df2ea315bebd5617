"""De gemeente wil u helpen: Katja reads why, says yes please or no thanks, and never again."""

import pytest
from django.utils import timezone

from plein.audit.models import Look
from plein.content.models import TipChoice
from plein.inbox.models import Conversation
from plein.proactive.actions.looking import look_for
from plein.proactive.actions.switching import confirm_need, propose_need, turn_need_off
from plein.proactive.export import PART
from plein.proactive.library import needs
from plein.proactive.models import HelpOffer, OfferCount
from tests.cast import NOON, TESTS
from tests.proactive.conftest import BY_LAW, WW
from tests.web.conftest import url

MOST_QUERIES = 12


@pytest.fixture
def offer(known, wim, femke):
    propose_need(needs()[WW], BY_LAW, by=wim, at=NOON)
    confirm_need(needs()[WW], by=femke, at=NOON)
    look()
    return HelpOffer.objects.get()


def look():
    return look_for(needs()[WW], by=TESTS, at=timezone.now())


def words(page) -> str:
    return page.content.decode()


def test_she_reads_with_what_why_by_which_rules_and_that_it_is_no_decision(katjas, katja, offer):
    assert url("help-offer", offer.pk) in words(katjas.get(url("help-offers")))

    page = words(katjas.get(url("help-offer", offer.pk)))

    assert "De gemeente wil u helpen met het zoeken van werk of inkomen na uw WW" in page
    assert "U krijgt dit aanbod omdat uw WW stopt op" in page
    assert "Dit is geen besluit." in page
    assert BY_LAW in page
    assert "WW stopt" in page
    assert Look.objects.filter(subject=katja.pk).latest("id").channel == "inwoner"


def test_a_yes_becomes_her_message_and_is_counted(katjas, katja, offer):
    page = katjas.post(url("help-offer-yes", offer.pk), follow=True)

    assert "Ja, ik wil graag hulp met het zoeken van werk" in words(page)
    assert Conversation.objects.get().general_of == katja
    assert OfferCount.objects.get().outcome == "ja"
    assert "Er is nu geen aanbod voor u" in words(katjas.get(url("help-offers")))
    assert "Bekijk wat wij u aanbieden" not in words(katjas.get(url("overview")))
    assert katjas.post(url("help-offer-yes", offer.pk)).status_code == 404


def test_a_no_is_for_good_and_for_tips_too(katjas, katja, offer):
    page = katjas.post(url("help-offer-no", offer.pk), follow=True)

    assert "U krijgt geen tips en geen aanbod meer over: Werk en WW." in words(page)
    assert TipChoice.objects.get().key == "werk"
    assert OfferCount.objects.get().outcome == "nee"
    look()
    assert not HelpOffer.objects.exists()


@pytest.mark.parametrize("choice", [("tip-choose-all", "uit"), ("tip-choose-topic", "werk", "uit")])
def test_the_choices_about_tips_turn_it_off_at_once(katjas, offer, choice):
    assert "hulp die de gemeente u uit zichzelf aanbiedt" in words(katjas.get(url("tip-choices")))

    katjas.post(url(*choice))

    assert not HelpOffer.objects.exists()


def test_a_topic_without_a_tip_can_be_turned_off(katjas, offer):
    """No tip is on here, and still the topic of the offer stands among the choices."""
    topics = [each["topic"] for each in katjas.get(url("tip-choices")).context["topics"]]

    assert topics == ["werk"]


def test_from_the_tips_a_no_takes_the_offer_away_as_well(katjas, offer):
    katjas.post(url("tips-no-more", "werk"))

    assert not HelpOffer.objects.exists()


def test_somebody_else_does_not_find_it(fatima, signed_in, offer):
    client = signed_in(fatima)

    assert client.get(url("help-offer", offer.pk)).status_code == 404
    assert client.post(url("help-offer-yes", offer.pk)).status_code == 404
    assert client.post(url("help-offer-no", offer.pk)).status_code == 404
    assert HelpOffer.objects.exists()


def test_turned_off_she_reads_of_it_no_more(katjas, offer, wim):
    turn_need_off(needs()[WW], by=wim, at=NOON)

    assert katjas.get(url("help-offer", offer.pk)).status_code == 404
    assert "Bekijk wat wij u aanbieden" not in words(katjas.get(url("overview")))


def test_in_arabic_the_reason_is_arabic(katjas, offer):
    katjas.post(url("choose-language"), {"language": "ar", "next": "/"})

    page = words(katjas.get(url("help-offer", offer.pk)))

    assert "تحصل على هذا العرض" in page
    assert "U krijgt dit aanbod" not in page


def test_it_goes_along_when_she_takes_everything(katja, offer):
    content = PART.read(katja, NOON)

    assert [each["need"] for each in content["offers"]] == [WW]
    assert PART.words(content)[0]["lines"] == ["het zoeken van werk of inkomen na uw WW"]


def test_the_pages_ask_the_database_little(katjas, offer, django_assert_max_num_queries):
    for page in (url("help-offers"), url("help-offer", offer.pk), url("tip-choices"), url("tips")):
        katjas.get(page)
        with django_assert_max_num_queries(MOST_QUERIES):
            assert katjas.get(page).status_code == 200
