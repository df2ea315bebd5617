"""From another country of the EU: with a BSN one comes in, without one the way to it is shown."""

import pytest

from tests.browser.axe import problems_on

pytestmark = pytest.mark.browser


def begins(guest, language: str = "English"):
    page = guest.open("/")
    page.get_by_role("button", name=language).first.click()
    page.get_by_role("link", name="another European country").click()
    page.get_by_role("heading", name="Kies wie u bent").wait_for()
    return page


@pytest.mark.parametrize("width", [360, 1280])
def test_who_has_no_bsn_reads_in_english_how_to_get_one(visitor, width):
    page = begins(visitor(width=width))

    page.get_by_role("button", name="Marek").click()

    page.get_by_role("heading", name="We do not know your BSN yet").wait_for()
    assert problems_on(page, "geen-bsn") == []


def test_who_has_a_bsn_comes_in(visitor):
    page = begins(visitor(width=360))

    page.get_by_role("button", name="Élise").click()

    page.wait_for_url("**/overzicht/")
    assert problems_on(page, "overzicht-eidas") == []
