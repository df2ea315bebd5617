"""Somebody else orders: a helper who gives a name, and Els together with Fatima at the desk."""

import pytest

from plein.gateways.digid.simulator.cast import load_cast
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.webshop.models import Product
from tests.browser.axe import problems_on
from tests.browser.finding import finds
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
LESSONS = "Zwemles voor volwassenen: 10 lessen"
CARD = "Zwemkaart: 10 keer zwemmen"


def test_jan_orders_for_piet_whose_name_goes_to_the_pool_and_no_further(visitor):
    jan = visitor(width=360)
    number = orders_lessons_for_piet(jan)

    piet = visitor(width=360)
    page = piet.sign_in_with_digid("Heeft schulden en een bewindvoerder")
    piet.open("/bestellingen/")
    page.get_by_role("link", name=LESSONS).click()
    assert page.get_by_text("Besteld door uw helper.").is_visible()
    assert page.get_by_text("Zwembad De Plons ziet de naam bij deze bestelling").is_visible()
    assert problems_on(page, "bestelling-door-helper") == []

    yara = sign_in_to_work(visitor(), "yara", "aanbieders")
    work = yara.open("/aanbieders/bestellingen/")
    assert work.get_by_text("Piet").count() == 0
    work.get_by_role("link", name=number).click()
    assert work.get_by_text("Op naam van: Piet").is_visible()
    assert problems_on(work, "aanbieder-naam") == []
    work.get_by_role("button", name="Het is geleverd").click()
    yara.open("/aanbieders/bestellingen/?stand=klaar")
    work.get_by_role("link", name=number).click()
    assert work.get_by_text("Piet").count() == 0

    piet.open("/gegevens/wie-keek/")
    assert page.get_by_text("Zwembad De Plons gebruikte de naam bij uw bestelling").count()


def orders_lessons_for_piet(jan) -> str:
    page = jan.sign_in_with_digid("Partner van Fatima")
    jan.open("/gegevens/ik-help/")
    page.get_by_role("link", name="Piet van hiernaast").click()
    page.get_by_role("button", name="Open de winkel").click()
    finds(page, "zwemles", LESSONS)
    assert page.get_by_text("Zwembad De Plons krijgt de naam van wie dit gebruikt.").is_visible()
    assert problems_on(page, "product-met-naam") == []
    page.get_by_role("button", name="In mijn mandje").click()
    page.get_by_role("heading", level=1, name="Mijn mandje").wait_for()
    assert problems_on(page, "mandje-met-naam") == []
    page.get_by_role("link", name="Naar controleren").click()
    assert problems_on(page, "controleren-met-naam") == []
    return gives_the_name_and_orders(page)


def gives_the_name_and_orders(page) -> str:
    """At first without the tick: then all that was typed stands there still."""
    page.get_by_label("Welke naam krijgt Zwembad De Plons?").fill("Piet")
    page.get_by_role("button", name="Bestel", exact=True).click()
    page.get_by_role("heading", name="1 antwoord is nog niet goed").wait_for()
    assert problems_on(page, "controleren-zonder-vinkje") == []
    assert page.get_by_label("Welke naam krijgt Zwembad De Plons?").input_value() == "Piet"
    page.get_by_label("Ja, Zwembad De Plons mag deze naam zien").check()
    page.get_by_role("button", name="Bestel", exact=True).click()
    page.get_by_role("heading", name="Uw bestelling is gelukt").wait_for()
    assert page.get_by_text("Besteld door een helper.").is_visible()
    assert problems_on(page, "besteld-door-helper") == []
    return page.get_by_text("Uw nummer is B-").inner_text().split("B-")[1].split(".")[0]


def test_els_orders_together_with_fatima_who_says_at_home_that_it_is_right(visitor):
    els = sign_in_to_work(visitor(), "els", "medewerkers")
    page = els.open("/medewerkers/samen/")
    page.get_by_label("Burgerservicenummer").fill(load_cast()["fatima"].bsn.reveal())
    page.get_by_label("aan de balie").check()
    page.get_by_label("paspoort of identiteitskaart").check()
    page.get_by_role("button", name="Begin samen").click()
    page.get_by_role("link", name="Winkel").first.click()
    assert problems_on(page, "samen-winkel") == []
    finds(page, "zwemkaart", CARD)
    page.get_by_role("button", name="In mijn mandje").click()
    page.get_by_role("link", name="Naar controleren").click()
    page.get_by_role("button", name="Bestel", exact=True).click()
    page.get_by_role("heading", name="Uw bestelling is gelukt").wait_for()
    assert page.get_by_text("Samen met een medewerker besteld.").is_visible()
    assert problems_on(page, "samen-besteld") == []
    page.get_by_role("button", name="Wij zijn klaar").click()
    assert page.get_by_text(f"Besteld in de winkel: {CARD}").is_visible()
    assert problems_on(page, "samen-winkel-klaar") == []

    fatima = visitor(width=360)
    home = fatima.sign_in_with_digid("Fatima")
    home.get_by_role("link", name="Bekijk het").click()
    assert problems_on(home, "samen-besteld-thuis") == []
    home.get_by_role("link", name=f"Bekijk {CARD}").click()
    assert home.get_by_text("Samen met een medewerker besteld.").is_visible()
    fatima.open("/samen/")
    home.get_by_role("button", name="Ja, dit klopt").click()
    assert home.get_by_text("Dank u. Wij gaan ermee verder.").is_visible()


def test_what_is_sold_out_says_so_to_fatima(visitor):
    with within(Municipality.objects.get(slug="emmen")):
        sold_out = Product.objects.filter(versions__title=CARD)
        sold_out.update(stock=0)
        version = sold_out.get().versions.get()

    fatima = visitor(width=360)
    page = fatima.sign_in_with_digid("Fatima")
    fatima.open(f"/winkel/{version.pk}/")

    assert page.get_by_role("heading", name="Dit is nu op").is_visible()
    assert problems_on(page, "product-op") == []
