"""Fatima asks from a page to be called back; Sam calls; she sees it. With and without scripts."""

import pytest

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser


def asks_for_a_call(page) -> None:
    page.get_by_role("link", name="Vraag of wij u bellen").click()
    page.get_by_label("Op welk nummer bellen wij u?").fill("06 12345678")
    page.get_by_label("Waar gaat het over?").fill("Mijn bestelling")
    page.get_by_label("In de middag").check()


def test_a_call_is_asked_from_a_page_with_a_yes_and_made_and_seen(visitor):
    fatima = visitor(width=360)
    page = fatima.sign_in_with_digid("Fatima")
    fatima.open("/bestellingen/")
    page.get_by_role("link", name="Hulp nodig?").click()
    assert page.get_by_text("Waar is mijn bestelling?").is_visible()
    assert problems_on(page, "hulp") == []

    page.get_by_label("Waar zoekt u hulp bij?").fill("schulden")
    page.get_by_role("button", name="Zoek").click()
    page.get_by_role("heading", name="Gevonden over ‘schulden’").wait_for()
    assert problems_on(page, "hulp-gevonden") == []

    page.get_by_role("link", name="Vraag of wij u bellen").click()
    page.get_by_role("button", name="Vraag of wij u bellen").click()
    assert problems_on(page, "terugbellen-fout") == []
    fatima.open("/hulp/?van=bestellingen")
    asks_for_a_call(page)
    yes = page.get_by_label("De medewerker mag zien op welke pagina ik was: Bestellingen")
    assert not yes.is_checked()
    yes.check()
    assert problems_on(page, "terugbellen-vraag") == []
    page.get_by_role("button", name="Vraag of wij u bellen").click()
    page.get_by_text("Wij bellen u vóór of op").wait_for()
    assert problems_on(page, "terugbellen-gevraagd") == []

    sam = sign_in_to_work(visitor(), "sam", "medewerkers")
    desk = sam.open("/medewerkers/terugbellen/")
    assert desk.get_by_role("cell", name="Bestellingen").count() == 1
    assert problems_on(desk, "medewerker-terugbellen") == []
    desk.locator("main .mo-name").first.click()
    assert problems_on(desk, "medewerker-terugbellen-een") == []
    desk.get_by_role("button", name="Geen gehoor").click()
    page.reload()
    page.get_by_text("Wij bellen nog een keer").first.wait_for()

    desk.locator("main .mo-name").first.click()
    desk.get_by_role("button", name="Ik heb gebeld").click()
    assert problems_on(desk, "medewerker-terugbellen-leeg") == []
    page.reload()
    page.get_by_text("Wij hebben gebeld").wait_for()
    assert problems_on(page, "terugbellen-gebeld") == []


def test_without_scripts_a_call_is_asked_and_withdrawn(visitor):
    katja = visitor(width=360, scripts=False)
    page = katja.sign_in_with_digid("Katja")
    page.get_by_role("link", name="Hulp nodig?").click()
    page.get_by_text("Hoe ver is mijn aanvraag?").click()
    page.get_by_role("link", name="Ga naar Aanvragen").first.wait_for()
    asks_for_a_call(page)
    page.get_by_role("button", name="Vraag of wij u bellen").click()
    assert page.get_by_text("Wij mogen zien dat u was op").count() == 0
    page.get_by_role("button", name="Bel mij niet meer").click()

    assert page.get_by_text("Wij bellen u niet meer.").count() == 1


def test_who_is_not_signed_in_finds_the_ways_that_need_no_login(visitor):
    somebody = visitor(width=360)
    page = somebody.open("/hulp/")

    assert page.get_by_role("heading", name="Bel ons").count() == 1
    assert page.get_by_role("link", name="Vraag of wij u bellen").count() == 0
    assert problems_on(page, "hulp-zonder-inloggen") == []


def test_who_manages_a_municipality_keeps_its_hours(visitor):
    wim = sign_in_to_work(visitor(), "wim", "medewerkers")
    page = wim.open("/medewerkers/gemeente/openingstijden/")

    assert page.get_by_text("Aan de telefoon").count()
    assert problems_on(page, "openingstijden") == []
