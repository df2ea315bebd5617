"""Sam asks the rules for advice, decides himself, and a colleague looks where that is due."""

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.audit.models import Look
from plein.cases.actions.moving import take_up
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import Advice, Case, Decision, DecisionLetter, FollowUp, Proposal
from plein.identity.models import Role
from plein.journeys.phases import Phase
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from plein.web.doors import DESK
from plein.workflows.letters import write_decision
from tests.cast import NOON, TESTS, staff_member
from tests.workflows.conftest import CHILD, KEY, document

URLS = "plein.web.desk.urls"
REASON = {"decide-explanation": "U hebt geen kind."}


def url(name, *args):
    return reverse(name, URLS, args=args)


def words(page):
    return page.content.decode()


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def taken_up(fatima, sam, now):
    def make(**changes):
        case_type = publish_case_type(KEY, document(**changes), by=TESTS, at=now)
        case = open_case(fatima, case_type, by=fatima.actor, at=now)
        return take_up(case, by=sam, at=now)

    return make


@pytest.fixture
def sams(at_work, sam):
    return at_work(sam.account, DESK)


@pytest.fixture
def noors(at_work, emmen):
    return at_work(staff_member("noor", Role.CONSULENT).account, DESK)


@pytest.fixture
def childless(fatima):
    values = {"geboortedatum": "1990-03-14", "partner": None, "kinderen": []}
    incoming = [Incoming(key, value) for key, value in values.items()]
    keep(vault_of(fatima, at=NOON), incoming, mode=Mode.SOURCE, at=NOON)


def looks(fatima):
    return Look.objects.filter(subject=fatima.pk, activity="advies@1").count()


