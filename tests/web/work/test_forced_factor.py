"""Nobody comes in to work with a password alone."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from django.test import Client

from plein.demo.codes import current_code, enrol_demo
from plein.identity.models import Account, Role, Staff

PASSWORD = "Samen-op-het-plein"


@pytest.fixture
def sam(emmen):
    account = Account.objects.create_user("sam@plein.example", PASSWORD, name="Sam")
    return Staff.objects.create(account=account, team="Team Minima", roles=[Role.CONSULENT])


@pytest.fixture
def client(emmen):
    return Client(HTTP_HOST="emmen.localhost")


def give_password(client, email="sam@plein.example", password=PASSWORD):
    return client.post("/medewerkers/inloggen/", {"login": email, "password": password})


def test_the_password_leads_to_the_code_and_the_code_leads_in(client, sam):
    enrol_demo(sam.account)

    response = give_password(client)
    assert response.url == "/medewerkers/inloggen/code/"
    page = client.get(response.url).content.decode()
    code = current_code(sam.account)
    assert code in page
    done = client.post("/medewerkers/inloggen/code/", {"code": code})

    assert done.url == "/medewerkers/"


def test_who_has_no_second_factor_yet_has_to_make_one(client, sam):
    give_password(client)

    page = client.get("/medewerkers/", follow=True)

    assert page.redirect_chain[-1][0] == "/medewerkers/account/inlogcode/app/"
    assert "Een tweede slot op uw account" in page.content.decode()


def test_right_after_making_one_the_door_is_open(client, sam):
    give_password(client)
    page = client.get("/medewerkers/account/inlogcode/app/")
    secret = page.context["form"].secret
    code = f"{hotp_value(secret, next(iter(yield_hotp_counters_from_time()))):06d}"
    client.post("/medewerkers/account/inlogcode/app/", {"code": code})

    assert client.get("/medewerkers/").status_code == 200
    stored = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in stored
