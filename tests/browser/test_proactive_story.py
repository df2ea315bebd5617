"""Emmen offers help by itself: two people turn it on, Sam takes it up, and Katja says no thanks."""

import re

import pytest

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
HELP = "/medewerkers/hulp/"
REGULATION = "Verordening Help op tijd Emmen 2026 art. 3 (voorbeeld)"


def plain(page) -> str:
    return page.locator("main").inner_text().replace("\N{NO-BREAK SPACE}", " ")


def look(page, name):
    assert page.locator("h1").count() == 1
    assert problems_on(page, name) == []


def button(page, words):
    return page.get_by_role("button", name=re.compile(words))


def test_two_people_turn_it_on_and_sam_takes_it_up(visitor):
    wim = sign_in_to_work(visitor(), "wim", "medewerkers")
    page = wim.open(f"{HELP}instellen/")
    look(page, "aanbod-instellen")
    page.get_by_role("link", name="Het gebruiken van uw budget").click()
    button(page, "Zet uit").click()
    button(page, "Stel voor om aan te zetten").click()
    look(page, "aanbod-fout")
    page.get_by_label("Welke regels van uw gemeente staan dit toe?").fill(REGULATION)
    button(page, "Stel voor om aan te zetten").click()
    assert "Een collega moet dit bevestigen." in plain(page)
    look(page, "aanbod-voorstel")

    sam = sign_in_to_work(visitor(), "sam", "medewerkers")
    other = sam.open(HELP)
    assert "Er staat niemand op de lijst" in plain(other)
    look(other, "aanbod-leeg")

    femke = sign_in_to_work(visitor(), "femke", "medewerkers")
    third = femke.open(f"{HELP}instellen/budget-stopt/")
    button(third, "Bevestig").click()
    assert REGULATION in plain(third)
    look(third, "aanbod-aan")

    other.goto(sam.site.address(HELP))
    look(other, "aanbod-lijst")
    table = other.get_by_role("table")
    table.get_by_role("link", name="Het gebruiken van uw budget").first.click()
    assert "U krijgt dit aanbod omdat u uw budget" in plain(other)
    look(other, "aanbod-een")
    button(other, "Pak dit op").click()
    look(other, "aanbod-opgepakt")
    button(other, "Open het gesprek").click()
    look(other, "aanbod-gesprek")


@pytest.mark.parametrize(("width", "scripts"), [(360, True), (1280, False)])
def test_the_resident_reads_why_and_says_no_thanks(visitor, width, scripts):
    name = "Katja" if scripts else "Fatima"
    katja = visitor(width=width, scripts=scripts)
    page = katja.sign_in_with_digid(name)
    page.goto(katja.site.address("/overzicht/"))
    if scripts:
        look(page, "aanbod-overzicht")
    page.get_by_role("link", name="Bekijk wat wij u aanbieden").click()
    if scripts:
        look(page, "aanbod-lijst-inwoner")
    page.get_by_role("link", name="Hulp met het gebruiken van uw budget").click()
    words = plain(page)
    assert "U krijgt dit aanbod omdat u uw budget nog tot en met 31 december" in words
    assert "Dit is geen besluit." in words
    if scripts:
        look(page, "aanbod-waarom")
    page.get_by_role("button", name="Nee, dank u").click()
    said = "U krijgt geen tips en geen aanbod meer over: Geld en toeslagen."
    assert said in page.locator("body").inner_text()
    assert "Er is nu geen aanbod voor u" in plain(page)
    if scripts:
        look(page, "aanbod-nee")