def test_advice_is_one_look_and_a_page_view_is_none(sams, taken_up, childless, fatima):
    case = taken_up()
    page = sams.get(url("desk-case", case.pk))
    assert "Vraag advies aan de regels" in words(page)
    assert looks(fatima) == 0

    page = sams.post(url("desk-case-advice", case.pk), follow=True)

    assert "Niet voldaan: U hebt geen kind thuis." in words(page)
    assert "Participatiewet art. 4 lid 1 onder e" in words(page)
    assert "Niet bekend: U mag bijstand krijgen." in words(page)
    assert "checked" not in words(page)
    assert looks(fatima) == 1
    sams.get(page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"])
    assert looks(fatima) == 1


def test_who_does_not_handle_it_gets_no_advice(noors, taken_up, childless, fatima):
    case = taken_up()
    assert "Pak de aanvraag op" in words(noors.get(url("desk-case", case.pk)))

    page = noors.post(url("desk-case-advice", case.pk), follow=True)

    assert "Alleen wie deze aanvraag behandelt, vraagt advies." in words(page)
    assert not Advice.objects.exists()


def test_who_differs_says_why_and_keeps_what_was_typed(sams, taken_up, childless):
    case = taken_up()
    sams.post(url("desk-case-advice", case.pk))
    advice = Advice.objects.get()
    given = REASON | {"decide-result": "toegekend", "decide-advice": advice.pk}

    page = sams.post(url("desk-case-decide", case.pk), given)

    assert page.status_code == 422
    assert "Schrijf op waarom." in words(page)
    assert "U hebt geen kind." in words(page)
    assert "Niet voldaan: U hebt geen kind thuis." in words(page)
    assert not Decision.objects.exists()

    given["decide-differs"] = "Het kind woont hier wel, zagen wij."
    page = sams.post(url("desk-case-decide", case.pk), given, follow=True)

    assert "De inwoner leest nu uw besluit." in words(page)
    assert "Het kind woont hier wel, zagen wij." in words(page)
    assert Decision.objects.get().advice == advice


def test_a_kept_condition_stands_in_the_decision_with_its_article(sams, taken_up, childless):
    case = taken_up()
    given = REASON | {"decide-result": "afgewezen", "decide-unmet": [CHILD]}

    page = sams.post(url("desk-case-decide", case.pk), given, follow=True)

    assert "Hieraan voldoet de inwoner niet" in words(page)
    assert "Participatiewet art. 4 lid 1 onder e" in words(page)


def test_who_gets_it_meets_everything(sams, taken_up):
    case = taken_up()
    given = REASON | {"decide-result": "toegekend", "decide-unmet": [CHILD]}

    page = sams.post(url("desk-case-decide", case.pk), given, follow=True)

    assert "Kies dan geen voorwaarden waaraan iemand niet voldoet." in words(page)
    assert not Decision.objects.exists()


def test_two_people_decide_and_the_second_finds_it_on_the_list(sams, noors, taken_up):
    case = taken_up(four_eyes=True)
    given = REASON | {"decide-result": "afgewezen"}

    page = sams.post(url("desk-case-decide", case.pk), given, follow=True)
    assert "Een collega kijkt ernaar." in words(page)
    assert "Bevestig dit besluit" not in words(page)
    mine, hers = ({"kies": "tweede-blik"},) * 2
    assert case.number[:4] not in words(sams.get(url("desk-cases"), mine))
    assert case.number[:4] in words(noors.get(url("desk-cases"), hers))
    assert "Besluiten voor uw tweede blik" in words(noors.get(url("desk-home")))

    proposal = Proposal.objects.get()
    own = sams.post(url("desk-case-confirm", case.pk, proposal.pk), follow=True)
    assert "Laat een collega ernaar kijken." in words(own)
    page = noors.post(url("desk-case-confirm", case.pk, proposal.pk), follow=True)

    assert "Voorgesteld door Sam, bevestigd door Noor." in words(page)
    assert Case.objects.get(pk=case.pk).phase == Phase.DECIDED


def test_it_goes_back_with_a_reason_that_the_colleague_reads(sams, noors, taken_up):
    case = taken_up(four_eyes=True)
    sams.post(url("desk-case-decide", case.pk), REASON | {"decide-result": "afgewezen"})
    back = url("desk-case-send-back", case.pk, Proposal.objects.get().pk)
    assert noors.post(back, {"back-why": ""}).status_code == 422

    noors.post(back, {"back-why": "Kijk nog eens naar de kinderen."})

    page = words(sams.get(url("desk-case", case.pk)))
    assert "Kijk nog eens naar de kinderen." in page
    assert "Stel een besluit voor" in page


def test_what_does_not_start_is_done_by_hand_and_noted(sams, taken_up):
    case = taken_up(given={"budget": "Meedoen"})
    given = REASON | {"decide-result": "toegekend"}

    page = sams.post(url("desk-case-decide", case.pk), given, follow=True)
    assert "‘Meedoen’ staat niet in de webwinkel." in words(page)
    assert case.number[:4] in words(sams.get(url("desk-cases"), {"kies": "met-de-hand"}))

    left = FollowUp.objects.get()
    page = sams.post(url("desk-case-by-hand", case.pk, left.pk), follow=True)

    assert "Met de hand gedaan door Sam." in words(page)
    assert case.number[:4] not in words(sams.get(url("desk-cases"), {"kies": "met-de-hand"}))


def test_the_letter_lies_among_the_papers(sams, taken_up, now):
    case = taken_up()
    sams.post(url("desk-case-decide", case.pk), REASON | {"decide-result": "afgewezen"})
    write_decision(DecisionLetter.objects.get().pk, at=now)

    assert "Brief met ons besluit" in words(sams.get(url("desk-case", case.pk)))


def test_the_receipt_is_replayed_on_its_page_and_each_look_is_logged(
    sams, taken_up, childless, fatima
):
    case = taken_up()
    sams.post(url("desk-case-advice", case.pk))
    before = Look.objects.filter(subject=fatima.pk).count()

    page = sams.get(url("desk-case-receipt", case.pk, Advice.objects.get().pk))

    assert "er komt hetzelfde uit" in words(page)
    assert "Kinderen" in words(page)
    assert Look.objects.filter(subject=fatima.pk).count() == before + 1


def test_an_advice_is_found_at_its_own_case_only(sams, taken_up, childless):
    case = taken_up()
    sams.post(url("desk-case-advice", case.pk))
    advice = Advice.objects.get()

    assert sams.get(url("desk-case-receipt", advice.pk, advice.pk)).status_code == 404


def test_the_pages_ask_few_questions(
    sams, noors, taken_up, childless, django_assert_max_num_queries
):
    case = taken_up(four_eyes=True)
    page = sams.post(url("desk-case-advice", case.pk))
    with django_assert_max_num_queries(24):
        sams.get(page.url.partition("#")[0])
    sams.post(url("desk-case-decide", case.pk), REASON | {"decide-result": "afgewezen"})
    with django_assert_max_num_queries(24):
        noors.get(url("desk-case", case.pk))
