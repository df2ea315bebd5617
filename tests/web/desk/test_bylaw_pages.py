"""Bas proposes what the verordening says; Wim approves; from then on it is calculated with."""

import pytest
from django.urls import reverse

from plein.bylaws.models import Bylaw
from plein.web.doors import DESK

URLS = "plein.web.desk.urls"
INDEX = reverse("desk-bylaws", URLS)
FORM = reverse("desk-bylaw-new", URLS, args=["individuele-inkomenstoeslag"])


@pytest.fixture
def at_bas(at_work, bas):
    return at_work(bas.account, DESK)


@pytest.fixture
def at_wim(at_work, wim):
    return at_work(wim.account, DESK)


def filled(**changes):
    return {"title": "Voorbeeldverordening", "since": "1-1-2026", "bedrag_paar": "683"} | changes


def test_a_proposal_of_one_is_approved_by_another(at_bas, at_wim):
    at_bas.post(FORM, filled(inkomensgrens_op_peildatum="110"))
    bylaw = Bylaw.objects.get()
    decide = reverse("desk-bylaw-decide", URLS, args=[bylaw.pk])

    page = at_bas.post(decide, follow=True)
    assert "Laat een collega het goedkeuren" in page.content.decode()

    page = at_wim.post(decide, follow=True).content.decode()

    assert "Vanaf nu rekenen wij hiermee." in page
    assert Bylaw.objects.approved().get().figures == {
        "bedrag_paar": "683",
        "inkomensgrens_op_peildatum": "1.1",
    }


def test_what_holds_now_is_what_the_form_begins_with(at_bas, at_wim):
    at_bas.post(FORM, filled(inkomensgrens_op_peildatum="110,5"))
    at_wim.post(reverse("desk-bylaw-decide", URLS, args=[Bylaw.objects.get().pk]))

    form = at_bas.get(FORM).context["form"]

    assert form["inkomensgrens_op_peildatum"].value() == "110,5"


def test_a_wrong_number_is_said_and_nothing_typed_is_lost(at_bas):
    page = at_bas.post(FORM, filled(bedrag_paar="veel", referteperiode="36"))

    words = page.content.decode()
    assert page.status_code == 422
    assert "Vul een getal in met cijfers" in words
    assert 'value="veel"' in words
    assert 'value="36"' in words
    assert not Bylaw.objects.exists()


def test_a_proposal_can_be_taken_back(at_bas):
    at_bas.post(FORM, filled())
    decide = reverse("desk-bylaw-decide", URLS, args=[Bylaw.objects.get().pk])

    at_bas.post(decide, {"intrekken": "1"})

    assert "Wacht op goedkeuring" not in at_bas.get(INDEX).content.decode()


def test_a_regeling_in_which_a_municipality_sets_nothing_is_not_found(at_bas):
    assert at_bas.get(reverse("desk-bylaw-new", URLS, args=["zorgtoeslag"])).status_code == 404


def test_a_consulent_does_not_come_in(at_work, sam):
    assert at_work(sam.account, DESK).get(INDEX).status_code == 403


def test_the_list_asks_few_questions(at_bas, django_assert_max_num_queries):
    for month in range(1, 6):
        at_bas.post(FORM, filled(since=f"1-{month}-2026"))

    with django_assert_max_num_queries(12):
        at_bas.get(INDEX)
