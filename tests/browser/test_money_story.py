"""Katja sees her money: WW that ends, bijstand after it, and why each amount is what it is."""

from datetime import timedelta

import pytest
from django.utils import timezone

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


def test_katja_tries_out_what_sixteen_hours_do_and_keeps_it(visitor):
    """Her WW ends, bijstand comes after it, and a shop offers her 16 hours."""
    katja = visitor(width=360)
    page = katja.sign_in_with_digid("Katja")
    collect(katja, scripts=True)
    katja.open("/geld/")
    page.get_by_role("link", name="Wat als er iets verandert?").click()
    assert "Uw WW stopt" in page.locator("main").inner_text()
    assert problems_on(page, "wat-als-leeg") == []

    add(page, "Ik ga werken")
    assert problems_on(page, "wat-als-formulier") == []
    page.get_by_role("button", name="Zet het erbij").click()
    assert problems_on(page, "wat-als-fouten") == []
    page.get_by_label("Vanaf welke maand?").select_option(index=5)
    page.get_by_label("Hoeveel uur per week gaat u werken?").fill("16")
    page.get_by_role("button", name="Zet het erbij").click()

    words = page.locator("main").inner_text()
    assert "U werkt 16 uur per week voor het minimumloon" in words
    assert "Bijstand" in words
    assert "op uw rekening" in words
    assert problems_on(page, "wat-als") == []

    page.locator("#id_hours").fill("24")
    page.locator("#uren-antwoord").get_by_text("Bij 24 uur hebt u").wait_for()
    keep(page, "16 uur in de winkel")
    page.get_by_role("button", name="Open").click()
    add(page, "Er komt een kind bij")
    page.get_by_label("Op welke dag komt het kind?").fill(a_day_next_year())
    page.get_by_role("button", name="Zet het erbij").click()
    keep(page, "Werken en een kind", button="Bewaar als nieuw")
    assert problems_on(page, "wat-als-bewaard") == []

    page.get_by_label("De eerste").select_option(label="16 uur in de winkel")
    page.get_by_label("De tweede").select_option(label="Werken en een kind")
    page.get_by_role("button", name="Zet naast elkaar").click()
    assert "Met ‘Werken en een kind’ hebt u in 2 jaar" in page.locator("main").inner_text()
    assert problems_on(page, "wat-als-naast-elkaar") == []


def test_without_scripts_the_same_goes_by_buttons(visitor):
    katja = visitor(width=360, scripts=False)
    page = katja.sign_in_with_digid("Katja")
    collect(katja, scripts=False)
    katja.open("/geld/wat-als/")

    add(page, "Ik ga verhuizen, of mijn huur verandert")
    page.get_by_label("Vanaf welke maand?").select_option(index=2)
    page.get_by_label("Wat wordt uw kale huur per maand?").fill("500")
    page.get_by_role("button", name="Zet het erbij").click()
    assert "Uw kale huur wordt € 500,00" in page.locator("main").inner_text()

    page.get_by_label("Welke maand wilt u zien?").select_option(index=6)
    page.get_by_role("button", name="Toon deze maand").click()
    page.locator("#id_hours").fill("8")
    page.get_by_role("button", name="Toon deze uren").click()
    assert "Bij 8 uur hebt u" in page.locator("main").inner_text()

    page.get_by_role("button", name="Haal weg").click()
    assert "U hebt nog niets ingevuld" in page.locator("main").inner_text()


def add(page, kind) -> None:
    page.get_by_role("link", name="Voeg iets toe").click()
    page.get_by_role("link", name=kind).click()


def keep(page, name, button="Bewaar") -> None:
    page.get_by_role("link", name="Bewaar dit").click()
    page.get_by_label("Hoe wilt u dit noemen?").fill(name)
    page.get_by_role("button", name=button, exact=True).click()
    page.get_by_role("heading", name=name).wait_for()


def a_day_next_year() -> str:
    return f"{timezone.localdate() + timedelta(days=300):%d-%m-%Y}"


def collect(katja, scripts, slug="emmen") -> None:
    page = katja.open("/gegevens/", slug)
    button = page.get_by_role("button", name="Haal mijn gegevens op")
    if not button.count():  # another story collected
        return
    button.click()
    done = page.get_by_text("Klaar. Alle 12 organisaties zijn gevraagd.")
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
