"""Samir sees what he gets and why, and tells his income of a month in two taps."""

import pytest
from django.utils import timezone

from plein.kernel.months import month_of, months_after
from tests.browser.axe import problems_on

pytestmark = pytest.mark.browser
PLACE = "coevorden"


def last_month():
    return months_after(month_of(timezone.localdate()), -1)


def opened(visitor, scripts):
    samir = visitor(width=360, scripts=scripts)
    page = samir.sign_in_with_digid("Samir", PLACE)
    page.get_by_role("link", name="Bekijk mijn uitkering").click()
    return page


@pytest.mark.parametrize("scripts", [True, False])
def test_he_sees_how_much_and_why_down_to_the_article(visitor, scripts):
    page = opened(visitor, scripts)
    words = page.locator("main").inner_text()
    assert "Betaald op" in words
    assert "Blijft staan voor juni" in words
    assert "Eerdere maanden" in words
    look(page, "uitkering", scripts)

    page.get_by_role("link", name="Uw inkomen dat meetelt").first.click()
    assert "Participatiewet art." in page.locator("main").inner_text()
    look(page, "uitkering-uitleg", scripts)

    page.get_by_role("link", name="Terug").first.click()
    assert "Uitkering over" in page.locator("h1").inner_text()
    look(page, "uitkering-maand", scripts)
    page.get_by_role("link", name="Terug naar mijn uitkering").click()
    page.get_by_role("link", name="Wat u kreeg in").first.click()
    look(page, "uitkering-jaar", scripts)


@pytest.mark.parametrize("scripts", [True, False])
def test_two_taps_when_nothing_changed_and_the_amount_is_seen_before(visitor, scripts):
    page = opened(visitor, scripts)
    page.goto(page.url + f"opgave/{last_month():%Y-%m}/")
    assert "€ 480,00" in plain(page)
    look(page, "opgave", scripts)

    page.get_by_role("button", name="Ja, dit klopt").click()
    words = plain(page)
    assert "U hebt het nog niet doorgegeven." in words
    assert "Deze maand is al betaald" in words
    assert "Het bedrag blijft gelijk." in words
    look(page, "opgave-controle", scripts)

    page.get_by_role("button", name="Geef mijn inkomen door").click()
    assert page.locator("h1").inner_text() == "Wij hebben het ontvangen"
    look(page, "opgave-klaar", scripts)
    page.get_by_role("link", name="Stuur een foto van uw loonstrook").click()
    look(page, "opgave-loonstrook", scripts)


def test_another_amount_is_typed_looked_at_and_kept_when_he_goes_back(visitor):
    page = opened(visitor, scripts=True)
    page.goto(page.url + f"opgave/{last_month():%Y-%m}/")
    page.get_by_text("Nee, er is iets anders").click()
    page.get_by_label("Loon, na belasting").fill("zeshonderd")
    page.get_by_role("button", name="Kijk wat dit doet").click()
    assert page.get_by_label("Loon, na belasting").input_value() == "zeshonderd"
    look(page, "opgave-fout", scripts=True)

    page.get_by_label("Loon, na belasting").fill("600")
    page.get_by_role("button", name="Kijk wat dit doet").click()
    assert "U hoeft nu niets te betalen." in plain(page)
    page.get_by_role("link", name="Terug, ik wil iets veranderen").click()
    assert page.get_by_label("Loon, na belasting").input_value() == "600,00"


def plain(page) -> str:
    return page.locator("main").inner_text().replace("\N{NO-BREAK SPACE}", " ")


def look(page, name, scripts):
    assert page.locator("h1").count() == 1
    if scripts:
        assert problems_on(page, name) == []
