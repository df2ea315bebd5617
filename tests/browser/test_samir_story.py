"""Samir is new here and reads Arabic: from the first page to his first appointment."""

import re

import pytest

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
ARABIC = re.compile("[\u0600-\u06ff]")
TIME = re.compile(r"\d+\.\d\d")


def reads_from_right_to_left(page, name: str) -> None:
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("html").get_attribute("lang") == "ar"
    assert ARABIC.search(page.locator("main").inner_text())
    assert problems_on(page, f"samir-{name}") == []


def test_from_the_first_page_to_the_first_appointment_in_arabic(visitor):
    samir = visitor(width=360)
    page = samir.open("/", "coevorden")
    page.get_by_role("button", name="العربية").click()
    page.locator("a[href='/inloggen/digid/']").click()
    page.get_by_role("button", name="Samir").first.click()
    page.wait_for_url("**/overzicht/")
    reads_from_right_to_left(page, "overzicht")

    reads_what_the_first_weeks_bring(samir)
    does_a_task(samir)
    chooses_a_time(samir)

    sam = sign_in_to_work(visitor(), "sam", "medewerkers", "coevorden")
    assert is_expected(sam)


def reads_what_the_first_weeks_bring(samir) -> None:
    """In Arabic, with the Dutch words beside it for who learns them."""
    page = samir.open("/informatie/nieuw-in-nederland/", "coevorden")
    reads_from_right_to_left(page, "eerste-weken")
    page.locator("main ol a").first.click()
    reads_from_right_to_left(page, "tekst")
    dutch = page.locator("[lang=nl][dir=ltr]").first
    assert not ARABIC.search(dutch.text_content())
    assert dutch.text_content().strip()


def does_a_task(samir) -> None:
    page = samir.open("/overzicht/", "coevorden")
    page.locator("main a[href*='/doen/']").first.click()
    reads_from_right_to_left(page, "opdracht")


def chooses_a_time(samir) -> None:
    page = samir.open("/overzicht/", "coevorden")
    page.locator("main a[href*='/afspraken/']").filter(has_text="Kennismaken").first.click()
    reads_from_right_to_left(page, "afspraak-kiezen")
    page.locator("main a[href*='bellen']").first.click()
    page.get_by_role("button", name=TIME).first.click()
    reads_from_right_to_left(page, "afspraak")
    assert page.get_by_text("Kennismaken").first.is_visible()


def is_expected(sam) -> bool:
    page = sam.open("/medewerkers/afspraken/", "coevorden")
    for _day in range(8):
        if page.get_by_role("link", name="Kennismaken").count():
            return True
        page.get_by_label("Welke dag?").get_by_role("link").last.click()
    return False
