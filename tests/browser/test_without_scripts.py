"""Every page without JavaScript: what is there can be used, and nothing waits for a script."""

import pytest

from tests.browser.test_work_pages import PROVIDER_PAGES, desk_pages
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser

RESIDENT_PAGES = [
    "/overzicht/",
    "/winkel/",
    "/winkel/kaart/",
    "/mandje/",
    "/bestellen/",
    "/bestellingen/",
    "/gegevens/",
    "/gegevens/over/geld/",
    "/gegevens/gegeven/huur/",
    "/gegevens/gegeven/huur/invullen/",
    "/gegevens/bereiken/",
    "/gegevens/bereiken/code/",
    "/gegevens/verhuizen/",
    "/gegevens/wie-keek/",
    "/gegevens/delen/",
    "/gegevens/verklaringen/",
    "/wie-vraagt-wat/",
    "/hulp/",
    "/privacy/",
    "/toegankelijkheid/",
]
# A button that a script has to bring to life: without one, nobody may see it.
# The sample of a house style shows buttons as they will look; they do nothing with one either.
DEAD_BUTTONS = "button[type=button]:not(.mo-preview *):visible"
FORMS_WITHOUT_BUTTON = "form:visible:not(:has(button[type=submit], button:not([type])))"


def check(page, address: str) -> None:
    assert page.locator("h1").count() == 1, address
    assert page.locator(DEAD_BUTTONS).count() == 0, address
    assert page.locator(FORMS_WITHOUT_BUTTON).count() == 0, address


def test_a_resident_uses_every_page_without_scripts(visitor):
    resident = visitor(width=360, scripts=False)
    resident.sign_in_with_digid("Katja")

    for address in RESIDENT_PAGES:
        check(resident.open(address), address)


@pytest.mark.parametrize("name", ["bas", "sam", "ingrid", "wim", "femke"])
def test_staff_use_every_page_without_scripts(visitor, name):
    worker = sign_in_to_work(visitor(scripts=False), name, "medewerkers")

    for path in desk_pages()[name]:
        if "passkeys" not in path:  # a passkey is made by the browser, with a script
            check(worker.open(f"/medewerkers/{path}"), path)


def test_a_shop_uses_every_page_without_scripts(visitor):
    yara = sign_in_to_work(visitor(scripts=False), "yara", "aanbieders")

    for path in PROVIDER_PAGES:
        check(yara.open(f"/aanbieders/{path}"), path)


def test_collecting_goes_on_without_scripts(visitor):
    resident = visitor(width=360, scripts=False)
    page = resident.sign_in_with_digid("Fatima")
    resident.open("/gegevens/")
    page.get_by_role("button", name="Haal mijn gegevens op").click()

    for _look in range(60):
        if page.get_by_role("link", name="Bekijk mijn gegevens").count():
            break
        page.get_by_role("link", name="Kijk hoe ver het is").click()
        page.wait_for_timeout(500)

    page.get_by_role("link", name="Bekijk mijn gegevens").click()
    assert "opgehaald" in page.get_by_role("heading", level=2).first.inner_text()
