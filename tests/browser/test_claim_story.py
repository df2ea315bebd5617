"""A declaratie from bon to bank: Fatima asks, Sam asks back and approves, finance pays."""

import re
import sys
from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone

from plein.gateways.bank.simulator import Bank
from plein.ledger.queries import check_books
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.webshop.models import Claim
from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work
from tests.documents.files import photo

pytestmark = pytest.mark.browser


def look(page, name):
    assert page.locator("h1").count() == 1
    assert problems_on(page, name) == []


def receipt(name: str, colour: str = "white") -> dict[str, object]:
    picture = photo(size=(600, 800), colour=colour)
    return {"name": name, "mimeType": "image/jpeg", "buffer": picture}


@pytest.fixture
def scripts(request, monkeypatch):
    """Where no script runs, neither does axe."""
    if not request.param:
        monkeypatch.setattr(sys.modules[__name__], "problems_on", lambda page, name: [])
    return request.param


@pytest.mark.parametrize("scripts", [True, False], indirect=True)
def test_a_declaratie_goes_from_bon_to_bank(visitor, scripts):
    fatima = visitor(width=360, scripts=scripts)
    number = declare(fatima)
    sam = sign_in_to_work(visitor(), "sam", "medewerkers")
    ask(sam, number)
    answer(fatima, number)
    approve(sam, number)
    make_it_yesterday(number)
    paid = pay(visitor, number)

    assert "40.00" in paid.decode()
    assert "voetbal" not in paid.decode()
    page = fatima.open("/declaraties/")
    page.get_by_role("link", name=f"Declaratie {number}").click()
    assert page.get_by_text("Wij betaalden € 40,00 op uw rekening.").is_visible()
    look(page, "declaratie-betaald")
    with within(Municipality.objects.get(slug="emmen")):
        assert check_books().is_right()
    assert fatima.complaints == sam.complaints == []


def declare(fatima) -> str:
    page = fatima.sign_in_with_digid("Fatima")
    fatima.open("/declaraties/")
    look(page, "declaraties")
    page.get_by_role("link", name="Vraag geld terug").first.click()
    look(page, "declaratie-nieuw")
    page.get_by_role("button", name="Verstuur").click()
    look(page, "declaratie-fout")
    keep_a_photo_in_the_shop(page)
    go_on_at_home(page)
    page.get_by_label("Uw rekeningnummer (IBAN)").fill("NL91 ABNA 0417 1643 00")
    page.get_by_role("button", name="Verstuur").click()
    assert page.get_by_text("Wij zijn aan de beurt").is_visible()
    look(page, "declaratie")
    return re.search(r"D-\w{7}", page.locator("h1").inner_text())[0]


def keep_a_photo_in_the_shop(page):
    page.get_by_label("Wat hebt u betaald?").fill("Contributie voetbal")
    page.locator("input[type=file]").first.set_input_files(receipt("bon.jpg"))
    page.get_by_role("button", name="Bewaar en ga later verder").click()
    assert page.get_by_text("Bewaard. U hebt nog niets verstuurd.").is_visible()
    assert page.get_by_text("1 foto of bestand.").is_visible()
    page.get_by_text("Gooi weg", exact=True).click()
    look(page, "declaraties-bewaard")


def go_on_at_home(page):
    """With a second photo that was a mistake, and an account number with one."""
    page.get_by_role("link", name="Ga verder").click()
    look(page, "declaratie-verder")
    assert page.get_by_label("Wat hebt u betaald?").input_value() == "Contributie voetbal"
    page.get_by_role("radio").first.check()
    page.get_by_label("Hoeveel hebt u betaald?").fill("40")
    page.get_by_label("Naam bij uw rekening").fill("F. Yilmaz")
    page.get_by_label("Uw rekeningnummer (IBAN)").fill("NL91 ABNA 0417 1643 01")
    page.locator("input[type=file]").first.set_input_files(
        [receipt("hond.jpg", "brown"), {"name": "x.exe", "mimeType": "x/x", "buffer": b"MZ"}]
    )
    page.get_by_role("button", name="Verstuur").click()
    assert page.get_by_text("x.exe: Dit bestand kennen wij niet").first.is_visible()
    look(page, "declaratie-verder-fout")
    page.get_by_role("button", name=re.compile("Haal weg.*hond")).click()
    assert page.get_by_text("hond").count() == 0
    assert page.get_by_text("bon", exact=True).is_visible()
    assert page.get_by_label("Hoeveel hebt u betaald?").input_value() == "40"


def ask(sam, number: str):
    page = sam.open("/medewerkers/declaraties/")
    look(page, "declaraties-bureau")
    page.get_by_role("link", name=number).click()
    assert page.get_by_text("Contributie voetbal").is_visible()
    look(page, "declaratie-bureau")
    page.get_by_label("Wat hebt u nog nodig?").fill("Van welke maand is dit?")
    page.get_by_role("button", name="Stel de vraag").click()
    assert page.get_by_text("De vraag staat klaar voor de inwoner.").is_visible()


def answer(fatima, number: str):
    page = fatima.open("/declaraties/")
    page.get_by_role("link", name=f"Declaratie {number}").click()
    assert page.get_by_text("U bent aan de beurt").is_visible()
    look(page, "declaratie-vraag")
    page.get_by_label("Uw antwoord").fill("Van oktober.")
    page.locator("input[type=file]").first.set_input_files(receipt("oktober.jpg"))
    page.get_by_role("button", name="Verstuur").click()
    assert page.get_by_text("Wij zijn aan de beurt").is_visible()


def approve(sam, number: str):
    page = sam.open("/medewerkers/declaraties/")
    page.get_by_role("link", name=number).click()
    assert page.get_by_text("Van oktober.").is_visible()
    page.get_by_role("button", name="Keur goed").click()
    assert page.get_by_text("Goedgekeurd. Het geld gaat mee").is_visible()


def make_it_yesterday(number: str):
    """What was decided today is paid tomorrow."""
    with within(Municipality.objects.get(slug="emmen")):
        yesterday = timezone.now() - timedelta(days=1)
        Claim.objects.filter(number=number).update(decided_at=yesterday)


def pay(visitor, number: str) -> bytes:
    ingrid = sign_in_to_work(visitor(), "ingrid", "medewerkers")
    page = ingrid.open("/medewerkers/betalen/nieuw/")
    page.get_by_role("button", name="Maak het bestand").click()
    assert page.get_by_text(f"Declaratie {number}").is_visible()
    tom = sign_in_to_work(visitor(), "tom", "medewerkers")
    page = tom.open("/medewerkers/betalen/")
    page.get_by_role("link", name=re.compile("Betaalbestand")).first.click()
    page.get_by_role("button", name="Keur goed").click()
    assert page.get_by_text("Bestellingen, boekingen en bestand zijn gelijk.").is_visible()
    look(page, "betaalbestand")
    with page.expect_download() as download:
        page.get_by_role("link", name="Bewaar het SEPA-bestand").click()
    file = download.value.path().read_bytes()
    page.get_by_role("button", name="Het bestand is bij de bank").click()
    read_answer(ingrid, file)
    return file


def read_answer(ingrid, file: bytes):
    bank = Bank()
    bank.take(file)
    (statement,) = bank.statements(timezone.localdate())
    page = ingrid.open("/medewerkers/bank/")
    upload = {"name": "afschrift.xml", "mimeType": "text/xml", "buffer": BytesIO(statement).read()}
    page.get_by_label("Bestand van de bank").set_input_files(upload)
    page.get_by_role("button", name="Lees het bestand").click()
    assert page.get_by_text("Betalingen van de winkel").is_visible()
    look(page, "bank-antwoord")
