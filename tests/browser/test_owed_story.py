"""Piet pays back: staff write what came in and let a part go, and he changes his account."""

import pytest

from plein.payments.models import Award, Debt
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
DEBTS = "/medewerkers/terugbetalen/"


@pytest.fixture
def piets(site):
    """His award and his debt."""
    with within(Municipality.objects.get(slug="emmen")):
        award = Award.objects.get(number="U-2001")
        return award.pk, Debt.objects.get(award=award)


def at_work(visitor, name, **options):
    return sign_in_to_work(visitor(**options), name, "medewerkers")


def look(page, name):
    assert page.locator("h1").count() == 1
    assert problems_on(page, name) == []


def test_one_proposes_to_let_a_part_go_and_a_colleague_decides(visitor, piets):
    _award, debt = piets
    page = at_work(visitor, "noor").open(f"{DEBTS}{debt.pk}/")
    page.get_by_text("Schrijf op wat er binnenkwam").click()
    page.get_by_label("Bedrag dat binnenkwam").fill("10")
    page.get_by_label("Van de inwoner zelf").check()
    page.get_by_role("button", name="Boek dit").click()
    assert "geboekt bij schuld" in page.locator("main").inner_text()
    look(page, "schuld-bureau")

    page.reload()  # as the look left every fold open
    page.get_by_text("Scheld een deel kwijt").click()
    page.get_by_label("Bedrag dat niet betaald").fill("10")
    page.get_by_label("Dringende redenen").check()
    page.get_by_label("Waarom? De inwoner leest dit.").fill("U was lang ziek.")
    page.get_by_role("button", name="Stel dit voor").click()
    page.get_by_role("link", name="Dringende redenen").click()
    look(page, "kwijtschelden")

    other = at_work(visitor, "sam").open(DEBTS)
    look(other, "terugbetalen-bureau")
    other.get_by_role("link", name=f"Schuld {debt.number} bij U-2001").first.click()
    other.get_by_role("button", name="Akkoord, dit hoeft niet terug").click()
    assert "De inwoner krijgt een brief." in other.locator("main").inner_text()


def test_finance_writes_what_came_in_by_number(visitor):
    page = at_work(visitor, "ingrid").open(f"{DEBTS}ontvangen/")
    page.get_by_role("button", name="Boek dit").click()
    look(page, "ontvangen-fout")


def test_what_goes_off_for_others_on_one_page(visitor, piets):
    award, _debt = piets
    page = at_work(visitor, "noor").open(f"/medewerkers/uitkeringen/{award}/")
    look(page, "uitkering-bureau")
    page.get_by_role("link", name="Bekijk wat er voor anderen afgaat").click()
    page.get_by_text("Voeg een inhouding toe").click()
    page.get_by_label("Huur, omdat de inwoner dat vroeg").check()
    page.get_by_label("Bedrag per maand, ten hoogste").fill("300")
    page.get_by_label("Aan wie?").fill("Woningstichting")
    page.get_by_label("Rekeningnummer").fill("NL20 INGB 0001 2345 67")
    page.get_by_label("Op welke dag zei de inwoner ja?").fill("01-11-2026")
    page.get_by_role("button", name="Stel dit voor").click()
    look(page, "inhoudingen")

    other = at_work(visitor, "sam").open(f"/medewerkers/uitkeringen/{award}/inhoudingen/")
    other.get_by_role("button", name="Akkoord").click()
    other.get_by_role("link", name="Wijzig of stop dit").last.click()
    look(other, "inhouding-wijzigen")

    other.goto(other.url.split("/uitkeringen/")[0] + f"/terugbetalen/niet/{award}/")
    look(other, "niet-terugvragen")


@pytest.mark.parametrize("scripts", [True, False])
def test_he_reads_what_is_left_and_changes_his_account(visitor, piets, scripts):
    page = visitor(width=360, scripts=scripts).sign_in_with_digid("Piet")
    page.goto(page.url.replace("overzicht/", "terugbetalen/"))
    if scripts:
        look(page, "terugbetalen")
    page.get_by_role("link", name="Bekijk het overzicht van alles").click()
    assert "Besluit van de gemeente" in page.locator("main").inner_text()
    if scripts:
        look(page, "terugbetalen-overzicht")

    page.goto(page.url.replace("terugbetalen/overzicht/", "uitkering/rekening/"))
    page.get_by_label("Nieuw rekeningnummer").fill("NL00 ABNA 0123 4567 89")
    page.get_by_label("Naam bij de rekening").fill("P. Bakker")
    page.get_by_role("button", name="Naar controleren").click()
    assert page.get_by_label("Nieuw rekeningnummer").input_value() == "NL00 ABNA 0123 4567 89"
    if scripts:
        look(page, "rekening-fout")

    page.get_by_label("Nieuw rekeningnummer").fill("NL02 ABNA 0123 4567 89")
    page.get_by_role("button", name="Naar controleren").click()
    if scripts:
        look(page, "rekening-controle")
    page.get_by_role("button", name="Verander mijn rekeningnummer").click()
    assert page.locator("h1").inner_text() == "Uw rekeningnummer is veranderd"
    if scripts:
        look(page, "rekening-klaar")
