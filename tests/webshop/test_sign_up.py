"""A shop or club signs itself up: it waits, is admitted or refused, and hears by e-mail."""

import pytest
from django.core import mail

from plein.identity.models import Account, ProviderUser
from plein.kernel.iban import NotAnIban
from plein.tenants.models import Organisation
from plein.tenants.scope import within
from plein.webshop.actions.sign_up import (
    Application,
    NoReasonForSignUp,
    SignUpIsDecided,
    admit_sign_up,
    refuse_sign_up,
    sign_up,
)
from plein.webshop.models import Provider, ProviderKind, SignUp
from plein.webshop.provider_mail import answer_sign_up
from tests.cast import NOON

SPRONG = {
    "kvk": "90000055",
    "name": "Turnclub De Sprong",
    "kind": ProviderKind.CLUB,
    "iban": "NL20 INGB 0001 2345 67",
    "address": "Balk 3, Emmen",
    "person": "Chantal",
    "email": "Chantal@sprong.example",
}


@pytest.fixture
def waiting(emmen) -> SignUp:
    sign_up(Application(**SPRONG), at=NOON)
    return SignUp.objects.get()


def answered(kept: SignUp) -> None:
    """The worker sends what was promised; a second run has nobody to send it to."""
    for _run in range(2):
        answer_sign_up.call(municipality=kept.municipality_id, sign_up=str(kept.pk))


def test_it_waits_and_gives_no_login_yet(waiting):
    assert waiting.status == "aangemeld"
    assert not Account.objects.filter(email="chantal@sprong.example").exists()
    assert not Provider.objects.exists()


def test_the_same_number_waits_once(waiting):
    sign_up(Application(**{**SPRONG, "email": "ander@sprong.example"}), at=NOON)

    assert SignUp.objects.get().email == "chantal@sprong.example"


def test_a_wrong_bank_account_is_refused(emmen):
    with pytest.raises(NotAnIban):
        sign_up(Application(**{**SPRONG, "iban": "NL20INGB0001234568"}), at=NOON)


def test_who_is_admitted_sells_here_and_can_sign_in(waiting, bas):
    admit_sign_up(waiting, by=bas, at=NOON)
    answered(waiting)

    provider = Provider.objects.get()
    assert (str(provider), provider.iban) == ("Turnclub De Sprong", "NL20INGB0001234567")
    assert ProviderUser.objects.get().account.email == "chantal@sprong.example"
    (letter,) = mail.outbox
    assert letter.to == ["chantal@sprong.example"]
    assert "doet mee" in letter.body


def test_who_is_refused_reads_why_and_is_forgotten(waiting, bas):
    with pytest.raises(NoReasonForSignUp):
        refuse_sign_up(waiting, " ", by=bas, at=NOON)

    refuse_sign_up(waiting, "Alleen clubs uit Emmen.", by=bas, at=NOON)
    answered(waiting)

    assert "Alleen clubs uit Emmen." in mail.outbox[0].body
    waiting.refresh_from_db()
    assert (waiting.status, waiting.email, waiting.person) == ("afgewezen", "", "")


def test_one_decision_is_enough(waiting, bas, ingrid):
    refuse_sign_up(waiting, "Nee", by=bas, at=NOON)

    with pytest.raises(SignUpIsDecided):
        admit_sign_up(waiting, by=ingrid, at=NOON)


def test_a_stranger_gets_no_login_of_an_organisation_that_has_people(emmen, bas):
    known = Organisation.objects.create(name="De Echte Sprong", kvk=SPRONG["kvk"])
    owner = Account.objects.create_user("eigenaar@sprong.example", name="Eigenaar")
    ProviderUser.objects.create(account=owner, organisation=known)
    sign_up(Application(**SPRONG), at=NOON)

    provider = admit_sign_up(SignUp.objects.get(), by=bas, at=NOON)

    assert provider.organisation == known
    assert [person.account for person in known.people.all()] == [owner]


def test_another_municipality_does_not_see_it(waiting, buren):
    with within(buren):
        assert not SignUp.objects.exists()
