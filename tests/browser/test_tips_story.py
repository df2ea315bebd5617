"""Katja reads what may concern her and why, asks why not, and says no; staff see the rules."""

import re

import pytest

from tests.browser.axe import problems_on
from tests.browser.test_bijstand_story import collects
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser


def plain(page) -> str:
    return page.locator("main").inner_text().replace("\N{NO-BREAK SPACE}", " ")


def look(page, name):
    assert page.locator("h1").count() == 1
    assert problems_on(page, name) == []


def has_collected(katja):
    """Once for the stories of this file."""
    page = katja.open("/gegevens/")
    if page.get_by_role("button", name="Haal mijn gegevens op").count():
        collects(katja)


def button(page, words, of):
    """With the hidden words that say of what it is."""
    return page.get_by_role("button", name=re.compile(rf"{words}\s*: {of}"))


def test_katja_sees_a_tip_with_its_reason_asks_why_not_and_says_no(visitor):
    katja = visitor(width=360)
    page = katja.sign_in_with_digid("Katja")
    has_collected(katja)
    page.goto(katja.site.address("/overzicht/"))
    page.get_by_role("link", name="Bekijk tips voor u").click()
    assert "U ziet dit omdat uw WW stopt op" in plain(page)
    look(page, "tips")

    page.get_by_role("link", name="Hoe weten wij dit? Uw WW stopt bijna").click()
    assert "Uw WW stopt binnen 90 dagen: dit klopt" in plain(page)
    look(page, "tip-waarom")

    page.get_by_role("link", name="Terug naar alle tips").click()
    look(page, "tips-alle")
    page.get_by_role("link", name="Na uw WW is er misschien IOAW").click()
    assert "U bent geboren voor 1 januari 1965: dit klopt niet" in plain(page)
    look(page, "tip-waarom-niet")

    page.goto(katja.site.address("/informatie/voor-u/"))
    button(page, "Niet meer over dit onderwerp", "Werk en WW").click()
    words = plain(page)
    assert "U krijgt geen tips meer over: Werk en WW." in page.locator("body").inner_text()
    assert "uw WW stopt op" not in words
    page.get_by_role("link", name="Zet tips uit of aan").click()
    look(page, "tips-keuzes")
    button(page, "Zet aan", "Werk en WW").click()

    button(page, "Ja, kijk hiernaar voor tips", "Boetes bij het CJIB").click()
    page.get_by_role("link", name="Terug naar uw tips").click()
    assert "omdat u een boete moet betalen" in plain(page)
    page.get_by_role("link", name="Zie waar wij naar keken").click()
    page.get_by_text(re.compile(r"U keek zelf \d+ keer")).first.click()
    assert "omdat u tips bekeek, ook met gegevens waarvoor u ja zei" in plain(page)
    page.goto(katja.site.address("/informatie/voor-u/keuzes/"))
    button(page, "Trek uw ja in", "Boetes bij het CJIB").click()
    page.get_by_role("button", name="Zet alle tips uit").click()
    page.goto(katja.site.address("/informatie/voor-u/"))
    assert "Tips staan uit" in plain(page)
    look(page, "tips-uit")
    page.goto(katja.site.address("/informatie/voor-u/keuzes/"))
    page.get_by_role("button", name="Zet alle tips aan").click()
    assert katja.complaints == []


def test_in_arabic_the_pages_turn(visitor):
    katja = visitor(width=360)
    page = katja.sign_in_with_digid("Katja")
    has_collected(katja)
    page.goto(katja.site.address("/informatie/voor-u/"))
    page.get_by_role("button", name="العربية").click()
    page.goto(katja.site.address("/informatie/voor-u/"))
    assert "ترى هذا لأن WW الخاص بك ينتهي في" in plain(page)
    look(page, "ar-tips")
    for path in ("waarom/", "waarom/kind-en-weinig-geld/", "keuzes/"):
        page.goto(katja.site.address(f"/informatie/voor-u/{path}"))
        look(page, f"ar-tips-{path[:9].strip('/').replace('/', '-')}")
    assert page.locator("html").get_attribute("dir") == "rtl"


def test_staff_see_the_rules_and_two_of_them_put_one_on(visitor):
    wim = sign_in_to_work(visitor(), "wim", "medewerkers")
    page = wim.open("/medewerkers/gemeente/")
    page.get_by_role("link", name="Tips", exact=True).click()
    look(page, "beheer-tips")
    page.get_by_role("link", name="Misschien krijgt u huurtoeslag").click()
    assert "Wij zien geen huurtoeslag" in plain(page)
    page.get_by_role("button", name=re.compile("Zet uit")).click()
    page.get_by_role("button", name=re.compile("Stel voor")).click()
    assert "Een collega moet dit bevestigen." in plain(page)
    look(page, "beheer-tip")

    bas = sign_in_to_work(visitor(), "bas", "medewerkers")
    other = bas.open("/medewerkers/gemeente/tips/huur-zonder-huurtoeslag/")
    other.get_by_role("button", name=re.compile("Bevestig")).click()
    assert "Bevestigd door Bas" in plain(other)
    other.get_by_text("Algoritmeregister").click()
    look(other, "beheer-tip-aan")
