"""An aanvraag, followed by Katja on her phone and by Sam at his desk."""

import pytest

from tests.browser.axe import problems_on
from tests.browser.filling_in import fill_in
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
NAME = "Individuele inkomenstoeslag"


@pytest.mark.parametrize("scripts", [True, False])
def test_an_aanvraag_goes_from_the_phone_to_the_decision(visitor, scripts):
    """Katja asks, Sam asks back, Katja answers, Sam decides, Katja reads why."""
    katja = visitor(width=360, scripts=scripts)
    page = katja.sign_in_with_digid("Katja")
    katja.open("/aanvragen/")
    look(page, "aanvragen-leeg", scripts)
    page.get_by_role("complementary").get_by_role("link", name=NAME).click()
    look(page, "aanvraag-nieuw", scripts)
    fill_in(page, lambda name: look(page, name, scripts))
    assert page.get_by_role("heading", name="Wij hebben uw aanvraag ontvangen").is_visible()
    look(page, "aanvraag-ontvangen", scripts)

    desk = sign_in_to_work(visitor(scripts=scripts), "sam", "medewerkers")
    work = desk.open("/medewerkers/aanvragen/?kies=nieuw")
    look(work, "werkvoorraad", scripts)
    work.get_by_role("link", name=NAME).click()
    work.get_by_role("button", name="Pak op").click()
    work.get_by_text("Vraag iets aan de inwoner").click()
    work.get_by_label("Wat vraagt u?").select_option("vraag")
    work.get_by_label("De termijn staat stil").check()
    look(work, "aanvraag-bureau", scripts)
    work.get_by_role("button", name="Vraag dit").click()

    page.get_by_role("link", name="Volg uw aanvraag").click()
    assert page.get_by_text("U moet nog 1 ding doen").is_visible()
    look(page, "aanvraag-wacht-op-u", scripts)
    page.get_by_role("link", name="Vertel ons hoe uw situatie is").click()
    page.get_by_role("button", name="Verstuur").click()
    assert page.get_by_text("Schrijf hier uw antwoord.").first.is_visible()
    look(page, "taak-fout", scripts)
    page.get_by_label("Uw antwoord").fill("Ik zoek werk voor 16 uur.")
    page.get_by_role("button", name="Verstuur").click()
    assert page.get_by_role("heading", name="Wij hebben het ontvangen").is_visible()
    look(page, "taak-klaar", scripts)

    work.reload()
    assert work.get_by_text("Ik zoek werk voor 16 uur.").is_visible()
    work.get_by_role("button", name="In orde").click()
    work.get_by_text("Neem een besluit").click()
    work.get_by_label("U krijgt het geld", exact=True).check()
    deciding = work.locator("details", has_text="Neem een besluit")
    deciding.get_by_label("Waarom?").fill("Uw inkomen is al 3 jaar laag.")
    work.get_by_role("button", name="Besluit dit").click()
    assert work.get_by_text("De inwoner leest nu uw besluit.").is_visible()
    look(work, "aanvraag-bureau-besloten", scripts)

    page.get_by_role("link", name="Naar uw aanvraag").click()
    assert page.get_by_role("heading", name="U krijgt het geld").is_visible()
    assert page.get_by_text("Bent u het niet eens met ons besluit?").is_visible()
    look(page, "aanvraag-besloten", scripts)
    assert katja.complaints + desk.complaints == []


def test_wim_approves_what_bas_proposed(visitor):
    wim = sign_in_to_work(visitor(), "wim", "medewerkers")
    page = wim.open("/medewerkers/gemeente/bedragen/")
    assert problems_on(page, "bedragen") == []

    page.get_by_role("button", name="Keur goed").click()

    assert page.get_by_text("Vanaf nu rekenen wij hiermee.").is_visible()
    assert not page.get_by_text("Wacht op goedkeuring").is_visible()


def test_bas_proposes_what_the_verordening_says(visitor):
    bas = sign_in_to_work(visitor(), "bas", "medewerkers")
    page = bas.open("/medewerkers/gemeente/bedragen/kwijtschelding/")
    assert problems_on(page, "bedragen-voorstel") == []

    page.get_by_label("Hoe heet de verordening of beleidsregel?").fill("Voorbeeldverordening")
    page.get_by_label("Vanaf welke dag geldt dit?").fill("1-1-2027")
    page.get_by_role("button", name="Stel voor").click()

    assert page.get_by_text("Uw voorstel staat klaar.").is_visible()


def look(page, name, scripts):
    if scripts:
        assert problems_on(page, name) == []
