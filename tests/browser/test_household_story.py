"""A household of five buys from two schemes at once, pays its own share, and changes its mind."""

import pytest

from tests.browser.axe import problems_on
from tests.browser.finding import finds

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("width", "scripts"), [(360, True), (1280, True), (360, False)], ids=["phone", "desk", "plain"]
)
def test_a_family_orders_pays_prints_and_cancels(visitor, width, scripts):
    fatima = visitor(width=width, scripts=scripts)
    page = fatima.sign_in_with_digid("Fatima")
    looks = scripts and width == 360

    fatima.open("/winkel/")
    assert page.get_by_role("heading", name="Past bij Lina").is_visible()
    assert not looks or problems_on(page, "winkel") == []

    finds_by_a_wrong_word(fatima)
    puts_in_the_basket(page, "Lina")
    choose_for(fatima, "zwemkaart", "Zwemkaart: 10 keer zwemmen", "uzelf")
    choose_for(fatima, "zwembril", "Zwembril voor kinderen", "Noah")

    sees_who_pays(page)
    assert not looks or problems_on(page, "mandje") == []

    orders_and_pays(page, looks)
    prints_the_proof(page, looks)
    cancels_two_of_three(page)


def finds_by_a_wrong_word(fatima) -> None:
    page = fatima.page
    page.get_by_role("link", name="Toon alles voor Lina").click()
    page.get_by_label("Zoek een product").fill("schoolfeits")
    page.get_by_role("button", name="Zoek", exact=True).click()
    page.get_by_text("Bedoelde u").wait_for()
    page.get_by_role("link", name="Schoolfiets 26 inch").click()
    page.get_by_role("heading", level=1, name="Schoolfiets 26 inch").wait_for()


def puts_in_the_basket(page, *names: str) -> None:
    """Only for them, whoever was chosen before."""
    for box in page.locator("input[name=voor]").all():
        box.set_checked(False) if box.is_enabled() else None
    for name in names:
        page.get_by_role("checkbox", name=name).check()
    page.get_by_role("button", name="In mijn mandje").click()
    page.get_by_role("heading", level=1, name="Mijn mandje").wait_for()


def choose_for(fatima, words: str, title: str, name: str) -> None:
    """By the home of whoever it is for."""
    page = fatima.open("/winkel/")
    if name == "uzelf":
        link = page.get_by_role("link", name="Kijk voor uzelf")
    else:
        link = page.get_by_role("link", name=f"Toon alles voor {name}")
    if link.count():
        link.first.click()
    finds(page, words, title)
    puts_in_the_basket(page, name)


def sees_who_pays(page) -> None:
    uses = page.locator("dl.mo-sum").inner_text()
    assert "Kindpakket van Lina" in uses
    assert "Kindpakket van Noah" in uses
    assert "Doe Mee van uzelf" in uses
    assert "U betaalt zelf" in uses


def orders_and_pays(page, looks: bool) -> None:
    page.get_by_role("link", name="Naar controleren").click()
    assert not looks or problems_on(page, "controleren") == []
    page.get_by_role("button", name="Bestel en betaal uw deel").click()
    page.get_by_role("heading", name="U betaalt zelf nog").wait_for()
    assert page.get_by_text("Wacht op uw betaling.").count() == 3
    assert not looks or problems_on(page, "betalen") == []
    page.get_by_role("link", name="Betaal nu").click()
    page.get_by_role("link", name="Betaal, het bericht komt twee keer").click()
    page.get_by_role("heading", name="Uw bestelling is gelukt").wait_for()


def prints_the_proof(page, looks: bool) -> None:
    page.get_by_role("link", name="Print een bewijs").first.click()
    page.get_by_role("heading", level=1, name="Bewijs voor bestelling").wait_for()
    assert page.locator(".mo-proof").count() == 2
    assert not looks or problems_on(page, "bewijs") == []
    page.emulate_media(media="print")
    assert page.locator(".mo-code__letters").first.is_visible()
    assert not page.locator(".mo-noprint").first.is_visible()
    page.emulate_media(media="screen")
    page.get_by_role("link", name="Terug naar de bestelling").click()


def cancels_two_of_three(page) -> None:
    """The swimming card costs nothing of its own, so only the bicycle gives money back."""
    for title in ("Schoolfiets", "Zwemkaart"):
        line = page.get_by_role("listitem").filter(has_text=title).last
        line.locator("summary", has_text="Annuleren").click()
        line.get_by_role("button", name="Ja, annuleer").click()
    assert page.get_by_text("U krijgt €\N{NO-BREAK SPACE}10,00 terug op uw rekening.").count() == 1
    assert page.get_by_text("Geannuleerd. Het geld staat weer op het budget.").count() == 2
