"""Wim dresses Emmen: he looks first, and everybody sees it after he keeps it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
STYLE = "/medewerkers/gemeente/huisstijl/"
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><style>.a{fill:#0a5a9c}</style>'
    b'<rect class="a" width="90" height="30"/></svg>'
)


@pytest.fixture
def wim(visitor):
    """Wim, with the screen and the scripts a test gives him."""
    return lambda **options: sign_in_to_work(visitor(**options), "wim", "medewerkers")


def colour(page, selector: str, name: str = "backgroundColor") -> str:
    script = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"
    return page.evaluate(script, [selector, name])


@pytest.mark.parametrize("brand", ["#ffcc00", "#ffffff", "#000000"])
def test_any_colour_can_be_read_in_its_preview(wim, brand):
    page = wim().open(STYLE)
    page.get_by_label("Merkkleur").fill(brand)
    page.get_by_label("Accentkleur").fill("#00ff00")
    page.get_by_label("rond").check()
    page.get_by_role("button", name="Bekijk voorbeeld").click()
    page.get_by_text("Dit is nog niet bewaard.").wait_for()

    assert problems_on(page, f"huisstijl-{brand[1:]}") == []


def test_a_style_is_seen_first_and_kept_without_scripts(wim, visitor):
    page = wim(width=360, scripts=False).open(STYLE)
    page.get_by_label("Merkkleur").fill("#7a2350")

    page.get_by_role("button", name="Bekijk voorbeeld").click()
    page.get_by_text("Dit is nog niet bewaard.").wait_for()
    assert page.url.endswith("#voorbeeld")
    assert page.locator("head link[href*='/thema/']").count() == 1

    page.get_by_role("button", name="Bewaar").click()
    page.get_by_text("De huisstijl is veranderd").wait_for()

    assert colour(visitor().open("/"), ".mo-header", "borderTopColor") == "rgb(122, 35, 80)"
    assert colour(visitor().open("/", "buren"), ".mo-header", "borderTopColor") == (
        "rgb(138, 75, 8)"
    )


def test_the_preview_follows_while_somebody_chooses(wim):
    page = wim().open(STYLE)
    before = colour(page, "body > .mo-nav")

    page.get_by_label("Merkkleur").fill("#2c6e49")
    page.get_by_label("Merkkleur").blur()

    page.get_by_text("Witte letters op #2c6e49 zijn goed te lezen").wait_for()
    expect(page.locator(".mo-preview .mo-nav")).to_have_css("background-color", "rgb(44, 110, 73)")
    assert colour(page, "body > .mo-nav") == before


def test_a_logo_is_shown_on_every_page_with_words(wim, visitor):
    page = wim().open("/medewerkers/gemeente/logo/")
    page.get_by_label("Logo").set_input_files(
        {"name": "logo.svg", "mimeType": "image/svg+xml", "buffer": LOGO}
    )
    page.get_by_role("button", name="Bewaar het logo").click()

    anybody = visitor(width=320)
    logo = anybody.open("/").get_by_role("img", name=re.compile("Gemeente Emmen, naar de"))
    assert logo.evaluate("image => image.naturalWidth") > 0
    assert problems_on(anybody.page, "logo") == []
    assert anybody.open("/", "buren").locator(".mo-brand__image").count() == 0

    page.get_by_role("button", name="Haal het logo weg").click()
    assert anybody.open("/").locator(".mo-brand__image").count() == 0
