"""Uw gegevens: account, places, colleagues, municipalities; and signing up at the door."""

import pytest
from django.test import Client

from plein.identity.models import Account, ProviderUser
from plein.tenants.scope import within
from plein.webshop.actions.catalogue import offer_product
from plein.webshop.actions.places import keep_place
from plein.webshop.models import IbanChange, Product, ProviderPlace, SignUp
from tests.cast import NOON
from tests.web.provider.conftest import BATH, OFFER, url
from tests.webshop.conftest import YARA
from tests.webshop.test_sign_up import SPRONG

PLACE = {
    "name": "Het bad",
    "street": "Waterweg 2",
    "postcode": "7811ab",
    "town": "Emmen",
    "opens_2": "9.00",
    "closes_2": "17:30",
}


@pytest.fixture
def door(emmen):
    return Client(HTTP_HOST="emmen.localhost")


def test_a_club_signs_itself_up_at_the_door(door):
    answer = door.post(url("provider-sign-up"), SPRONG, follow=True)

    assert "U krijgt het antwoord per e-mail" in answer.content.decode()
    assert SignUp.objects.get().kvk == SPRONG["kvk"]


def test_the_door_says_the_same_for_an_address_that_is_known(door, yara):
    known = {**SPRONG, "email": yara.account.email, "kvk": yara.organisation.kvk}
    answers = [door.post(url("provider-sign-up"), data) for data in (SPRONG, known, known)]

    assert {(answer.status_code, answer.url) for answer in answers} == {
        (302, url("provider-sign-up-done"))
    }


@pytest.mark.parametrize(("field", "wrong"), [("kvk", "123"), ("iban", "NL00"), ("email", "x")])
def test_what_is_filled_in_wrong_is_said_and_kept_by_nobody(door, field, wrong):
    assert door.post(url("provider-sign-up"), {**SPRONG, field: wrong}).status_code == 422
    assert not SignUp.objects.exists()


def test_signing_up_is_limited_per_address(door):
    for number in range(5):
        door.post(url("provider-sign-up"), {**SPRONG, "kvk": f"9000010{number}"})

    answer = door.post(url("provider-sign-up"), {**SPRONG, "kvk": "90000109"})

    assert answer.status_code == 422
    assert SignUp.objects.count() == 5


def test_a_provider_asks_for_another_account(till, de_plons):
    till.post(url("provider-iban"), {"iban": "NL20INGB0001234567"})

    assert IbanChange.objects.get().asked_by is None
    assert "De gemeente kijkt ernaar" in till.get(url("provider-business")).content.decode()


def test_a_place_is_kept_with_its_hours_changed_and_taken_away(till, de_plons):
    till.post(url("provider-place-new"), PLACE)
    place = ProviderPlace.objects.get()
    page = till.get(url("provider-business")).content.decode()
    assert "woensdag 09.00 tot 17.30 uur" in page
    assert place.postcode == "7811 AB"

    till.post(url("provider-place", place.pk), {**PLACE, "opens_2": "", "closes_2": ""})
    assert not place.hours.exists()

    till.post(url("provider-place-drop", place.pk))
    assert not ProviderPlace.objects.exists()


@pytest.mark.parametrize("hours", [{"closes_2": ""}, {"closes_2": "8:00"}, {"opens_2": "ochtend"}])
def test_hours_that_cannot_be_are_said(till, de_plons, hours):
    assert till.post(url("provider-place-new"), {**PLACE, **hours}).status_code == 422
    assert not ProviderPlace.objects.exists()


def test_a_place_of_another_shop_is_not_found(mo, de_plons):
    place = keep_place(de_plons, BATH, by=YARA, at=NOON)

    assert mo.get(url("provider-place", place.pk)).status_code == 404
    assert mo.post(url("provider-place-drop", place.pk)).status_code == 404


def test_a_colleague_is_let_in_and_access_ends(till, yara):
    till.post(url("provider-people-invite"), {"name": "Anna", "email": "anna@plons.example"})
    anna = ProviderUser.objects.get(account__email="anna@plons.example")

    till.post(url("provider-people-end", anna.pk))

    assert not ProviderUser.objects.filter(pk=anna.pk).exists()
    account = Account.objects.get(pk=anna.account_id)
    assert (account.is_active, account.name) == (False, "")


def test_the_last_person_stays(till, yara):
    page = till.post(url("provider-people-end", yara.pk), follow=True)

    assert "laatste persoon" in page.content.decode()
    assert ProviderUser.objects.filter(pk=yara.pk).exists()


def test_an_address_of_somebody_else_gets_no_access_and_nobody_hears(till, yara, mo):
    colleague = {"name": "Mo", "email": "mo@plein.example"}
    answer = till.post(url("provider-people-invite"), colleague, follow=True)

    assert "Uw collega kan inloggen" in answer.content.decode()
    assert (
        ProviderUser.objects.get(account__email="mo@plein.example").organisation.name == "De Spaak"
    )


def test_somebody_of_another_shop_cannot_be_sent_away(till, mo):
    theirs = ProviderUser.objects.get(account__email="mo@plein.example")

    assert till.post(url("provider-people-end", theirs.pk)).status_code == 404


def test_only_own_municipalities_are_listed(till, in_buren, buren):
    page = till.get(url("provider-business")).content.decode()

    assert "//buren.localhost/aanbieders/" in page


def test_a_municipality_where_it_does_not_sell_is_not_listed(till, buren):
    assert "buren.localhost" not in till.get(url("provider-business")).content.decode()


def test_a_product_is_copied_to_another_municipality_and_waits_there(
    till, de_plons, in_buren, buren
):
    product = offer_product(de_plons, OFFER, by=YARA, at=NOON).product

    till.post(url("provider-product-copy", product.pk), {"gemeente": "buren"})

    assert Product.objects.count() == 1
    with within(buren):
        copy = Product.objects.exclude(pk=in_buren.pk).get()
        version = copy.versions.get()
        assert (version.title, version.price, version.status) == ("Zwemkaart", 4_550, "ingediend")


def test_a_product_is_not_copied_to_where_it_does_not_sell(till, de_plons, buren):
    product = offer_product(de_plons, OFFER, by=YARA, at=NOON).product

    page = till.post(url("provider-product-copy", product.pk), {"gemeente": "buren"}, follow=True)

    assert "doet in deze gemeente niet mee" in page.content.decode()
    with within(buren):
        assert not Product.objects.exists()
