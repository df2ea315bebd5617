"""A scheme from its template to its last day: money, budgets, a file, codes, a queue, its reach."""

import re

import pytest
from django.utils import timezone

from plein.ledger.queries import check_books
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.webshop.models import SchemePeriod
from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
NAME = "Fietsfonds"
HEADER = "kenmerk;bsn;voornaam;rol;geboortemaand;school;bsn_aanvrager;bedrag"
FATIMA = "999990019"
DAMAGED = [
    "B-1;;Zoë;kind;mei-18;basisschool;999993409;",  # as Excel makes it of 2018-05
    "B-2;;Puk;kind;01-06-2019;basisschool;999993409;",
    "B-2;;Bo;kind;2017-01;basisschool;999993409;",
    "B-4;123456789;Mila;volwassene;;;;",
]
HALF_KNOWN = [
    "B-1;;Zoë;kind;01-05-2018;basisschool;999993409;",
    "B-2;;Sami;kind;2018-05;basisschool;999990019;",  # of Fatima, and has one
    "B-3;;Zoë;kind;2018-05;basisschool;999993409;",
]
RIGHT = [
    "A-1;;Sami;kind;2018-05;basisschool;999990019;",  # the one by hand, once more
    "B-1;;Zoë;kind;01-05-2018;basisschool;999993409;",
    "B-2;;Puk;kind;01-06-2019;basisschool;999993409;",
]


def look(page, name):
    assert page.locator("h1").count() == 1
    assert problems_on(page, name) == []


def plain(page) -> str:
    return page.locator("main").inner_text().replace("\N{NO-BREAK SPACE}", " ")


def file_of(rows: list[str]) -> dict[str, object]:
    """As Excel on Windows saves it."""
    content = "\r\n".join([HEADER, *rows, ""]).encode("cp1252")
    return {"name": "budgetten.csv", "mimeType": "text/csv", "buffer": content}


def test_a_scheme_lives_from_its_template_to_its_last_day(visitor):
    bas = sign_in_to_work(visitor(), "bas", "medewerkers")
    sam = sign_in_to_work(visitor(), "sam", "medewerkers")
    make_it(bas)
    fill_the_pot(bas, visitor)
    give_by_hand(sam, "A-1", "Sami", "2018-05")
    assert sam.page.get_by_text("Het budget is toegekend.").is_visible()
    read_files(sam)
    use_a_code(visitor, make_codes(sam))
    queue(sam)
    see_reach(bas)
    close(bas)
    with within(Municipality.objects.get(slug="emmen")):
        assert check_books().is_right()
        period = SchemePeriod.objects.get(scheme__name=NAME)
        assert (period.grants.count(), period.pot.balance) == (4, 0)


def make_it(bas):
    page = bas.open("/medewerkers/regelingen/")
    page.get_by_role("link", name="Kindpakket", exact=True).first.click()
    year = timezone.localdate().year
    page.get_by_label("Naam", exact=False).first.fill(NAME)
    page.get_by_label("Uitleg").fill("Spaar voor een fiets.")
    page.get_by_label("Grondslag").fill("Verordening fietsfonds (voorbeeld)")
    page.locator("input[name=subject][value=persoon]").check()
    page.locator("input[name=period_name]").fill(str(year))
    for name in ("apply", "spend"):
        page.locator(f"input[name={name}_from]").fill(f"01-01-{year}")
        page.locator(f"input[name={name}_last]").fill(f"31-12-{year}")
    page.get_by_label("Sparen").fill("300")
    page.locator("[name=form-0-age_from]").fill("4")
    page.locator("[name=form-0-age_last]").fill("17")
    page.locator("[name=form-0-school]").select_option("")
    page.locator("[name=form-0-amount]").fill("150")
    page.locator("[name=form-1-age_from]").fill("")
    page.locator("[name=form-1-age_last]").fill("")
    look(page, "regeling-nieuw")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    assert "Hoogstens € 300,00 van wat over is" in plain(page)
    page.get_by_role("link", name="Grenzen wijzigen").click()
    page.get_by_label("Groep producten").fill("Fiets")
    page.get_by_label("Hoogstens hoeveel stuks?").fill("1")
    page.locator("input[name=scope][value=persoon]").check()
    page.locator("input[name=window][value=altijd]").check()
    page.get_by_role("button", name="Zet de grens").click()
    assert page.get_by_text("Fiets: hoogstens 1 per persoon").first.is_visible()
    look(page, "regeling-grenzen")
    page.get_by_role("link", name="Terug naar de regeling").click()
    page.get_by_role("button", name="Zet open").click()


def fill_the_pot(bas, visitor):
    bas.page.get_by_label("Hoeveel geld is er nodig?").fill("600")
    bas.page.get_by_role("button", name="Stel voor").click()
    assert "wacht op financiën" in plain(bas.page)
    look(bas.page, "regeling-krediet-gevraagd")
    page = sign_in_to_work(visitor(), "ingrid", "medewerkers").open("/medewerkers/krediet/")
    look(page, "krediet")
    page.get_by_role("button", name=re.compile(NAME)).click()
    assert page.get_by_role("button", name=re.compile(NAME)).count() == 0


