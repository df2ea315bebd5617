"""Katja collects and corrects, Rosa asks, Katja decides; Rosa looks, Katja sees it and stops."""

import json
import re
import time
from datetime import timedelta

import httpx
import pytest
from django.utils import timezone
from joserfc import jws
from joserfc.jwk import KeySet

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
OWN = "EIGEN-KENMERK-7"
A_SECOND = 1.0


def test_katja_shares_her_income_sees_who_looked_and_stops(visitor, tmp_path):
    katja = visitor(width=360)
    katja.sign_in_with_digid("Katja")
    collects(katja)
    corrects(katja)
    rosa = sign_in_to_work(visitor(), "rosa", "organisaties")
    code = asks(rosa)
    takes_up(katja, code)
    gives(katja)
    receipt = saves_the_receipt(katja, tmp_path)
    looks(rosa)
    sees_who_looked(katja)
    stops(katja)
    is_refused(rosa)
    proves(receipt, katja.site)


def collects(katja):
    page = katja.open("/gegevens/")
    page.get_by_role("button", name="Haal mijn gegevens op").click()
    page.get_by_text("Klaar. Alle 12 organisaties zijn gevraagd.").wait_for()
    page = katja.open("/gegevens/gegeven/bri_inkomen/")
    assert page.get_by_text("Van: Belastingdienst").first.is_visible()


def corrects(katja):
    page = katja.page
    page.get_by_role("link", name="Klopt dit niet?").click()
    page.get_by_label("Wat moet het zijn?").fill("Ik verdien 1000 euro minder.")
    page.get_by_role("button", name="Verstuur mijn melding").click()
    assert page.get_by_text("Wij sturen uw melding door.").is_visible()


def asks(rosa) -> str:
    page = rosa.open("/organisaties/vragen/")
    looks_right(page)
    page.get_by_label("Uw kenmerk").fill("123 katja@voorbeeld.nl")
    page.get_by_role("button", name="Maak een code").click()
    looks_right(page)
    page.get_by_label("Om te kijken of een huurwoning bij uw inkomen past").check()
    page.get_by_label("Uw kenmerk").fill(OWN)
    page.get_by_role("button", name="Maak een code").click()
    looks_right(page)
    return page.locator(".mo-code .mo-code__letters").inner_text()


def takes_up(katja, code):
    page = katja.open("/gegevens/delen/")
    looks_right(page)
    page.get_by_role("link", name="Ik heb een code").click()
    looks_right(page)
    page.get_by_label("Uw code").fill("AAAA-AAAA")
    page.get_by_role("button", name="Bekijk de vraag").click()
    assert page.get_by_text("Deze code kennen wij niet.").first.is_visible()
    page.get_by_label("Uw code").fill(code.lower())
    page.get_by_role("button", name="Bekijk de vraag").click()
    page.get_by_role("heading", name="Woonstichting De Es vraagt om gegevens").wait_for()


def gives(katja):
    """All but the optional element, until a day that she chooses."""
    page = katja.page
    looks_right(page)
    last = timezone.localdate() + timedelta(days=10)
    page.get_by_label("Tot en met een dag die ik kies").check()
    page.get_by_role("button", name="Ja, ik deel dit").click()
    assert page.get_by_text("Vul de dag in.").first.is_visible()
    looks_right(page)
    assert page.get_by_label("Tot en met een dag die ik kies").is_checked()
    page.get_by_label("Tot en met welke dag?").fill(f"{last:%d-%m-%Y}")
    page.get_by_role("button", name="Ja, ik deel dit").click()
    assert page.get_by_role("heading", level=1).inner_text() == "U deelt uw gegevens"
    looks_right(page)


