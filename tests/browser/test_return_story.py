"""Something comes back after it was paid: the budget is whole, and a next payment is less."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from plein.ledger.queries import check_books
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.webshop.models import OrderLine
from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser


def look(page, name):
    assert page.locator("h1").count() == 1
    assert problems_on(page, name) == []


def emmen():
    return within(Municipality.objects.get(slug="emmen"))


def test_what_was_paid_comes_back_and_is_set_off(visitor):
    fatima = visitor(width=360)
    fatima.sign_in_with_digid("Fatima")
    yara = sign_in_to_work(visitor(width=360), "yara", "aanbieders")
    number, title = order_and_take(fatima, yara)
    pay(visitor)

    take_back(yara, number, title)

    page = fatima.open("/bestellingen/")
    page.get_by_role("link", name=title).first.click()
    assert page.get_by_text("teruggebracht").first.is_visible()
    order_and_take(fatima, yara)
    pay(visitor)
    page = yara.open("/aanbieders/betalingen/")
    page.get_by_role("link", name=re.compile(r"Betaling \d")).first.click()
    assert page.get_by_text(f"Teruggebracht: {title}").is_visible()
    look(page, "betaling-met-retour")
    follow(visitor, number)
    with emmen():
        assert check_books().is_right()
    assert fatima.complaints == yara.complaints == []


def order_and_take(fatima, yara) -> tuple[str, str]:
    page = fatima.open("/winkel/?zoek=zwem")
    page.locator(".mo-card__link, .mo-product a").first.click()
    title = page.locator("h1").inner_text()
    page.locator("input[name=voor]").first.check()
    page.get_by_role("button", name="In mijn mandje").click()
    page.get_by_role("link", name="Naar controleren").click()
    page.get_by_role("button", name="Bestel").click()
    number = re.search(r"B-\w{7}", page.locator("main").inner_text())[0]
    code = page.locator(".mo-code__letters").inner_text()
    till = yara.open("/aanbieders/kassa/")
    till.get_by_label("Code van de klant").fill(code)
    till.get_by_role("button", name="Zoek").click()
    till.get_by_role("button", name="Geef mee").click()
    with emmen():
        yesterday = timezone.now() - timedelta(days=1)
        OrderLine.objects.filter(order__number=number).update(handed_over_at=yesterday)
    return number, title


def pay(visitor):
    ingrid = sign_in_to_work(visitor(), "ingrid", "medewerkers")
    page = ingrid.open("/medewerkers/betalen/nieuw/")
    page.get_by_role("button", name="Maak het bestand").click()
    tom = sign_in_to_work(visitor(), "tom", "medewerkers")
    page = tom.open("/medewerkers/betalen/")
    page.get_by_role("link", name=re.compile("Betaalbestand")).first.click()
    page.get_by_role("button", name="Keur goed").click()
    assert page.get_by_text("Bestellingen, boekingen en bestand zijn gelijk.").is_visible()


def take_back(yara, number: str, title: str):
    page = yara.open("/aanbieders/kassa/")
    page.get_by_role("link", name="Een klant brengt iets terug").click()
    look(page, "retour-zoeken")
    page.get_by_label("Bestelnummer of code").fill(number.lower())
    page.get_by_role("button", name="Zoek op").click()
    look(page, "retour-regels")
    page.get_by_role("link", name="Neem terug").click()
    assert title in page.locator("h1").inner_text()
    assert page.get_by_text("Dat gaat af van uw volgende betaling.").is_visible()
    page.get_by_role("button", name="Ja, neem terug").click()
    look(page, "retour-fout")
    page.get_by_label("het past niet").check()
    page.get_by_label("Het kan opnieuw worden verkocht").check()
    page.get_by_role("button", name="Ja, neem terug").click()
    assert page.get_by_text("De klant heeft het geld weer op het budget.").is_visible()


def follow(visitor, number: str):
    """The accountant: from the period to the line, and its whole way."""
    page = sign_in_to_work(visitor(), "ingrid", "medewerkers").open("/medewerkers/controle/")
    look(page, "controle")
    with emmen():
        line = OrderLine.objects.select_related("grant__period__scheme").get(order__number=number)
    page.get_by_role("link", name=str(line.grant.period)).click()
    assert page.get_by_text("Het klopt tot op de cent").is_visible()
    look(page, "controle-periode")
    page.get_by_role("link", name="Teruggebracht").click()
    look(page, "controle-regels")
    page.get_by_role("link", name=number).click()
    assert page.get_by_text("Retour Na").is_visible()
    look(page, "controle-regel")
    page = sign_in_to_work(visitor(), "bas", "medewerkers").open("/medewerkers/retouren/")
    look(page, "retouren-bureau")