def budgets(sam):
    page = sam.open("/medewerkers/budgetten/")
    page.get_by_role("link", name=re.compile(NAME)).click()
    return page


def give_by_hand(sam, reference: str, name: str, born: str):
    page = budgets(sam)
    page.get_by_role("link", name="Budget toekennen").click()
    page.get_by_label("Kenmerk").fill(reference)
    page.locator("input[name=role][value=kind]").check()
    page.get_by_label("Burgerservicenummer van de aanvrager").fill(FATIMA)
    page.get_by_label("Voornaam").fill(name)
    page.get_by_label("Geboortemaand").fill(born)
    look(page, f"budget-{reference}")
    page.get_by_role("button", name="Ken toe").click()


def read_files(sam):
    """What is wrong is told per row, until the file is right."""
    page = budgets(sam)
    page.get_by_role("link", name="Uit een bestand").click()
    assert wrong_rows(page, DAMAGED, "bestand-beschadigd") == [
        ("2", "geboortemaand"),
        ("4", "kenmerk"),
        ("5", "bsn"),
    ]
    assert "123456789" not in plain(page)
    assert wrong_rows(page, HALF_KNOWN, "bestand-half-bekend") == [
        ("3", "voornaam"),
        ("4", "voornaam"),
    ]
    upload(page, RIGHT)
    assert "al eerder toegekend, wordt overgeslagen: 1" in plain(page)
    assert "€ 300,00" in plain(page)
    look(page, "bestand-klopt")
    page.get_by_role("button", name="Ken alles toe").click()
    page.get_by_text("Toegekend: 2 budgetten.").wait_for(timeout=60_000)
    assert "Al eerder toegekend: 1." in plain(page)
    look(page, "bestand-geboekt")
    page.get_by_role("link", name="Bekijk de budgetten").click()
    look(page, "budgetten")


def upload(page, rows: list[str]):
    page.locator("input[type=file]").set_input_files(file_of(rows))
    page.get_by_role("button", name="Controleer het bestand").click()


def wrong_rows(page, rows: list[str], name: str) -> list[tuple[str, str]]:
    upload(page, rows)
    look(page, name)
    told = page.locator("table tbody tr").all()
    return [
        (row.get_by_role("rowheader").inner_text(), row.get_by_role("cell").first.inner_text())
        for row in told
    ]


def make_codes(sam) -> str:
    """The first of two codes, from the file that is given once."""
    page = budgets(sam)
    page.get_by_role("link", name="Codes voor brieven").click()
    page.locator("form.mo-form").get_by_label("Kenmerk").fill("brief")
    page.get_by_label("Hoeveel brieven?").fill("2")
    with page.expect_download() as download:
        page.get_by_role("button", name="Maak en bewaar het bestand").click()
    lines = download.value.path().read_text("utf-8-sig").splitlines()
    page.reload()
    assert page.get_by_text("nog niet gebruikt").count() == 2
    assert page.get_by_label("Zoek op kenmerk").input_value() == ""
    look(page, "codes")
    return re.split("[;,]", lines[1])[1].strip('"')


def use_a_code(visitor, code: str):
    fatima = visitor(width=360)
    fatima.sign_in_with_digid("Fatima")
    page = fatima.open("/winkel/code/")
    page.get_by_label("Code op uw brief").fill("7KQ4-M2PX")
    page.get_by_label("Lina").check()
    page.get_by_role("button", name="Verder").click()
    look(page, "code-onbekend")
    page.get_by_label("Code op uw brief").fill(code.lower())
    page.get_by_label("Lina").check()
    page.get_by_role("button", name="Verder").click()
    assert page.get_by_text(f"U hebt een budget: {NAME}.").is_visible()
    look(page, "winkel-met-fietsfonds")


def queue(sam):
    """The pot is empty: who comes now waits."""
    give_by_hand(sam, "A-9", "Noah", "2022-03")
    page = sam.page
    assert "U komt € 150,00 tekort" in plain(page)
    page.get_by_label("Burgerservicenummer van de aanvrager").fill(FATIMA)
    page.get_by_role("button", name="Zet op de wachtlijst").click()
    assert page.get_by_text("Het budget staat op de wachtlijst.").is_visible()
    look(page, "wachtlijst")
    page.get_by_role("button", name="Ken toe in volgorde").click()
    assert page.get_by_text("In de pot zit te weinig voor wie vooraan staat.").is_visible()


def see_reach(bas):
    page = bas.open("/medewerkers/regelingen/")
    page.get_by_role("link", name=NAME).click()
    page.get_by_role("link", name="Bekijk wie de regeling bereikt").click()
    assert "Een groep van minder dan 10 laten wij niet zien." in plain(page)
    look(page, "bereik")


def close(bas):
    page = bas.open("/medewerkers/regelingen/")
    page.get_by_role("link", name=NAME).click()
    page.get_by_text("Sluit de regeling", exact=True).click()
    look(page, "regeling-open")
    page.get_by_role("button", name="Ja, sluit de regeling").click()
    assert page.get_by_text("Deze regeling is gesloten.").is_visible()
    look(page, "regeling-gesloten")
