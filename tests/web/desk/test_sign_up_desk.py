"""Staff let in who signed up, or say no; a bank account is approved by a second person."""

import pytest
from django.urls import reverse

from plein.web.doors import DESK
from plein.webshop.actions.iban import ask_iban
from plein.webshop.actions.sign_up import Application, sign_up
from plein.webshop.models import IbanChange, Participation, Provider, SignUp
from tests.cast import NOON, staff_member
from tests.webshop.conftest import YARA
from tests.webshop.test_sign_up import SPRONG

NEW = "NL20INGB0001234567"


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def desk(bas, at_work):
    return at_work(bas.account, DESK)


@pytest.fixture
def colleague(bas, at_work):
    return at_work(staff_member("rik", *bas.roles).account, DESK)


@pytest.fixture
def kept(emmen):
    sign_up(Application(**SPRONG), at=NOON)
    return SignUp.objects.get()


def test_a_sign_up_is_admitted_with_its_schemes_at_once(desk, kept, kindpakket):
    assert "Turnclub De Sprong" in desk.get(url("desk-providers")).content.decode()

    given = {"admit": "1", "schemes": [kindpakket.scheme_id], "contribution": "10"}
    desk.post(url("desk-sign-up", kept.pk), given)

    part = Participation.objects.get()
    assert (str(part.provider), part.contribution) == ("Turnclub De Sprong", 1_000)


def test_a_refusal_without_a_reason_is_said(desk, kept):
    assert desk.post(url("desk-sign-up", kept.pk), {"refuse": "1"}).status_code == 422

    desk.post(url("desk-sign-up", kept.pk), {"refuse": "1", "reason": "Nee"})

    assert SignUp.objects.get().status == "afgewezen"


def test_nothing_is_half_admitted_when_the_address_is_taken(desk, kept, kindpakket):
    staff_member("chantal")
    SignUp.objects.update(email="chantal@emmen.example")

    answer = desk.post(url("desk-sign-up", kept.pk), {"admit": "1", "contribution": "0"})

    assert answer.status_code == 422
    assert not Provider.objects.exists()
    assert SignUp.objects.get().status == "aangemeld"


def test_staff_ask_for_an_account_and_a_colleague_approves(desk, colleague, de_plons):
    desk.post(url("desk-iban-ask", de_plons.pk), {"iban": NEW})
    change = IbanChange.objects.get()
    desk.post(url("desk-iban-decide", change.pk), {"approve": "1"})
    assert Provider.objects.get().iban != NEW

    colleague.post(url("desk-iban-decide", change.pk), {"approve": "1"})

    assert Provider.objects.get().iban == NEW


def test_an_account_that_the_provider_asked_for_waits_on_the_list(desk, de_plons):
    ask_iban(de_plons, NEW, by=YARA, at=NOON)

    assert "Nieuw rekeningnummer" in desk.get(url("desk-providers")).content.decode()
    assert "door de aanbieder" in desk.get(url("desk-provider", de_plons.pk)).content.decode()


def test_who_may_not_manage_providers_decides_nothing(sam, at_work, kept, de_plons):
    sams = at_work(sam.account, DESK)
    change = ask_iban(de_plons, NEW, by=YARA, at=NOON)

    assert sams.post(url("desk-sign-up", kept.pk), {"admit": "1"}).status_code == 403
    assert sams.post(url("desk-iban-decide", change.pk), {"approve": "1"}).status_code == 403
