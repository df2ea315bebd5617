"""Somebody looks up what to do after a move: without signing in, on each screen, in Arabic too."""

import re

import pytest

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser


def test_from_the_welcome_page_to_a_text(visitor):
    reader = visitor(width=360)
    page = reader.open("/")
    page.get_by_role("link", name="Kijk bij informatie").click()
    assert problems_on(page, "informatie") == []

    page.get_by_role("link", name="Verhuizen").click()
    page.get_by_label("Op welke dag verhuist u?").fill("26-2-2027")
    page.get_by_role("button", name="Toon de datums").click()
    assert page.get_by_text("Tot en met woensdag 3 maart 2027").is_visible()
    assert page.url.endswith("/informatie/verhuizen/")
    assert problems_on(page, "informatie-tijdlijn") == []

    page.get_by_role("link", name="Geef uw nieuwe adres door").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Geef uw nieuwe adres door"
    assert page.get_by_text("Wet basisregistratie personen art. 2.39").is_visible()
    assert problems_on(page, "informatie-tekst") == []
    assert reader.complaints == []


def test_without_scripts_a_text_is_found_and_a_wrong_day_is_told(visitor):
    reader = visitor(width=320, scripts=False)
    page = reader.open("/informatie/")
    page.get_by_label("Zoek in de teksten").fill("kinderen bijslag")
    page.get_by_role("button", name="Zoek").click()
    page.get_by_role("link", name=re.compile("kinderbijslag", re.IGNORECASE)).first.click()
    assert page.get_by_role("heading", name="Wat doet u?").is_visible()

    page = reader.open("/informatie/aow/")
    page.get_by_label("Op welke dag krijgt u AOW?").fill("31-2-2027")
    page.get_by_role("button", name="Toon de datums").click()

    assert page.get_by_text("Deze datum kennen wij niet.").first.is_visible()
    assert page.get_by_role("link", name="Vraag uw AOW op tijd aan").is_visible()


def test_in_arabic_the_pages_turn(visitor):
    reader = visitor(width=360)
    page = reader.open("/informatie/")
    page.get_by_role("button", name="العربية").click()

    for path in ("", "nieuw-in-nederland/", "nieuw-in-nederland/nieuw-huisarts/"):
        assert problems_on(reader.open(f"/informatie/{path}"), f"ar-informatie-{path[:5]}") == []
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("article").get_attribute("dir") == "ltr"


def test_staff_see_how_fresh_the_texts_are(visitor):
    wim = sign_in_to_work(visitor(), "wim", "medewerkers")

    page = wim.open("/medewerkers/gemeente/informatie/")

    assert page.get_by_role("heading", level=1).inner_text() == "Teksten"
    assert problems_on(page, "teksten") == []
