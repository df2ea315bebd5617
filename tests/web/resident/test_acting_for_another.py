"""Katja helps Fatima with aanvragen: as herself, in that and nothing else, until it is over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.audit.models import Look
from plein.cases.actions.deciding import decide
from plein.cases.actions.moving import take_up
from plein.delivery.models import Delivery
from plein.identity.mandates import end_mandate, invite_helper, register_guardian, take_up_mandate
from plein.inbox import event_words as said
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import HandIn, TaskKind
from plein.inbox.task_words import TaskWords
from plein.intake.models import Application
from plein.kernel.clock import local_day
from plein.tenants.scope import within
from plein.vault.actions.freezing import freeze
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from tests.cases.conftest import *  # noqa: F403
from tests.cast import NOON, TESTS
from tests.web.conftest import url

HOME = {"straat": "Proefstraat", "huisnummer": 31, "postcode": "7812ZZ", "woonplaats": "Emmen"}


@pytest.fixture
def mandate(fatima, katja):
    return helping(fatima, katja, ["aanvragen"])


def helping(giver, helper, parts):
    now = timezone.now()
    until = local_day(now) + timedelta(days=30)
    _made, code = invite_helper(giver, parts, label="de buurvrouw", until=until, at=now)
    return take_up_mandate(helper, code, at=now)


@pytest.fixture
def katjas(katja, signed_in):
    return signed_in(katja)


@pytest.fixture
def acting(katjas, mandate):
    katjas.post(url("acting-begin", mandate.pk))
    return katjas


def words(answer):
    return answer.content.decode()


def test_from_the_code_to_the_aanvragen_and_back(katjas, mandate, case):
    assert "Open de aanvragen" in words(katjas.get(url("helped", mandate.pk)))

    page = words(katjas.post(url("acting-begin", mandate.pk), follow=True))

    assert "U doet dit voor: de buurvrouw." in page
    assert str(case.pk) in page
    back = katjas.post(url("acting-done"))
    assert back.url == url("helping")
    assert str(case.pk) not in words(katjas.get(url("cases")))
    assert katjas.get(url("case", case.pk)).status_code == 404


def test_what_the_helper_sends_is_of_the_resident_and_says_who_did_it(acting, case, sam, katja):
    words_ = TaskWords("Vertel ons hoe het gaat")
    asked = {"due_on": None, "needs_review": True, "by": sam.actor, "at": NOON}
    task = set_task(case.topic, TaskKind.QUESTION, words_, **asked)

    acting.post(url("case-task", case.pk, task.pk), {"answer": "Het gaat goed."})

    event = case.topic.events.get(name=said.TASK_HANDED_IN)
    assert HandIn.objects.get().task == task
    assert (event.organisation, event.function) == ("uw helper", "helper")


def test_every_look_of_the_helper_stands_in_the_log_of_the_resident(
    acting, ask, case, fatima, katja
):
    ask()
    acting.get(url("case", case.pk))

    look = Look.objects.filter(subject=fatima.pk).latest("pk")
    assert look.organisation == "uw helper"


def test_the_helper_fills_in_for_the_resident_without_seeing_the_vault(acting, fatima, case_type):
    keep(vault_of(fatima, at=NOON), [Incoming("adres", HOME)], mode=Mode.SOURCE, at=NOON)

    assert "Wij weten al" not in words(acting.get(url("case-apply", case_type.slug)))
    page = words(acting.post(url("case-apply", case_type.slug), follow=True))

    assert "Vul dit in voor wie u helpt." in page
    assert Application.objects.get().resident == fatima
    assert "Proefstraat" not in page


@pytest.mark.parametrize(
    "name",
    ["overview", "talks", "my-data", "shop", "basket", "reach", "helpers", "relocation"],
)
def test_nothing_else_of_the_resident_opens(acting, name):
    answer = acting.get(url(name))

    assert answer.status_code == 403
    assert "Hier mag u niet bij helpen" in words(answer)


@pytest.mark.parametrize("name", ["case-stop"])
def test_stopping_an_aanvraag_is_for_the_resident(acting, case, name):
    assert acting.get(url(name, case.pk)).status_code == 403
    assert acting.post(url(name, case.pk)).status_code == 403


def test_a_look_of_the_helper_is_no_reading(acting, case, sam):
    take_up(case, by=sam, at=NOON)
    decide(case, "afgewezen", "Uw inkomen is te hoog.", by=sam, at=NOON)

    page = words(acting.get(url("case", case.pk)))

    assert "Uw inkomen is te hoog." in page
    assert not Delivery.objects.exclude(read_at=None).exists()


def test_ended_is_ended_at_the_next_click_and_it_is_said(acting, mandate, fatima, case):
    end_mandate(mandate, by=fatima, at=timezone.now())

    answer = acting.get(url("cases"), follow=True)

    assert answer.redirect_chain[-1][0] == url("helping")
    assert "Het helpen is gestopt." in words(answer)
    assert str(case.pk) not in words(acting.get(url("cases")))


def test_a_post_after_the_end_does_nothing_for_anybody(acting, mandate, fatima, case_type):
    end_mandate(mandate, by=fatima, at=timezone.now())

    acting.post(url("case-apply", case_type.slug))

    assert Application.objects.count() == 0


def test_who_locked_everything_is_not_helped_but_by_a_guardian(katjas, mandate, fatima, katja):
    freeze(vault_of(fatima, at=NOON), by=fatima.actor, at=NOON)
    katjas.post(url("acting-begin", mandate.pk))
    assert "Het helpen is gestopt." in words(katjas.get(url("cases"), follow=True))
    guard = {"label": "mijn klant", "until": mandate.until, "by": TESTS, "at": timezone.now()}
    guardian = register_guardian(fatima, katja, ["aanvragen"], **guard)

    katjas.post(url("acting-begin", guardian.pk))

    assert katjas.get(url("cases")).status_code == 200


def test_a_mandate_for_other_parts_opens_no_aanvragen(katjas, fatima, katja):
    other = helping(fatima, katja, ["wonen"])

    assert katjas.post(url("acting-begin", other.pk)).status_code == 404
    assert "Open de aanvragen" not in words(katjas.get(url("helped", other.pk)))


def test_nobody_acts_by_the_mandate_of_another(fatima, mandate, signed_in):
    assert signed_in(fatima).post(url("acting-begin", mandate.pk)).status_code == 404


def test_another_municipality_knows_no_such_mandate(mandate, buren):
    with within(buren):
        assert type(mandate).objects.count() == 0


def test_the_giver_sees_with_what_somebody_helps(mandate, fatima, signed_in):
    assert "Aanvragen en afspraken" in words(signed_in(fatima).get(url("helpers")))


def test_the_last_day_is_not_in_it(acting, mandate):
    type(mandate).objects.update(until=local_day(timezone.now()))

    assert acting.get(url("cases")).status_code == 302


def test_acting_costs_a_few_questions_more_and_no_others(
    acting, case, django_assert_max_num_queries
):
    acting.get(url("cases"))

    with django_assert_max_num_queries(18):
        acting.get(url("cases"))
