"""Bas tries out another limit: what it costs, whom it reaches, and a million households of it."""

import pytest

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
TOESLAG = "/medewerkers/beleid/inkomenstoeslag_per_jaar/"


def test_bas_tries_out_another_limit_and_keeps_what_came_out(visitor):
    bas = sign_in_to_work(visitor(), "bas", "medewerkers")
    page = bas.open("/medewerkers/beleid/")
    assert problems_on(page, "beleid") == []

    page.get_by_role("link", name="Individuele inkomenstoeslag").click()
    page.get_by_role("link", name="Rotterdam").click()
    assert problems_on(page, "beleid-regeling") == []
    page.get_by_label("Inkomensgrens op peildatum (%)", exact=True).fill("150")
    page.get_by_label("Inkomensgrens in referteperiode (%)", exact=True).fill("150")
    page.get_by_role("button", name="Reken het uit").click()

    assert page.get_by_text("huishoudens bereikt, nu").is_visible()
    assert "Inkomensgrens op peildatum: nu 110 %, straks 150 %" in page.inner_text("main")
    assert problems_on(page, "beleid-antwoord") == []

    page.get_by_role("button", name="Bewaar deze berekening").click()
    assert page.get_by_text("Deze berekening is bewaard.").is_visible()
    assert problems_on(page, "beleid-bewaard") == []
    page.get_by_role("link", name="Terug naar beleid").click()
    assert page.get_by_text("100.000 huishoudens, klaar").is_visible()
    assert problems_on(page, "beleid-lijst") == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_million_households_are_calculated_while_bas_waits(visitor, scripts):
    bas = sign_in_to_work(visitor(scripts=scripts), "bas", "medewerkers")
    page = bas.open(f"{TOESLAG}?voorbeeld=rotterdam")

    page.get_by_label("Voor hoeveel verzonnen huishoudens?").select_option("1.000.000")
    page.get_by_role("button", name="Reken het uit").click()

    done = page.get_by_text("Over 1.000.000 verzonnen huishoudens")
    if scripts:
        assert page.get_by_role("progressbar").is_visible()
        done.wait_for()
        return
    for _turn in range(60):
        if done.count():
            break
        page.wait_for_timeout(500)
        page.get_by_role("link", name="Kijk hoe ver het is").click()
    assert done.count()


def test_a_file_with_mistakes_says_which_cells_are_wrong(visitor):
    bas = sign_in_to_work(visitor(), "bas", "medewerkers")
    page = bas.open(f"{TOESLAG}?voorbeeld=rotterdam")
    page.get_by_text("Met een eigen bestand").click()
    with page.expect_download() as example:
        page.get_by_role("link", name="Bewaar een voorbeeld").click()
    text = example.value.path().read_text("utf-8-sig")

    page.get_by_label("Of kies een eigen bestand").set_input_files(
        {"name": "a.csv", "mimeType": "text/csv", "buffer": text.replace(";ja;", ";x;").encode()}
    )
    page.get_by_role("button", name="Reken het uit").click()

    assert page.get_by_text("Deze cellen kloppen niet. Er is niets berekend.").is_visible()
    assert problems_on(page, "beleid-bestand-fout") == []


def test_what_we_cannot_calculate_says_why(visitor):
    bas = sign_in_to_work(visitor(), "bas", "medewerkers")

    page = bas.open("/medewerkers/beleid/kwijtschelding_van_aanslag/")

    assert page.get_by_text("Dit kunnen wij nog niet uitrekenen").is_visible()
    assert problems_on(page, "beleid-mist") == []


def test_a_law_can_be_tried_out_and_says_that_it_is_not_the_municipality_s(visitor):
    bas = sign_in_to_work(visitor(width=360), "bas", "medewerkers")
    page = bas.open("/medewerkers/beleid/zorgtoeslag_per_maand/")

    page.get_by_label("Standaardpremie per verzekerde (euro per jaar)").fill("3000")
    page.get_by_role("button", name="Reken het uit").click()

    words = page.inner_text("main")
    assert "landelijk bedrag: dit kan uw gemeente niet zelf" in words
    assert "Loont meer verdienen?" in words
    assert problems_on(page, "beleid-landelijk") == []
