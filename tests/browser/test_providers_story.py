"""A club signs itself up and is admitted; a pool sells a course and kinds, and works through it."""

import re
from pathlib import Path

import pytest

from plein.demo.pictures import draw
from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser


def test_from_signing_up_to_part_of_an_order_at_the_till(visitor, tmp_path):
    club = visitor(width=360)
    sign_up(club)
    bas = sign_in_to_work(visitor(), "bas", "medewerkers")
    admit(bas)
    yara = sign_in_to_work(visitor(), "yara", "aanbieders")
    look_around(yara)
    offer_course(yara, photo_in(tmp_path))
    offer_shirt(yara)
    for title in ("Snorkelcursus", "Badshirt"):
        approve(bas, title)
    add_sizes(yara)
    code = order(visitor)
    deliver_course(yara)
    hand_over_part(yara, code)

    assert [who.complaints for who in (club, bas, yara)] == [[], [], []]


def photo_in(folder: Path) -> Path:
    photo = folder / "cursus.webp"
    photo.write_bytes(draw("swim_goggles", tint=2))
    return photo


def sign_up(club):
    page = club.open("/aanbieders/aanmelden/")
    assert problems_on(page, "aanbieder-aanmelden") == []
    page.get_by_label("KvK-nummer").fill("00000077")
    page.get_by_label("Naam van de winkel of club").fill("Turnclub De Salto")
    page.get_by_label("vereniging of club").check()
    page.get_by_label("Rekeningnummer").fill("NL20INGB0001234567")
    page.get_by_label("Adres", exact=True).fill("Balk 9, Emmen")
    page.get_by_label("Naam van de eerste gebruiker").fill("Chantal")
    page.get_by_label("E-mailadres van de eerste gebruiker").fill("chantal@salto.example")
    page.get_by_role("button", name="Verstuur de aanmelding").click()
    assert page.get_by_text("U krijgt het antwoord per e-mail.").is_visible()


def admit(bas):
    page = bas.open("/medewerkers/aanbieders/")
    page.get_by_role("link", name="Turnclub De Salto").click()
    assert problems_on(page, "aanmelding") == []
    page.get_by_label("Kindpakket").check()
    page.get_by_label("Bijdrage van de aanbieder").fill("10")
    page.get_by_role("button", name="Laat meedoen").click()
    assert page.get_by_text("bijdrage 10%").is_visible()
    assert problems_on(page, "aanbieder") == []
    page.get_by_role("link", name="Kindpakket").click()
    assert problems_on(page, "deelname") == []


def look_around(yara):
    for path in ("regelingen/", "gegevens/", "gegevens/plaats/nieuw/", "bestellingen/"):
        page = yara.open(f"/aanbieders/{path}")
        assert problems_on(page, f"aanbieder-{path.replace('/', '-')}") == []


def offer(yara, title: str, price: str, how: str):
    page = yara.open("/aanbieders/producten/nieuw/")
    page.get_by_label("Hoe heet het?").fill(title)
    page.get_by_label("Wat krijgt de klant?").fill("Voor kinderen die graag in het water zijn.")
    page.get_by_label("Soort").select_option("sport")
    page.get_by_label("Prijs").fill(price)
    page.get_by_label(how).check()
    return page


def offer_course(yara, photo: Path):
    page = offer(yara, "Snorkelcursus", "32,50", "Cursus of les")
    page.locator("[name=starts_on]").fill("01-03-2031")
    page.locator("[name=ends_on]").fill("31-05-2031")
    page.get_by_label("Hoeveel hebt u er?").fill("8")
    page.get_by_label("Foto").set_input_files(photo)
    page.get_by_role("button", name="Verstuur naar de gemeente").click()
    assert page.get_by_text("De gemeente kijkt ernaar.").is_visible()


def offer_shirt(yara):
    page = offer(yara, "Badshirt", "15,00", "Ophalen in de winkel")
    page.get_by_role("button", name="Verstuur naar de gemeente").click()
    assert page.get_by_text("De gemeente kijkt ernaar.").is_visible()


def approve(bas, title: str):
    page = bas.open("/medewerkers/producten/")
    page.get_by_role("link", name=title).click()
    page.get_by_label("Kindpakket").check()
    page.get_by_role("button", name="Keur goed").click()
    assert page.get_by_text("Het product staat in de winkel.").is_visible()


def add_sizes(yara):
    page = yara.open("/aanbieders/producten/")
    page.get_by_role("link", name="Badshirt").click()
    page.get_by_role("link", name="Bekijk de soorten").click()
    assert problems_on(page, "aanbieder-soorten") == []
    for row, (name, pieces) in enumerate([("Maat 128", "1"), ("Maat 140", "0")]):
        page.locator(f"[name=nieuw{row}-name]").fill(name)
        page.locator(f"[name=nieuw{row}-stock]").fill(pieces)
    page.get_by_role("button", name="Bewaar de soorten").click()
    assert page.get_by_text("De soorten zijn bewaard.").is_visible()


def order(visitor) -> str:
    fatima = visitor(width=360)
    page = fatima.sign_in_with_digid("Fatima")
    for title in ("Snorkelcursus", "Badshirt"):
        fatima.open(f"/winkel/?zoek={title}")
        page.get_by_role("link", name=title).click()
        assert problems_on(page, f"product-{title}") == []
        if title == "Badshirt":
            assert page.get_by_role("radio", name=re.compile("Maat 140")).is_disabled()
            page.get_by_role("radio", name=re.compile("Maat 128")).check()
        page.get_by_role("checkbox", name=re.compile("Lina")).check()
        page.get_by_role("button", name="In mijn mandje").click()
    assert page.get_by_text("Maat 128").is_visible()
    page.get_by_role("link", name="Naar controleren").click()
    page.get_by_role("button", name="Bestel").click()
    return page.locator(".mo-code__letters").first.inner_text()


def deliver_course(yara):
    page = yara.open("/aanbieders/bestellingen/")
    page.get_by_role("row").filter(has_text="Snorkelcursus").get_by_role("link").click()
    assert problems_on(page, "aanbieder-bestelling") == []
    page.get_by_role("button", name="Het is geleverd").click()
    assert page.get_by_text("De bestelling is geleverd.").is_visible()


def hand_over_part(yara, code: str):
    """What was delivered already is not given again; the shirt goes by its code."""
    page = yara.open("/aanbieders/kassa/")
    page.get_by_label("Code van de klant").fill(code.lower())
    page.get_by_role("button", name="Zoek").click()
    assert page.get_by_text("Badshirt, Maat 128").is_visible()
    assert "Lina" not in page.content()
    assert problems_on(page, "kassa-deel") == []
    page.get_by_role("button", name="Geef mee").click()
    assert page.get_by_text("Het is meegegeven.").is_visible()
