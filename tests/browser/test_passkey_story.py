"""A worker and a passkey, in a real browser with an authenticator that exists in software only."""

import pytest
from playwright.sync_api import TimeoutError

from plein.demo.cast import PASSWORD
from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
PATIENCE = 20_000  # milliseconds, on a busy machine
FINGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.mark.parametrize(("name", "door"), [("sam", "medewerkers"), ("yara", "aanbieders")])
def test_a_worker_makes_a_passkey_signs_in_with_it_and_removes_it(visitor, name, door):
    worker = visitor()
    give_finger(worker)
    sign_in_to_work(worker, name, door)

    add_passkey(worker, door)
    sign_out(worker)
    sign_in_with_passkey(worker, name, door)
    remove_passkey(worker, door)


def give_finger(worker) -> None:
    devtools = worker.context.new_cdp_session(worker.page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": FINGER})


def add_passkey(worker, door) -> None:
    page = worker.page
    page.get_by_role("link", name="Mijn account", exact=True).click()
    looks_right(page, "Mijn account")
    page.get_by_role("link", name="Bekijk uw passkeys").click()
    looks_right(page, "Uw passkeys")
    page.get_by_role("link", name="Voeg een passkey toe").click()
    looks_right(page, "Laat zien dat u het bent")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()
    looks_right(page, "Voeg een passkey toe")
    page.get_by_label("Naam van de passkey").fill("Mijn laptop")
    page.get_by_role("button", name="Maak de passkey").click()
    page.wait_for_url(f"**/{door}/account/herstelcodes/")
    assert page.get_by_text("De passkey is toegevoegd.").is_visible()
    looks_right(page, "Uw herstelcodes")
    device_makes_no_second_one(worker, door)


def device_makes_no_second_one(worker, door) -> None:
    page = worker.open(f"/{door}/account/passkeys/erbij/")
    page.get_by_role("button", name="Maak de passkey").click()
    page.get_by_text("Misschien heeft dit apparaat er al een.").wait_for()
    looks_right(page, "Voeg een passkey toe")


def sign_out(worker) -> None:
    worker.page.get_by_role("button", name="Uitloggen").click()
    assert worker.page.get_by_text("U bent uitgelogd.").is_visible()


def sign_in_with_passkey(worker, name, door) -> None:
    page = worker.page
    page.get_by_label("E-mailadres").fill(f"{name}@plein.example")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()
    looks_right(page, "Nog één stap")
    use_passkey(page, f"**/{door}/")


def use_passkey(page, leads_to) -> None:
    """A device can be busy: then the page says so, and somebody tries once more."""
    for _attempt in range(2):
        page.get_by_role("button", name="Gebruik uw passkey").click()
        try:
            return page.wait_for_url(leads_to, timeout=PATIENCE)
        except TimeoutError:
            assert page.locator("[data-passkey-failed]").is_visible(), page.content()
    raise AssertionError(page.url)


def remove_passkey(worker, door) -> None:
    page = worker.open(f"/{door}/account/passkeys/")
    assert page.get_by_text("Gebruikt op").is_visible()
    looks_right(page, "Uw passkeys")
    page.get_by_role("link", name="Verwijder Mijn laptop").click()
    page.get_by_role("link", name="Met een passkey").click()
    looks_right(page, "Laat zien dat u het bent")
    page.get_by_role("button", name="Gebruik uw passkey").click()
    page.get_by_role("button", name="Verwijder deze passkey").wait_for()
    looks_right(page, "Verwijder de passkey")
    page.get_by_role("button", name="Verwijder deze passkey").click()
    assert page.get_by_text("De passkey is verwijderd.").is_visible()
    assert page.get_by_text("U hebt nog geen passkey").is_visible()


def looks_right(page, heading: str) -> None:
    """For everybody, on every screen."""
    assert page.get_by_role("heading", level=1).inner_text() == heading
    assert problems_on(page) == [], heading


def test_without_scripts_the_page_says_what_else_can_be_done(visitor):
    worker = sign_in_to_work(visitor(scripts=False), "noor", "medewerkers")
    page = worker.open("/medewerkers/account/passkeys/erbij/")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()

    assert page.get_by_text("Passkeys werken niet in deze browser.").is_visible()
    assert not page.get_by_role("button", name="Maak de passkey").is_visible()
