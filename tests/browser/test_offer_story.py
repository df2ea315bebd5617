"""An organisation offers work, a consulent suggests it, and Fatima says that she is interested."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
TITLE = "Lezen met kinderen"


def test_from_the_first_line_to_a_conversation(visitor):
    hanna = sign_in_to_work(visitor(width=360), "hanna", "organisaties")
    write(hanna)
    bas = sign_in_to_work(visitor(), "bas", "medewerkers")
    read_and_post(bas)
    look_around(visitor(width=360))
    fatima = visitor(width=360)
    case = case_of(fatima)
    sam = sign_in_to_work(visitor(), "sam", "medewerkers")
    suggest(sam, case)
    respond(fatima)
    follow_up(hanna)
    see_how_it_goes(fatima, sam)

    assert [who.complaints for who in (hanna, bas, sam, fatima)] == [[]] * 4


def write(hanna):
    page = hanna.open("/organisaties/aanbod/")
    assert problems_on(page, "aanbod-organisatie") == []
    page.get_by_role("link", name="Nieuw aanbod").click()
    page.get_by_role("button", name="Bewaar").click()
    assert problems_on(page, "aanbod-schrijven-fout") == []
    page.get_by_label("vrijwilligerswerk").check()
    page.get_by_label("Hoe heet het?").fill(TITLE)
    page.get_by_label("Wat doet iemand?").fill("U dient uiterlijk om 9 uur aanwezig te zijn.")
    page.get_by_role("button", name="Kijk of dit makkelijk leest").click()
    assert page.get_by_text("is een moeilijk woord").first.is_visible()
    assert problems_on(page, "aanbod-schrijven-lezen") == []
    page.get_by_label("Wat doet iemand?").fill("U leest voor aan kinderen. U begint om 9 uur.")
    page.get_by_label("Hoeveel Nederlands is nodig?").select_option("A1")
    page.get_by_label("In welke plaats?").fill("Emmen")
    page.get_by_label("Hoeveel uur, en op welke dagen?").fill("Vrijdag, 2 uur")
    last = timezone.localdate() + timedelta(days=30)
    page.get_by_label("Tot en met welke dag?").fill(f"{last:%d-%m-%Y}")
    page.get_by_label("Hoeveel plaatsen zijn er?").fill("2")
    page.get_by_label("Wie neemt contact op?").fill("de coördinator")
    page.get_by_role("button", name="Bewaar").click()
    assert page.get_by_text("Uw tekst is bewaard.").is_visible()
    assert problems_on(page, "aanbod-concept") == []
    page.get_by_role("button", name="Verstuur naar de gemeente").click()
    assert page.get_by_text("De gemeente kijkt er nu naar.").is_visible()


def read_and_post(bas):
    page = bas.open("/medewerkers/")
    page.get_by_role("link", name="Aanbod van organisaties").click()
    assert problems_on(page, "aanbod-bureau") == []
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("button", name="Plaats dit niet").click()
    assert problems_on(page, "aanbod-bekijken-fout") == []
    page.get_by_role("button", name="Plaats dit", exact=True).click()
    assert page.get_by_text("Het aanbod staat op de pagina van inwoners.").is_visible()


def look_around(somebody):
    page = somebody.open("/")
    page.get_by_role("link", name="Bekijk werk en meedoen").click()
    assert problems_on(page, "werk-en-meedoen") == []
    page.get_by_label("Wat zoekt u?").select_option("vrijwilligerswerk")
    page.get_by_role("button", name="Zoek").click()
    page.get_by_role("link", name=TITLE).click()
    assert page.get_by_role("link", name="Inloggen en reageren").is_visible()
    assert problems_on(page, "werk-en-meedoen-een") == []
    page = somebody.open("/werk-en-meedoen/?zoek=zeilen")
    assert problems_on(page, "werk-en-meedoen-niets") == []


def case_of(fatima):
    """The address of her aanvraag."""
    page = fatima.sign_in_with_digid("Fatima")
    page.get_by_role("link", name="Individuele inkomenstoeslag").first.click()
    page.wait_for_url("**/aanvragen/*/")
    return page.url.removeprefix(fatima.site.address("", "emmen"))


def suggest(sam, case):
    page = sam.open(f"/medewerkers{case}")
    page.get_by_role("link", name="Stel iets voor").click()
    page.get_by_label("Zoek op een woord").fill("kinderen")
    page.get_by_role("button", name="Zoek").click()
    page.get_by_label(TITLE).check()
    page.get_by_label("Waarom past dit?").fill("U vertelde dat u graag voorleest.")
    page.get_by_role("button", name="Stel dit voor").click()
    assert page.get_by_text("De inwoner ziet nu wat u voorstelt.").is_visible()
    assert problems_on(page, "stel-voor") == []


def respond(fatima):
    page = fatima.open("/overzicht/")
    assert page.get_by_role("heading", name="Uw consulent stelt iets voor").is_visible()
    assert problems_on(page, "overzicht-voorstel") == []
    page.get_by_role("link", name="Bekijk het voorstel").click()
    assert page.get_by_text("U vertelde dat u graag voorleest.").is_visible()
    assert problems_on(page, "voorstel") == []
    page.get_by_role("link", name="Ik heb interesse").click()
    page.get_by_role("button", name="Deel dit en reageer").click()
    assert problems_on(page, "interesse-fout") == []
    page.get_by_label("Uw voornaam").fill("Fatima")
    page.get_by_label("Uw telefoonnummer of e-mailadres").fill("06 12 34 56 78")
    page.get_by_role("button", name="Deel dit en reageer").click()
    assert page.get_by_text("Uw reactie is verstuurd.").is_visible()
    assert problems_on(page, "voorstel-beantwoord") == []


def follow_up(hanna):
    page = hanna.open("/organisaties/aanbod/")
    page.get_by_role("link", name=TITLE).click()
    assert problems_on(page, "aanbod-reacties") == []
    page.get_by_role("link", name="Reactie van").click()
    assert page.get_by_text("06 12 34 56 78").is_visible()
    assert problems_on(page, "reactie") == []
    page.get_by_role("button", name="Contact gehad").click()
    assert page.get_by_text("Bewaard. De inwoner ziet dit ook.").is_visible()


def see_how_it_goes(fatima, sam):
    page = fatima.open("/werk-en-meedoen/voor-u/")
    assert page.get_by_text("contact gehad").is_visible()
    sam.page.reload()
    assert sam.page.get_by_text("contact gehad").is_visible()
    page.get_by_role("button", name="Stop mijn reactie").click()
    assert page.get_by_text("Uw naam en nummer zijn gewist.").is_visible()
