"""Fatima asks, Sam answers: on her page within seconds, also after her connection dropped."""

import pytest

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
SOON = 5_000  # milliseconds: what staff do is on the page of the resident by then
CASE = "Individuele inkomenstoeslag"
ONCE_MORE = 30_000  # a dropped connection is noticed, or else the page asks by itself


def test_a_question_its_answer_and_what_comes_while_both_are_there(visitor):
    fatima = visitor(width=360)
    page = fatima.sign_in_with_digid("Fatima")
    assert problems_on(fatima.open("/berichten/"), "berichten-leeg") == []
    page.get_by_role("main").get_by_role("link", name="Stel een vraag").click()
    assert problems_on(page, "berichten-vraag") == []
    page.get_by_role("button", name="Verstuur").click()
    assert problems_on(page, "berichten-vraag-fout") == []
    page.get_by_label("Uw bericht").fill("Wanneer krijg ik mijn geld?")
    page.get_by_role("button", name="Verstuur").click()
    assert problems_on(page, "berichten-ontvangen") == []
    page.get_by_role("link", name="Bekijk uw vraag").click()
    page.get_by_text("Nog niet gelezen").wait_for()

    sam = sign_in_to_work(visitor(), "sam", "medewerkers")
    desk = sam.open("/medewerkers/berichten/?kies=alles")
    assert problems_on(desk, "medewerker-berichten") == []
    desk.get_by_role("link", name="Algemene vraag").click()
    page.get_by_text("Gelezen door uw gemeente").wait_for(timeout=SOON)
    page.get_by_text("Uw consulent is er nu.").wait_for(timeout=SOON)
    desk.get_by_text("De inwoner is er nu.").wait_for(timeout=SOON)

    say(desk, "Uw antwoord", "Morgen staat het op uw rekening.")
    page.get_by_text("Morgen staat het op uw rekening.").wait_for(timeout=SOON)
    say(page, "Uw bericht", "Dank u wel!")
    desk.get_by_text("Dank u wel!").wait_for(timeout=SOON)
    assert page.locator(".mo-talk__line").count() == 3
    assert problems_on(page, "gesprek") == []
    assert problems_on(desk, "medewerker-gesprek") == []

    fatima.context.set_offline(True)
    say(desk, "Uw antwoord", "Graag gedaan.")
    page.wait_for_timeout(1_000)
    assert not page.get_by_text("Graag gedaan.").count()
    fatima.context.set_offline(False)
    page.get_by_text("Graag gedaan.").wait_for(timeout=ONCE_MORE)
    assert page.locator(".mo-talk__line").count() == 4

    desk.get_by_role("button", name="Zet op klaar").click()
    page.get_by_text("Deze vraag is klaar.").wait_for(timeout=SOON)
    assert problems_on(fatima.open("/berichten/"), "berichten") == []


def test_what_is_done_with_an_aanvraag_is_on_the_open_page_of_the_resident(visitor):
    fatima = visitor(width=360)
    page = fatima.sign_in_with_digid("Fatima")
    fatima.open("/aanvragen/")
    page.locator("main").get_by_role("link", name=CASE, exact=True).click()
    address = page.url
    assert problems_on(page, "aanvraag-met-vraag") == []
    page.get_by_role("link", name="Stel een vraag over deze aanvraag").click()
    say(page, "Uw bericht", "Welk papier bedoelt u?")
    page.goto(address)

    sam = sign_in_to_work(visitor(), "sam", "medewerkers")
    desk = sam.open("/medewerkers/berichten/?kies=alles")
    desk.locator("main .mo-name", has_text=CASE).click()
    say(desk, "Uw antwoord", "Uw loonstrook van november.")

    page.get_by_text("Wij stuurden u een bericht").first.wait_for(timeout=SOON)


def test_without_scripts_the_same_goes_by_buttons(visitor):
    katja = visitor(width=360, scripts=False)
    page = katja.sign_in_with_digid("Katja")
    katja.open("/berichten/nieuw/")
    say(page, "Uw bericht", "Kan ik langskomen?")
    page.get_by_role("link", name="Bekijk uw vraag").click()
    say(page, "Uw bericht", "Dinsdag lukt mij het best.")

    assert page.locator(".mo-talk__line").count() == 2
    page.get_by_role("link", name="Verbeter dit bericht").click()
    say(page, "Uw bericht", "Donderdag lukt mij het best.")
    assert page.get_by_text("Dit bericht is verbeterd").count() == 1


def say(page, label, words) -> None:
    page.get_by_label(label).fill(words)
    page.get_by_role("button", name="Verstuur").click()
