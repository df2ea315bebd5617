"""A question that came up by itself: Sam helps, Wim and Femke keep it fair, and Piet reads it."""

import pytest

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser


def plain(page) -> str:
    return page.locator("main").inner_text().replace("\N{NO-BREAK SPACE}", " ")


def button(page, words):
    """Of the kind that is off at first."""
    kind = page.locator("section", has=page.get_by_role("heading", name="Samen in een huis"))
    return kind.get_by_role("button", name=words)


def look(page, name):
    assert page.locator("h1").count() == 1
    assert problems_on(page, name) == []


def test_staff_look_into_it_to_help_and_say_what_came_out(visitor):
    sam = sign_in_to_work(visitor(), "sam", "medewerkers")
    page = sam.open("/medewerkers/")
    page.get_by_role("link", name="Vragen uit signalen").click()
    look(page, "signalen")
    page.get_by_role("link", name="Lukt het doorgeven van het inkomen?").click()
    words = plain(page)
    assert words.index("Vraag of het formulier te moeilijk is.") < words.index("geen opgave")
    look(page, "signaal")

    page.get_by_role("button", name="Dit is uitgezocht").click()
    look(page, "signaal-fout")
    page.get_by_label("Wij hebben de inwoner geholpen").check()
    page.get_by_label("Uitleg voor de inwoner").fill("Wij vulden de opgave samen in.")
    page.get_by_role("button", name="Dit is uitgezocht").click()
    assert "De inwoner ziet nu waar u naar keek." in page.locator("body").inner_text()
    page.get_by_role("link", name="Uitgezocht").click()
    look(page, "signalen-klaar")
    page.get_by_role("link", name="Lukt het doorgeven van het inkomen?").click()
    look(page, "signaal-klaar")


def test_managers_turn_kinds_on_and_off_and_see_whether_it_is_fair(visitor):
    wim = sign_in_to_work(visitor(), "wim", "medewerkers")
    page = wim.open("/medewerkers/signalen/soorten/")
    button(page, "Stel voor om aan te zetten").click()
    assert "Een collega moet dit bevestigen." in plain(page)
    look(page, "signalen-soorten")

    femke = sign_in_to_work(visitor(), "femke", "medewerkers")
    other = femke.open("/medewerkers/signalen/soorten/")
    button(other, "Bevestig").click()
    button(other, "Zet uit").click()
    other.get_by_role("link", name="Eerlijkheid").click()
    other.get_by_role("button", name="Tel nu").click()
    assert "Nuttig" in plain(other)
    look(other, "signalen-eerlijk")
    other.get_by_role("link", name="Algoritmeregister").click()
    assert "Participatiewet art. 17 en 53a" in plain(other)
    look(other, "signalen-register")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_resident_reads_what_was_asked_why_and_what_came_out(visitor, scripts):
    piet = visitor(width=360, scripts=scripts)
    page = piet.sign_in_with_digid("Piet")
    page.goto(piet.site.address("/uitkering/"))
    page.get_by_role("link", name="Bekijk wat wij zagen").click()
    words = plain(page)
    assert "Is er genoeg over om van te leven?" in words
    assert "Wij hebben u geholpen." in words
    assert "Elke maand betalen wij uit de uitkering ook iemand anders." in words
    if scripts:
        look(page, "uitkering-gekeken")
