"""Help with debts: Piet follows at home what the municipality and the GKB do for him."""

import pytest

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
NAME = "Hulp bij schulden"


def test_two_organisations_and_always_one_of_them_has_the_turn(visitor):
    piet = visitor(width=360)
    home = piet.sign_in_with_digid("Piet")
    assert home.get_by_text("GKB Drenthe is aan de beurt.").is_visible()
    assert problems_on(home, "schulden-overzicht") == []
    home.get_by_role("link", name=NAME).click()
    home.get_by_role("link", name="Bekijk alles wat hierbij hoort").click()
    assert home.get_by_text("om een plan te maken voor uw schulden").is_visible()
    assert problems_on(home, "schulden-dossier") == []

    jasper = sign_in_to_work(visitor(), "jasper", "organisaties")
    partner = jasper.open("/organisaties/dossiers/")
    assert problems_on(partner, "schulden-partner-lijst") == []
    partner.get_by_role("link", name=NAME).click()
    assert problems_on(partner, "schulden-partner") == []
    partner.get_by_role("button", name="Ons deel is klaar").click()
    assert partner.get_by_text("De gemeente is weer aan de beurt.").is_visible()

    home.reload()
    assert home.get_by_text("Wij zijn aan de beurt.").is_visible()

    sam = sign_in_to_work(visitor(), "sam", "medewerkers")
    work = sam.open("/medewerkers/aanvragen/")
    work.get_by_role("link", name=NAME).click()
    work.get_by_role("link", name="Dossier geld en schulden").click()
    assert problems_on(work, "schulden-bureau-dossier") == []
    work.get_by_role("link", name=NAME).click()
    work.get_by_text("Neem een besluit").click()
    work.get_by_label("Wij helpen u met uw schulden").check()
    deciding = work.locator("details", has_text="Neem een besluit")
    deciding.get_by_label("Waarom?").fill("Wij maken samen een plan.")
    work.get_by_role("button", name="Besluit dit").click()
    assert problems_on(work, "schulden-bureau-besloten") == []

    home.reload()
    assert home.get_by_role("heading", name="Wat u krijgt").is_visible()
    home.get_by_role("link", name=NAME).click()
    assert home.get_by_text("Wij maken samen een plan.").is_visible()
