"""A resident reads in another language; what is kept stays Dutch, and so does the desk."""

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import get_language

from plein.audit.models import Act
from plein.delivery.actions.language import keep_language, kept_language
from tests.cases.conftest import *  # noqa: F403
from tests.cast import BSN_OF, NOON
from tests.web.conftest import url
from tests.web.resident.test_acting_for_another import (  # noqa: F401 - fixtures
    acting,
    katjas,
    mandate,
)
from tests.web.resident.test_sign_in import (  # noqa: F401 - a fixture
    ANSWER,
    browser,
    choose,
    digid,
)

COOKIE = settings.LANGUAGE_COOKIE_NAME


@pytest.fixture
def fatimas(fatima, signed_in):
    return signed_in(fatima)


def chooses(client: Client, language: str, back: str = "") -> object:
    return client.post(url("choose-language"), {"language": language, "next": back})


def comes_in(client: Client, who: str) -> None:
    client.get(ANSWER, choose(client, bsn=BSN_OF[who], level="MIDDEN"))


def text_of(response) -> str:
    return response.content.decode()


def test_every_page_offers_each_language_by_its_own_name(emmen, fatimas):
    for page in (browser().get("/"), browser().get("/nergens/"), fatimas.get(url("overview"))):
        for code, name in settings.LANGUAGES:
            assert f'value="{code}" lang="{code}"' in text_of(page)
            assert name in text_of(page)


def test_what_was_chosen_holds_before_signing_in(emmen):
    visitor = browser()

    answer = chooses(visitor, "en", url("help"))

    assert answer.url == url("help")
    assert visitor.cookies[COOKIE].value == "en"
    page = text_of(visitor.get("/"))
    assert '<html lang="en"' in page
    assert "Sign in with DigiD" in page


def test_a_resident_keeps_the_language_and_it_is_written_down(fatima, fatimas):
    chooses(fatimas, "en")

    assert kept_language(fatima) == "en"
    assert Act.objects.filter(name="delivery.language.chosen").count() == 1
    assert "My overview" in text_of(fatimas.get(url("overview")))


def test_on_another_device_the_language_comes_back_at_signing_in(fatima, digid):
    keep_language(fatima, "uk", by=fatima.actor, at=NOON)
    other = browser()

    comes_in(other, "fatima")

    assert other.cookies[COOKIE].value == "uk"
    assert '<html lang="uk"' in text_of(other.get(url("overview")))


def test_a_first_choice_before_signing_in_is_kept(fatima, digid):
    visitor = browser()
    chooses(visitor, "ar")

    comes_in(visitor, "fatima")

    assert kept_language(fatima) == "ar"


@pytest.mark.parametrize("wrong", ["de", "", "../nl", "en\r\nX: y"])
def test_a_language_that_we_do_not_have_is_ignored(wrong, fatima, fatimas):
    chooses(fatimas, wrong)
    fatimas.cookies[COOKIE] = "klingon"

    assert kept_language(fatima) == ""
    assert '<html lang="nl"' in text_of(fatimas.get(url("overview")))


def test_it_leads_nowhere_outside_our_own_pages(fatimas):
    assert chooses(fatimas, "en", "https://elders.example/").url == url("welcome")


def test_arabic_is_read_from_right_to_left(fatimas):
    chooses(fatimas, "ar")

    assert '<html lang="ar" dir="rtl"' in text_of(fatimas.get(url("overview")))


def test_in_arabic_an_address_of_mail_still_reads_from_left_to_right(fatimas):
    chooses(fatimas, "ar")

    mail = text_of(fatimas.get(url("reach")))
    words = text_of(fatimas.get(url("talk-new")))

    assert 'dir="ltr"' in mail.split('name="email"')[1].split(">")[0]
    assert 'dir="auto"' in words.split('name="words"')[1].split(">")[0]
    assert "mo-icon--onward" in words


def test_the_language_ends_with_the_request(fatimas):
    chooses(fatimas, "ar")
    fatimas.get(url("overview"))

    assert get_language() == "nl"


def test_a_page_in_a_language_is_kept_for_nobody_else(emmen, fatimas):
    chooses(fatimas, "ar")

    page = fatimas.get(url("overview"))
    offline = fatimas.get(url("app-offline"))
    manifest = fatimas.get(url("app-manifest"))

    assert page.headers["Content-Language"] == "ar"
    assert "Cookie" in page.headers["Vary"]
    assert page.headers["Cache-Control"] == "no-store"
    assert '<html lang="nl"' in text_of(offline)
    assert 'name="language"' not in text_of(offline)
    assert manifest.json()["name"].startswith("Mijn Overzicht")


def test_the_doors_of_work_stay_dutch(emmen):
    worker = browser()
    worker.cookies[COOKIE] = "ar"

    for door in ("/medewerkers/", "/aanbieders/", "/organisaties/"):
        page = text_of(worker.get(f"{door}inloggen/", follow=True))
        assert '<html lang="nl"' in page
        assert 'name="language"' not in page


def test_who_helps_another_chooses_for_the_own_browser_only(acting, fatima):
    chooses(acting, "en")

    assert kept_language(fatima) == ""
    assert acting.cookies[COOKIE].value == "en"
