"""Katja cannot do it online: Els does it with her at the desk, and the outcome is the same."""

import pytest

from plein.gateways.digid.simulator.cast import load_cast
from tests.browser.axe import problems_on
from tests.browser.filling_in import fill_in
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
NAME = "Individuele inkomenstoeslag"


def test_from_the_desk_to_the_same_decision(visitor):
    els = sign_in_to_work(visitor(), "els", "medewerkers")
    page = els.open("/medewerkers/samen/")
    assert problems_on(page, "samen-begin") == []
    page.get_by_label("Burgerservicenummer").fill(load_cast()["katja"].bsn.reveal())
    page.get_by_label("aan de balie").check()
    page.get_by_label("paspoort of identiteitskaart").check()
    page.get_by_role("button", name="Begin samen").click()
    page.get_by_role("complementary").get_by_role("link", name=NAME).click()
    fill_in(page)
    assert problems_on(page, "samen-aangevraagd") == []
    page.get_by_role("link", name="Gegevens").first.click()
    assert problems_on(page, "samen-alleen-zelf") == []
    page.get_by_role("button", name="Wij zijn klaar").click()
    assert problems_on(page, "samen-klaar") == []

    katja = visitor(width=360)
    home = katja.sign_in_with_digid("Katja")
    assert problems_on(home, "samen-thuis") == []
    home.get_by_role("link", name="Bekijk het").click()
    assert problems_on(home, "samen-klopt-het") == []
    home.get_by_role("button", name="Ja, dit klopt").click()

    sam = sign_in_to_work(visitor(), "sam", "medewerkers")
    work = sam.open("/medewerkers/aanvragen/?kies=nieuw")
    work.get_by_role("link", name=NAME).click()
    work.get_by_role("button", name="Pak op").click()
    work.get_by_text("Neem een besluit").click()
    work.get_by_label("U krijgt het geld", exact=True).check()
    deciding = work.locator("details", has_text="Neem een besluit")
    deciding.get_by_label("Waarom?").fill("Uw inkomen is al 3 jaar laag.")
    work.get_by_role("button", name="Besluit dit").click()

    home.get_by_role("link", name=NAME).first.click()
    assert home.get_by_role("heading", name="U krijgt het geld").is_visible()
    assert home.get_by_text("samen met u").first.is_visible()
