"""Katja sees her money: WW that ends, bijstand after it, and why each amount is what it is."""

import pytest

from tests.browser.axe import problems_on

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False])
def test_katja_sees_what_comes_when_her_ww_ends(visitor, scripts):
    katja = visitor(width=360, scripts=scripts)
    page = katja.sign_in_with_digid("Katja")
    collect(katja, scripts)

    katja.open("/overzicht/")
    page.get_by_role("link", name="Bekijk mijn geld").click()

    words = page.locator("main").inner_text()
    assert "Uw WW stopt op" in words
    assert "Stroom en gas" in words
    assert "Kindgebonden budget" in words
    assert "Bijstand" in words
    if scripts:
        assert problems_on(page, "mijn-geld") == []

    if scripts:
        assert problems_on(katja.open("/geld/misschien/"), "misschien") == []
        katja.open("/geld/")
    page.locator("main").get_by_role("link", name="Kindgebonden budget").first.click()
    words = page.locator("main").inner_text()
    assert "Wet op het kindgebonden budget art. 2" in words
    if scripts:
        assert problems_on(page, "mijn-geld-uitleg") == []


@pytest.mark.parametrize("scripts", [True, False])
def test_katja_sees_what_sixteen_hours_of_work_do(visitor, scripts):
    katja = visitor(width=360, scripts=scripts)
    page = katja.sign_in_with_digid("Katja")
    collect(katja, scripts)
    katja.open("/geld/wat-als/")
    if scripts:
        assert problems_on(page, "wat-als") == []

    page.get_by_label("Vanaf welke maand?").select_option(index=3)
    page.get_by_label("Hoeveel uur per week gaat u werken?").fill("16")
    page.get_by_role("button", name="Reken het uit").click()

    words = page.locator("main").inner_text()
    assert "Loont meer werken?" in words
    assert "Loon" in words
    if scripts:
        assert problems_on(page, "wat-als-antwoord") == []


def collect(katja, scripts, slug="emmen") -> None:
    page = katja.open("/gegevens/", slug)
    button = page.get_by_role("button", name="Haal mijn gegevens op")
    if not button.count():  # another story collected
        return
    button.click()
    done = page.get_by_text("Klaar. Alle 11 organisaties zijn gevraagd.")
    if scripts:
        done.wait_for()
        return
    for _ in range(30):
        if done.count():
            return
        page.wait_for_timeout(500)
        page.reload()


def test_who_has_not_collected_yet_is_told_what_to_do(visitor):
    fatima = visitor(width=360)
    fatima.sign_in_with_digid("Fatima")

    page = fatima.open("/geld/")

    assert "Haal eerst uw gegevens op" in page.locator("main").inner_text()
    assert problems_on(page, "mijn-geld-leeg") == []


@pytest.mark.parametrize(
    ("name", "slug", "says"),
    [
        ("Partner van Jan", "emmen", "Kinderopvangtoeslag"),
        ("Partner van Fatima", "emmen", "Vul het inkomen van uw partner in"),
        ("Henk", "borger-odoorn", "AOW"),
        ("Samir", "coevorden", "Bijstand"),
        ("Lotte", "buren", "Loon"),
        ("Piet", "emmen", "Terugbetalen aan"),
    ],
)
def test_everybody_sees_what_is_true_for_them(visitor, name, slug, says):
    one = visitor(width=360)
    one.sign_in_with_digid(name, slug)
    collect(one, scripts=True, slug=slug)

    page = one.open("/geld/", slug)

    assert says in page.locator("main").inner_text()
    assert problems_on(page, f"mijn-geld-{name.split()[-1].lower()}-{slug}") == []


def test_jan_fills_in_what_his_partner_earns(visitor):
    jan = visitor(width=360)
    page = jan.sign_in_with_digid("Partner van Fatima")
    collect(jan, scripts=True)
    jan.open("/geld/")

    page.get_by_role("link", name="Vul het inkomen van uw partner in").click()
    assert problems_on(page, "inkomen-partner") == []
    page.get_by_label("Loon per maand").fill("1435,50")
    page.get_by_label("Uitkering of pensioen per maand").fill("0")
    page.locator("main form button[type=submit]").first.click()

    words = jan.open("/geld/").locator("main").inner_text()
    assert "Loon van uw partner" in words
    assert "telt nog niet mee" not in words
