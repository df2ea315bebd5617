"""Nobody loses the second factor, and nobody adds one with a password alone."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from plein.demo.codes import current_code, demo_secret, enrol_demo
from plein.identity.models import Account
from plein.web.doors import DESK
from tests.web.work.conftest import (
    HOST,
    app_of,
    code_for,
    come_in,
    give_password,
    passkey_of,
)


def test_the_last_app_stays(inside, door, person):
    page = inside.get(f"{door.prefix}account/inlogcode/app/weg/")
    inside.post(f"{door.prefix}account/inlogcode/app/weg/")

    assert "Dit kan nog niet." in page.content.decode()
    assert app_of(person.account)


def test_the_last_passkey_stays(inside, door, person):
    passkey = passkey_of(person.account)
    app_of(person.account).delete()

    page = inside.get(f"{door.prefix}account/passkeys/{passkey.pk}/weg/")
    refused = inside.post(f"{door.prefix}account/passkeys/{passkey.pk}/weg/", follow=True)

    assert "Dit kan nog niet." in page.content.decode()
    assert "Zonder deze passkey kunt u niet meer inloggen." in refused.content.decode()
    assert Authenticator.objects.filter(pk=passkey.pk).exists()


def test_recovery_codes_alone_are_no_second_factor(inside, door, person):
    inside.post(f"{door.prefix}account/herstelcodes/nieuw/")

    inside.post(f"{door.prefix}account/inlogcode/app/weg/")

    assert app_of(person.account)


def test_an_app_may_go_when_a_passkey_remains(inside, door, person):
    passkey = passkey_of(person.account)

    inside.post(f"{door.prefix}account/inlogcode/app/weg/")

    assert list(Authenticator.objects.filter(user=person.account)) == [passkey]


def test_a_passkey_may_go_when_the_app_remains(inside, door, person):
    passkey = passkey_of(person.account)

    inside.post(f"{door.prefix}account/passkeys/{passkey.pk}/weg/")

    assert list(Authenticator.objects.filter(user=person.account)) == [app_of(person.account)]


def test_of_two_removals_at_once_one_is_refused(at_once, sam):
    passkey = passkey_of(sam.account)
    first = come_in(Client(HTTP_HOST=HOST), sam.account)
    second = Client(HTTP_HOST=HOST)
    second.cookies = first.cookies

    at_once(
        [
            lambda: first.post("/medewerkers/account/inlogcode/app/weg/").status_code,
            lambda: second.post(f"/medewerkers/account/passkeys/{passkey.pk}/weg/").status_code,
        ]
    )

    assert Authenticator.objects.filter(user=sam.account).count() == 1


@pytest.mark.parametrize("act", ["weg", "naam"])
def test_a_passkey_of_somebody_else_is_not_found(inside, door, act):
    other = Account.objects.create_user("noor@plein.example", name="Noor")
    theirs = passkey_of(other, "Van Noor")

    address = f"{door.prefix}account/passkeys/{theirs.pk}/{act}/"
    answers = [inside.get(address), inside.post(address, {"name": "Van mij"})]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert Authenticator.objects.get(pk=theirs.pk).data["name"] == "Van Noor"


@pytest.mark.parametrize("has", [enrol_demo, passkey_of])
def test_who_gave_a_password_alone_adds_no_app_where_a_factor_is(client, sam, has):
    give_password(client)
    address = "/medewerkers/account/inlogcode/app/"
    secret = client.get(address).context["form"].secret
    has(sam.account)  # meanwhile Sam came in somewhere else

    client.post("/medewerkers/account/bevestig/", {"password": "Samen-op-het-plein"})
    client.post(address, {"code": code_for(secret)})

    assert Authenticator.objects.filter(user=sam.account).count() == 1
    assert client.get("/medewerkers/").status_code == 302


def test_on_a_new_phone_the_new_app_takes_over(committed, client, sam):
    come_in(client, sam.account)
    address = "/medewerkers/account/inlogcode/andere-app/"
    secret = client.get(address).context["form"].secret

    client.post(address, {"code": code_for(secret)})

    client.post("/medewerkers/uitloggen/")
    give_password(client)
    address = "/medewerkers/inloggen/code/"
    old = client.post(address, {"code": code_for(demo_secret(sam.account.email))})
    assert "Deze code klopt niet" in old.content.decode()
    assert secret not in app_of(sam.account).data["secret"]


def test_a_wrong_code_leaves_the_old_app_at_work(client, sam):
    come_in(client, sam.account)
    before = app_of(sam.account).data

    page = client.post("/medewerkers/account/inlogcode/andere-app/", {"code": "000000"})

    assert page.status_code == 422
    assert app_of(sam.account).data == before


def test_who_has_not_come_in_cannot_replace_the_app(client, sam):
    enrol_demo(sam.account)
    give_password(client)

    page = client.get("/medewerkers/account/inlogcode/andere-app/")

    assert page.url == "/medewerkers/inloggen/"


def test_stopping_halfway_forgets_the_password(client, sam):
    enrol_demo(sam.account)
    give_password(client)

    client.post("/medewerkers/inloggen/stoppen/")

    assert client.get("/medewerkers/inloggen/").status_code == 200
    code = {"code": current_code(sam.account)}
    assert client.post("/medewerkers/inloggen/code/", code).url == "/medewerkers/inloggen/"
    assert client.get(DESK.prefix).status_code == 302
