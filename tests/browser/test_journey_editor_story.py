"""Bas makes an aanvraag of a scheme, Wim publishes it, Fatima asks, and Buren takes one over."""

import pytest

from tests.browser.axe import problems_on
from tests.browser.filling_in import fill_in
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
MAKING = "/medewerkers/gemeente/maken/"
NAME = "Laptop voor school"


@pytest.fixture
def worker(visitor):
    return lambda name, **options: sign_in_to_work(visitor(**options), name, "medewerkers")


def follow(page, name):
    page.get_by_role("link", name=name).first.click()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()


def looked_at(page, name):
    assert problems_on(page, f"editor-{name}") == []


def test_a_scheme_becomes_an_aanvraag_within_minutes(worker, visitor):
    bas = worker("bas")
    page = bas.open(MAKING)
    looked_at(page, "lijst")
    follow(page, "Nieuwe aanvraag")
    page.get_by_label("Hoe heet de aanvraag?").fill(NAME)
    page.get_by_label("Voor welke regeling uit de winkel?").select_option(label="Kindpakket")
    looked_at(page, "nieuw")
    press(page, "Begin")
    looked_at(page, "concept")

    page.locator("button[name=vraag]").last.click()
    page.get_by_label("Sleutel", exact=True).first.fill("groep")
    page.get_by_label("Titel").fill("Waarvoor is de laptop nodig?")
    page.get_by_label("Soort").select_option("keuze")
    press(page, "Bewaar")
    assert page.get_by_text("Bij keuze horen twee of meer keuzes").first.is_visible()
    looked_at(page, "fout")
    page.get_by_label("Keuze 1: Sleutel").fill("school")
    page.get_by_label("Keuze 1: Tekst").fill("Voor school")
    page.get_by_label("Keuze 2: Sleutel").fill("huiswerk")
    page.get_by_label("Keuze 2: Tekst").fill("Voor huiswerk thuis")
    page.get_by_label("Soort").select_option("keuze")
    press(page, "Bewaar")
    assert page.get_by_text("Alles past. U kunt dit aanbieden.").is_visible()

    follow(page, "Bekijk als inwoner")
    looked_at(page, "voorbeeld")
    for field in page.locator("fieldset").all():
        field.locator("input").first.check()
    press(page, "Verder")
    assert page.get_by_text("Waarvoor is de laptop nodig?").is_visible()
    looked_at(page, "voorbeeld-slot")
    follow(page, f"Terug naar {NAME}")
    press(page, "Bied aan")
    assert page.get_by_text("Een collega die mag publiceren, moet dit doen.").is_visible()

    page = worker("wim").open(MAKING)
    follow(page, "aangeboden")
    looked_at(page, "aangeboden")
    press(page, "Publiceer")
    assert page.get_by_text("Inwoners kunnen dit vanaf nu aanvragen").is_visible()
    follow(page, "Bekijk de aanvraag")
    looked_at(page, "versies")

    resident = visitor(width=360)
    page = resident.sign_in_with_digid("Fatima")
    page = resident.open("/aanvragen/")
    page.get_by_role("link", name=NAME).first.click()
    fill_in(page)
    assert NAME in page.inner_text("main")


def test_it_is_written_without_scripts_too(worker):
    page = worker("bas", scripts=False, width=360).open(f"{MAKING}nieuw/")
    page.get_by_label("Hoe heet de aanvraag?").fill("Fiets")
    press(page, "Begin")
    page.locator("button[name=omlaag]").first.click()
    page.locator("button[name=nieuw][value=tasks]").click()
    page.get_by_label("Titel").fill("Stuur een foto van de fiets")
    page.get_by_label("Waarom").fill("Wij willen de fiets zien.")
    press(page, "Bewaar")

    assert page.get_by_text("Alles past. U kunt dit aanbieden.").is_visible()
    assert page.get_by_role("link", name="Stuur een foto van de fiets").is_visible()


def test_buren_takes_it_over_with_its_own_words(worker, visitor):
    page = worker("wim").open(f"{MAKING}van/individuele-inkomenstoeslag/")
    press(page, "Deel deze versie")
    with page.expect_download() as package:
        page.get_by_role("link", name="Bewaar als bestand").click(no_wait_after=True)
    file = {"name": "a.json", "mimeType": "application/json"}
    whole = package.value.path().read_bytes()

    bas = sign_in_to_work(visitor(width=360), "bas", "medewerkers", "buren")
    page = bas.open(f"{MAKING}overnemen/", "buren")
    page.get_by_label("Bestand van de andere gemeente").set_input_files(
        file | {"buffer": whole.replace(b"spaargeld", b"spaargeId", 1)}
    )
    press(page, "Lees in")
    assert page.get_by_text(
        "Dit bestand is veranderd nadat het werd ondertekend."
    ).first.is_visible()

    page.get_by_label("Bestand van de andere gemeente").set_input_files(file | {"buffer": whole})
    press(page, "Lees in")
    looked_at(page, "kenmerk")
    press(page, "Ja, het kenmerk klopt")
    looked_at(page, "overnemen")
    page.get_by_label("Onder welke sleutel staat deze aanvraag bij u?").fill("toeslag_buren")
    press(page, "Neem over als concept")
    follow(page, "Tot slot")
    page.get_by_label("Titel (Nederlands)").fill("Bijna klaar")
    press(page, "Bewaar")
    press(page, "Bied aan")

    page = bas.open(f"{MAKING}overnemen/", "buren")
    looked_at(page, "anderen")
    page.get_by_role("button", name="Bekijk").click()
    page.get_by_label("Onder welke sleutel staat deze aanvraag bij u?").fill("schuldhulpverlening")
    press(page, "Neem over als concept")
    assert page.get_by_text("Wat is er anders?").is_visible()
    looked_at(page, "verschil")
