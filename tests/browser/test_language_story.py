"""Katja reads in Arabic: chosen with one tap, from right to left, on a telephone too."""

import pytest

from tests.browser.axe import problems_on

pytestmark = pytest.mark.browser
PAGES = ["/overzicht/", "/aanvragen/", "/afspraken/", "/berichten/nieuw/", "/is-er-niet/"]


def test_in_arabic_every_page_reads_from_right_to_left(visitor):
    katja = visitor(width=360)
    page = katja.open("/")
    page.get_by_role("button", name="العربية").click()
    assert problems_on(page, "ar-welkom") == []
    page.get_by_role("link", name="DigiD").click()
    page.get_by_role("button", name="Katja").first.click()
    page.wait_for_url("**/overzicht/")

    for path in PAGES:
        assert problems_on(katja.open(path), f"ar{path.replace('/', '-')}") == []
        assert page.locator("html").get_attribute("dir") == "rtl"
    page.goto(katja.site.address("/aanvragen/", "emmen"))
    page.locator("main a[href*='/aanvragen/nieuw/']").first.click()
    assert problems_on(page, "ar-aanvragen") == []
    page.locator("main form button[type=submit]").first.click()
    assert problems_on(page, "ar-vragen") == []


def test_without_scripts_a_language_is_chosen_too(visitor):
    reader = visitor(width=360, scripts=False)
    page = reader.open("/hulp/")

    page.get_by_role("button", name="Українська").click()

    assert page.url.endswith("/hulp/")
    assert page.locator("html").get_attribute("lang") == "uk"
    assert page.get_by_role("button", name="Українська").get_attribute("aria-current") == "true"
