"""From scheme to bank, played by the people who do it, each signed in separately."""

import re
from datetime import timedelta
from xml.etree.ElementTree import fromstring

import pytest
from django.utils import timezone
from sepaxml.validation import try_valid_xml

from plein.gateways.digid.simulator.cast import load_cast
from plein.ledger.queries import check_books
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.webshop.models import OrderLine
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser


def test_a_euro_from_scheme_to_payment_file(visitor):
    bas = sign_in_to_work(visitor(), "bas", "medewerkers")
    make_scheme(bas)
    ingrid = sign_in_to_work(visitor(), "ingrid", "medewerkers")
    approve_credit(ingrid)
    open_scheme(bas)
    sam = sign_in_to_work(visitor(), "sam", "medewerkers")
    grant_to_lina(sam)
    yara = sign_in_to_work(visitor(), "yara", "aanbieders")
    offer(yara)
    let_in(bas)
    approve(bas)
    code = order(visitor)
    hand_over(yara, code)
    move_to_yesterday()
    make_batch(ingrid)
    tom = sign_in_to_work(visitor(), "tom", "medewerkers")
    file = approve_batch(tom)

    try_valid_xml(file, "pain.001.001.03")
    amounts = [e.text for e in fromstring(file).iter() if e.tag.endswith("InstdAmt")]
    assert "32.50" in amounts or "127.50" in amounts  # De Plons delivered once before in the demo
    with within(Municipality.objects.get(slug="emmen")):
        assert check_books().is_right()


def make_scheme(bas):
    page = bas.open("/medewerkers/regelingen/")
    page.get_by_role("link", name="Kindpakket", exact=True).first.click()
    page.get_by_label("Naam").fill("Zwempakket")
    page.get_by_label("Uitleg voor inwoners").fill("Geld om te leren zwemmen.")
    page.get_by_label("Grondslag").fill("Beleidsregel (voorbeeld)")
    for label, day in (
        ("Aanvragen vanaf", "01-01-2026"),
        ("Aanvragen tot en met", "31-12-2030"),
        ("Besteden vanaf", "01-01-2026"),
        ("Besteden tot en met", "31-12-2030"),
    ):
        page.get_by_label(label).fill(day)
    page.get_by_label("Bedrag").first.fill("100,00")
    page.get_by_label("Bedrag").nth(1).fill("150,00")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_label("Hoeveel geld is er nodig?").fill("10.000,00")
    page.get_by_role("button", name="Stel voor").click()
    assert page.get_by_text("wacht op financiën").is_visible()


def approve_credit(ingrid):
    page = ingrid.open("/medewerkers/krediet/")
    row = page.get_by_role("row").filter(has_text="Zwempakket")
    row.get_by_role("button", name="Keur goed").click()
    assert page.get_by_text("Het geld staat in de pot.").is_visible()


def open_scheme(bas):
    page = bas.open("/medewerkers/regelingen/")
    page.get_by_role("link", name="Zwempakket").click()
    page.get_by_role("button", name="Zet open").click()
    assert page.get_by_text("€ 10.000,00").first.is_visible()


def grant_to_lina(sam):
    page = sam.open("/medewerkers/budgetten/")
    page.get_by_role("link", name=re.compile("Zwempakket")).click()
    page.get_by_role("link", name="Budget toekennen").click()
    page.get_by_label("Kenmerk").fill("ZW-1")
    page.get_by_label("kind", exact=True).check()
    bsn = load_cast()["fatima"].bsn.reveal()
    page.get_by_label("Burgerservicenummer van de aanvrager").fill(bsn)
    page.get_by_label("Voornaam").fill("Lina")
    page.get_by_label("Geboortemaand").fill("2013-06")
    page.get_by_label("School").select_option("voortgezet")
    page.get_by_role("button", name="Ken toe").click()
    assert page.get_by_text("Het budget is toegekend.").is_visible()
    assert bsn not in page.content()


def offer(yara):
    page = yara.open("/aanbieders/producten/nieuw/")
    page.get_by_label("Hoe heet het?").fill("Snorkelles")
    page.get_by_label("Wat krijgt de klant?").fill("Twee lessen met bril en snorkel.")
    page.get_by_label("Soort").select_option("sport")
    page.get_by_label("Prijs").fill("32,50")
    page.get_by_label("U krijgt een code").check()
    page.get_by_role("button", name="Verstuur naar de gemeente").click()
    assert page.get_by_text("De gemeente kijkt ernaar.").is_visible()


def let_in(bas):
    """De Plons may sell in the new scheme; the municipality withholds nothing."""
    page = bas.open("/medewerkers/aanbieders/")
    page.get_by_role("link", name="Zwembad De Plons").click()
    page.get_by_role("link", name="Zwempakket").click()
    page.get_by_label("Bijdrage van de aanbieder").fill("0")
    page.get_by_role("button", name="Laat meedoen").click()
    assert page.get_by_role("heading", name="Zwembad De Plons").is_visible()


def approve(bas):
    page = bas.open("/medewerkers/producten/")
    page.get_by_role("link", name="Snorkelles").click()
    page.get_by_label("Zwempakket").check()
    page.get_by_role("button", name="Keur goed").click()
    assert page.get_by_text("Het product staat in de winkel.").is_visible()


def order(visitor) -> str:
    fatima = visitor(width=360)
    page = fatima.sign_in_with_digid("Fatima")
    fatima.open("/winkel/?zoek=snorkel")
    page.get_by_role("link", name="Snorkelles").click()
    page.get_by_role("checkbox", name=re.compile("Lina")).check()
    page.get_by_role("button", name="In mijn mandje").click()
    page.get_by_role("link", name="Naar controleren").click()
    page.get_by_role("button", name="Bestel").click()
    return page.locator(".mo-code__letters").inner_text()


def hand_over(yara, code: str):
    page = yara.open("/aanbieders/kassa/")
    page.get_by_label("Code van de klant").fill(code.lower())
    page.get_by_role("button", name="Zoek").click()
    assert page.get_by_text("Snorkelles").is_visible()
    assert "Lina" not in page.content()
    page.get_by_role("button", name="Geef mee").click()
    assert page.get_by_text("Het is meegegeven.").is_visible()


def move_to_yesterday():
    """Only yesterday's deliveries are paid: the till can undo today's."""
    yesterday = timezone.now() - timedelta(days=1)
    with within(Municipality.objects.get(slug="emmen")):
        OrderLine.objects.filter(handed_over_at__isnull=False).update(handed_over_at=yesterday)


def make_batch(ingrid):
    page = ingrid.open("/medewerkers/betalen/nieuw/")
    page.get_by_role("button", name="Maak het bestand").click()
    assert page.get_by_text("Een collega moet het goedkeuren").is_visible()
    assert page.get_by_role("button", name="Keur goed").count() == 0


def approve_batch(tom) -> bytes:
    page = tom.open("/medewerkers/betalen/")
    page.get_by_role("link", name=re.compile("Betaalbestand")).first.click()
    page.get_by_role("button", name="Keur goed").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Bewaar het SEPA-bestand").click()
    return download.value.path().read_bytes()
