"""Who comes in at the platform, who does not, and that nobody gets further by it."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import get_resolver

from plein.demo.codes import current_code, enrol_demo
from plein.identity.models import Staff
from plein.starting.actions.beginning import begin_start
from plein.tenants.models import Municipality
from plein.tenants.naming import Naming
from plein.tenants.scope import within
from plein.web.doors import DESK, PLATFORM
from plein.web.policies import policy_of
from tests.cast import NOON
from tests.web.platform.conftest import html, url
from tests.web.test_policies import patterns

PASSWORD = "Samen-op-het-plein"
ROUTES = [
    "/" + route.replace("<slug:slug>", "assen").replace("<slug:item>", "dpia")
    for route, entry in patterns(get_resolver(PLATFORM.urlconf))
    if policy_of(entry.callback).doors == (PLATFORM,)
]
SIMPLE = [route for route in ROUTES if "<" not in route]


@pytest.fixture
def quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.mark.usefixtures("quick_passwords")
def test_olga_signs_in_with_a_password_and_a_code(olga):
    olga.account.set_password(PASSWORD)
    olga.account.save()
    enrol_demo(olga.account)
    client = Client(HTTP_HOST="localhost")

    client.post("/platform/inloggen/", {"login": olga.account.email, "password": PASSWORD})
    assert client.get("/platform/").status_code == 302
    done = client.post("/platform/inloggen/code/", {"code": current_code(olga.account)})

    assert done.url == "/platform/"
    assert "Begin met een gemeente" in html(client.get("/platform/"))
    for page in ("account/", "account/passkeys/", "account/wachtwoord/"):
        assert client.get(f"/platform/{page}").status_code == HTTPStatus.OK


@pytest.mark.parametrize("route", SIMPLE)
def test_nobody_else_comes_in(route, start, sam, at_work):
    stranger, desk = Client(HTTP_HOST="localhost"), at_work(sam.account, PLATFORM)
    desk.defaults["HTTP_HOST"] = "localhost"

    for client in (stranger, desk):
        assert client.get(route).status_code in (302, 405)
        assert client.post(route, {}).status_code in (302, 405)
    assert Municipality.objects.get(slug="assen").name == "Assen"


def test_there_is_no_such_door_on_the_host_of_a_municipality(emmen, olga, at_work):
    client = at_work(olga.account, PLATFORM)

    assert client.get("/platform/").status_code == 404
    assert client.get("/platform/inloggen/").status_code == 404


def test_olga_has_no_access_at_the_desk(emmen, olga, at_work):
    page = at_work(olga.account, DESK).get("/medewerkers/", follow=True)

    assert page.status_code == 403


def test_staff_of_a_municipality_are_told_that_they_do_not_run_this(emmen, sam, at_work):
    client = at_work(sam.account, PLATFORM)
    client.defaults["HTTP_HOST"] = "localhost"

    page = client.get("/platform/", follow=True)

    assert page.status_code == 403
    assert "u beheert dit platform niet" in html(page)


def test_the_front_page_names_only_what_is_open(start, emmen):
    page = html(Client(HTTP_HOST="localhost").get("/"))

    assert "Gemeente Emmen" in page
    assert "Assen" not in page


def test_a_form_of_another_municipality_reaches_nothing(platform, olga, assen, ria):
    naming = Naming("Hardenberg", "h.localhost", "0160", "")
    begin_start("hardenberg", naming, by=olga, at=NOON)

    platform.post(url("take-back", "hardenberg", ria.pk))

    with within(assen):
        assert Staff.objects.get() == ria
