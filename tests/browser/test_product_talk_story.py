"""News reaches a shop, it asks about a product, and staff keep the catalogue of a small club."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser


def test_staff_and_providers_tell_each_other_what_they_need_to_know(visitor):
    bas = sign_in_to_work(visitor(), "bas", "medewerkers")
    write_news(bas)
    yara = sign_in_to_work(visitor(width=360), "yara", "aanbieders")
    read_news(yara)
    ask(yara)
    answer(bas)
    read_answer(yara)
    make_for_a_club(bas)
    rik = sign_in_to_work(visitor(), "rik", "medewerkers")
    approve(rik)
    chantal = sign_in_to_work(visitor(), "chantal", "aanbieders")
    take_back(chantal)

    assert [who.complaints for who in (bas, yara, rik, chantal)] == [[]] * 4


def write_news(bas):
    page = bas.open("/medewerkers/producten/")
    assert problems_on(page, "producten") == []
    page.get_by_role("link", name="Nieuws voor aanbieders").click()
    page.get_by_role("link", name="Schrijf nieuws").click()
    page.get_by_label("Kop").fill("Dicht met Kerst")
    page.get_by_label("Laatste dag").fill("gisteren")
    page.get_by_role("button", name="Verstuur").click()
    assert problems_on(page, "nieuws-schrijven") == []
    page.get_by_label("Bericht").fill("Tussen Kerst en Nieuwjaar beoordelen wij geen producten.")
    page.get_by_label("Laatste dag").fill(f"{timezone.localdate() + timedelta(days=9):%d-%m-%Y}")
    page.get_by_role("button", name="Verstuur").click()
    assert page.get_by_text("Het nieuws is bewaard.").is_visible()
    assert problems_on(page, "nieuws") == []


def read_news(yara):
    page = yara.open("/aanbieders/")
    assert page.get_by_role("heading", name="Dicht met Kerst").is_visible()
    assert problems_on(page, "aanbieder-start") == []
    page.get_by_role("link", name="Alle nieuws").click()
    assert page.get_by_role("heading", name="Betalen op maandag").is_visible()
    assert problems_on(page, "aanbieder-nieuws") == []


def ask(yara):
    page = yara.open("/aanbieders/producten/")
    page.locator("tbody a").first.click()
    page.get_by_role("button", name="Verstuur bericht").click()
    assert problems_on(page, "aanbieder-product-fout") == []
    page.get_by_label("Uw bericht").fill("Mag er een andere foto bij?")
    page.get_by_role("button", name="Verstuur bericht").click()
    assert page.get_by_text("Nog niet gelezen").is_visible()


def answer(bas):
    page = bas.open("/medewerkers/")
    page.get_by_role("link", name="Berichten van aanbieders").click()
    new = page.get_by_role("listitem").filter(has_text="Zwembad De Plons")
    new.get_by_role("link").first.click()
    assert page.get_by_text("Mag er een andere foto bij?").is_visible()
    page.get_by_label("Uw bericht").fill("Ja. Kies een foto met meer licht.")
    page.get_by_role("button", name="Verstuur bericht").click()
    assert page.get_by_text("Uw bericht is verstuurd.").is_visible()
    assert problems_on(page, "product-gesprek") == []


def read_answer(yara):
    page = yara.open("/aanbieders/")
    assert problems_on(page, "aanbieder-start-bericht") == []
    yara.open("/aanbieders/producten/")
    assert problems_on(page, "aanbieder-producten") == []
    yara.open("/aanbieders/")
    section = page.locator("section").filter(has_text="De gemeente schreef u")
    section.get_by_role("link").click()
    assert page.get_by_text("Ja. Kies een foto met meer licht.").is_visible()
    assert problems_on(page, "aanbieder-product-gesprek") == []


def make_for_a_club(bas):
    page = bas.open("/medewerkers/aanbieders/")
    page.get_by_role("link", name="Sportvereniging De Sprong").click()
    assert problems_on(page, "aanbieder-bijgehouden") == []
    page.get_by_role("link", name="Nieuw product").click()
    page.get_by_label("Hoe heet het?").fill("Trampolineles")
    page.get_by_label("Wat krijgt de klant?").fill("Tien lessen van een uur.")
    page.get_by_label("Soort").select_option("sport")
    page.get_by_label("Prijs").fill("60,00")
    page.get_by_label("U krijgt een code").check()
    assert problems_on(page, "product-voor-club") == []
    page.get_by_role("button", name="Leg voor aan een collega").click()
    assert page.get_by_text("U maakte dit zelf.").is_visible()
    assert problems_on(page, "product-van-mij") == []


def approve(rik):
    page = rik.open("/medewerkers/producten/")
    page.get_by_role("link", name="Trampolineles").click()
    assert page.get_by_text("Gemaakt door Bas").is_visible()
    page.get_by_label("Kindpakket").check()
    page.get_by_role("button", name="Keur goed").click()
    assert page.get_by_text("Het product staat in de winkel.").is_visible()


def take_back(chantal):
    page = chantal.open("/aanbieders/producten/")
    row = page.get_by_role("row").filter(has_text="Trampolineles")
    assert row.get_by_text("door de gemeente gemaakt").is_visible()
    assert problems_on(page, "aanbieder-producten-bijgehouden") == []
    page.get_by_role("link", name="Wilt u dit niet?").click()
    assert problems_on(page, "aanbieder-gegevens-bijgehouden") == []
    page.get_by_role("button", name="Houd het weer zelf bij").click()
    assert page.get_by_text("U houdt uw aanbod weer zelf bij.").is_visible()
