"""Somebody looks up what to do after a move: without signing in, on each screen, in Arabic too."""

import re

import pytest

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser


def test_from_the_welcome_page_to_a_text(visitor):
    reader = visitor(width=360)
    page = reader.open("/")
    page.get_by_role("link", name="Kijk bij informatie").click()
    assert problems_on(page, "informatie") == []

    page.get_by_role("link", name="Verhuizen").click()
    page.get_by_label("Op welke dag verhuist u?").fill("26-2-2027")
    page.get_by_role("button", name="Toon de datums").click()
    assert page.get_by_text("Tot en met woensdag 3 maart 2027").is_visible()
    assert page.url.endswith("/informatie/verhuizen/")
    assert problems_on(page, "informatie-tijdlijn") == []

    page.get_by_role("link", name="Geef uw nieuwe adres door").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Geef uw nieuwe adres door"
    assert page.get_by_text("Wet basisregistratie personen art. 2.39").is_visible()
    assert problems_on(page, "informatie-tekst") == []
    assert reader.complaints == []


def test_without_scripts_a_text_is_found_and_a_wrong_day_is_told(visitor):
    reader = visitor(width=320, scripts=False)
    page = reader.open("/informatie/")
    page.get_by_label("Zoek in de teksten").fill("kinderen bijslag")
    page.get_by_role("button", name="Zoek").click()
    page.get_by_role("link", name=re.compile("kinderbijslag", re.IGNORECASE)).first.click()
    assert page.get_by_role("heading", name="Wat doet u?").is_visible()

    page = reader.open("/informatie/aow/")
    page.get_by_label("Op welke dag krijgt u AOW?").fill("31-2-2027")
    page.get_by_role("button", name="Toon de datums").click()

    assert page.get_by_text("Deze datum kennen wij niet.").first.is_visible()
    assert page.get_by_role("link", name="Vraag uw AOW op tijd aan").is_visible()


def test_in_arabic_the_pages_turn(visitor):
    reader = visitor(width=360)
    page = reader.open("/informatie/")
    page.get_by_role("button", name="العربية").click()

    for name, path in (
        ("begin", ""),
        ("weken", "nieuw-in-nederland/"),
        ("huisarts", "nieuw-in-nederland/nieuw-huisarts/"),
        ("bijstand", "nieuw-in-nederland/nieuw-bijstand/"),
        ("schuld", "schulden/hulp-bij-schulden/"),
    ):
        assert problems_on(reader.open(f"/informatie/{path}"), f"ar-informatie-{name}") == []
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("article").first.get_attribute("dir") == "rtl"


def reading_arabic(reader, path):
    page = reader.open("/informatie/")
    page.get_by_role("button", name="العربية").click()
    return reader.open(path)


def test_on_a_wide_screen_dutch_stands_beside_arabic(visitor):
    page = reading_arabic(visitor(), "/informatie/nieuw-in-nederland/nieuw-bijstand/")

    arabic, dutch = page.locator("article").first, page.locator("article[lang=nl]")
    assert dutch.get_by_role("heading", name="Wat doet u?").is_visible()
    assert not page.get_by_text("اقرأ هذا بالهولندية أيضاً").is_visible()
    ours, theirs = arabic.bounding_box(), dutch.bounding_box()
    assert theirs["x"] + theirs["width"] <= ours["x"]  # Arabic begins on the right
    assert theirs["y"] == ours["y"]


def test_on_a_phone_dutch_is_one_tap_away_also_without_scripts(visitor):
    reader = visitor(width=360, scripts=False)
    page = reading_arabic(reader, "/informatie/nieuw-in-nederland/nieuw-huisarts/")
    dutch = page.locator("article[lang=nl]").get_by_text("Bel een huisarts in de buurt.")
    assert not dutch.is_visible()

    page.get_by_text("اقرأ هذا بالهولندية أيضاً").click()

    assert dutch.is_visible()
    page = reader.open("/informatie/nieuw-in-nederland/")
    page.locator("summary").first.click()
    assert page.locator("[lang=nl]", has_text="Geld om van te leven").first.is_visible()


VOICES = """
    window.heard = [];
    const voices = [{lang: "ar-SA"}, {lang: "nl-NL"}];
    Object.defineProperty(window, "speechSynthesis", {value: {
        speaking: false, getVoices: () => voices, cancel() {}, addEventListener() {},
        speak: (part) => window.heard.push([part.lang, part.text]),
    }});
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


@pytest.mark.parametrize(("width", "hears_dutch"), [(1280, True), (360, False)])
def test_each_language_is_read_aloud_by_its_own_voice(visitor, width, hears_dutch):
    reader = visitor(width=width)
    reader.page.add_init_script(VOICES)
    page = reading_arabic(reader, "/informatie/nieuw-in-nederland/nieuw-huisarts/")

    page.locator("[data-read-aloud]").click()

    heard = page.evaluate("window.heard")
    arabic = " ".join(words for language, words in heard if language == "ar-SA")
    dutch = " ".join(words for language, words in heard if language == "nl-NL")
    assert "ابحث عن طبيب أسرة" in arabic
    assert "Bel een huisarts in de buurt." not in arabic
    assert ("Bel een huisarts in de buurt." in dutch) is hears_dutch


def test_staff_see_how_fresh_the_texts_are(visitor):
    wim = sign_in_to_work(visitor(), "wim", "medewerkers")

    page = wim.open("/medewerkers/gemeente/informatie/")

    assert page.get_by_role("heading", level=1).inner_text() == "Teksten"
    assert problems_on(page, "teksten") == []