def saves_the_receipt(katja, folder):
    page = katja.page
    page.get_by_role("link", name="Bekijk uw bewijs").click()
    looks_right(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Bewaar het bewijs").click()
    download.value.save_as(folder / "bewijs.jws")
    return (folder / "bewijs.jws").read_bytes()


def looks(rosa):
    page = rosa.open("/organisaties/")
    looks_right(page)
    page.get_by_role("link", name=OWN).first.click()
    looks_right(page)
    assert page.get_by_text("Dit telt als 1 keer kijken.").is_visible()
    page.get_by_role("button", name="Bekijk").click()
    assert page.get_by_text("Niet doorgeven.").is_visible()
    assert page.get_by_text("De inwoner zegt dat dit niet klopt.").is_visible()
    assert page.get_by_text("Veenstra").is_visible()
    assert page.get_by_text("€").first.is_visible()
    assert "vastgesteld" not in page.content()  # the optional element, which she left out
    assert "Katja" not in page.content()
    looks_right(page)
    page.get_by_role("link", name="Terug", exact=True).click()


def sees_who_looked(katja):
    start = time.monotonic()
    page = katja.open("/gegevens/wie-keek/")
    assert page.get_by_text("Woonstichting De Es").first.is_visible()
    assert time.monotonic() - start < A_SECOND


def stops(katja):
    page = katja.open("/gegevens/delen/")
    page.get_by_role("link", name="Woonstichting De Es", exact=True).click()
    looks_right(page)
    page.get_by_role("link", name="Stop met delen").click()
    looks_right(page)
    page.get_by_role("button", name="Ja, stop met delen").click()
    assert page.get_by_role("heading", level=1).inner_text() == "U deelt dit niet meer"
    assert page.get_by_text("Uw inkomen zelf niet.").is_visible()
    looks_right(page)


def is_refused(rosa):
    """By the button that she still had on her screen; a new page has none."""
    page = rosa.page
    page.get_by_role("button", name="Bekijk").click()
    assert page.get_by_role("heading", level=1).inner_text() == "U kunt dit niet bekijken"
    looks_right(page)
    rosa.open("/organisaties/")
    page.get_by_role("link", name=OWN).first.click()
    assert page.get_by_text("Gestopt door de inwoner").is_visible()
    assert page.get_by_role("button", name="Bekijk").count() == 0


def proves(receipt, site):
    """With the public keys alone."""
    keys = httpx.get(
        f"http://127.0.0.1:{site.port}/.well-known/plein-receipts.json",
        headers={"Host": f"emmen.localhost:{site.port}"},
        trust_env=False,
    ).json()

    signed = jws.deserialize_compact(receipt, KeySet.import_key_set(keys), algorithms=["ES256"])

    told = json.loads(signed.payload)
    assert told["recipient"] == "Woonstichting De Es"
    assert told["elements"] == ["naam_geslachtsnaam", "geboortedatum", "bri_inkomen"]


def looks_right(page) -> None:
    """For everybody, on every screen."""
    assert problems_on(page) == []


def test_a_no_takes_one_click_without_scripts(visitor):
    """The request of the demo waits for Katja as a task."""
    katja = visitor(width=360, scripts=False)
    page = katja.sign_in_with_digid("Katja")
    page.get_by_role("link", name="Beslis: Woonstichting De Es vraagt gegevens").click()

    page.get_by_role("button", name="Nee, ik deel dit niet").click()

    assert page.get_by_role("heading", level=1).inner_text() == "U zei nee"


PAGES = ["wie/", "slot/", "bewijzen/"]


def test_the_other_pages_of_sharing_are_for_everybody(visitor):
    katja = visitor()
    katja.sign_in_with_digid("Katja")
    for path in PAGES:
        looks_right(katja.open(f"/gegevens/delen/{path}"))
    katja.page.get_by_role("link", name="Terug naar delen").click()

    page = katja.open("/gegevens/delen/wie/")
    page.get_by_role("link", name=re.compile("Bekijk en beslis.*Gilde")).click()
    assert page.get_by_text("U hoeft dit niet te doen. Nee kost u niets.").first.is_visible()
    looks_right(page)
    katja.open("/gegevens/delen/slot/")
    page.get_by_role("button", name="Zet het slot erop").click()
    looks_right(page)
    looks_right(katja.open("/gegevens/delen/"))
    katja.open("/gegevens/delen/slot/").get_by_role("button", name="Haal het slot weg").click()


def test_what_a_law_rules_has_no_buttons(visitor):
    jasper = sign_in_to_work(visitor(), "jasper", "organisaties")
    page = jasper.open("/organisaties/vragen/")
    page.get_by_label("Om u te helpen met schulden").check()
    page.get_by_label("Uw kenmerk").fill("SH-2026-3")
    page.get_by_role("button", name="Maak een code").click()
    code = page.locator(".mo-code .mo-code__letters").inner_text()

    katja = visitor(width=360)
    katja.sign_in_with_digid("Katja")
    theirs = katja.open("/gegevens/delen/code/")
    theirs.get_by_label("Uw code").fill(code)
    theirs.get_by_role("button", name="Bekijk de vraag").click()

    assert theirs.get_by_text("Dit gebeurt omdat de wet het zegt.").is_visible()
    assert theirs.get_by_role("link", name="Stop met delen").count() == 0
    looks_right(theirs)
    looks_right(jasper.open("/organisaties/gedeeld/"))
