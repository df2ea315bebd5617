"""Every page of a resident: for everybody, on every screen, also without scripts."""

import pytest

from tests.browser.conftest import axe_finds, scrolls_sideways

pytestmark = pytest.mark.browser
PAGES = [
    "/overzicht/",
    "/winkel/",
    "/winkel/?zoek=xyz",
    "/mandje/",
    "/bestellingen/",
    "/gegevens/",
    "/gegevens/wie-keek/",
    "/privacy/",
    "/toegankelijkheid/",
    "/hulp/",
    "/is-er-niet/",
]


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visitor, width):
    fatima = visitor(width=width)
    fatima.page.set_viewport_size({"width": width, "height": 6000})
    assert axe_finds(fatima.open("/")) == []
    fatima.sign_in_with_digid("Fatima")

    for path in PAGES:
        page = fatima.open(path)
        assert axe_finds(page) == [], path
        assert not scrolls_sideways(page), path


def test_a_resident_orders_for_two_children_without_scripts(visitor):
    fatima = visitor(width=360, scripts=False)
    page = fatima.sign_in_with_digid("Fatima")

    fatima.open("/winkel/?zoek=rugzak")
    page.locator(".mo-product a").first.click()
    boxes = page.get_by_role("checkbox")
    for index in range(boxes.count()):
        boxes.nth(index).check()
    page.get_by_role("button", name="In mijn mandje").click()
    page.get_by_role("link", name="Naar controleren").click()
    page.get_by_role("button", name="Bestel").click()

    assert page.get_by_role("heading", level=1).inner_text() == "Uw bestelling is gelukt"
    assert page.locator(".mo-code__letters").inner_text().count("-") == 1


@pytest.mark.parametrize("slug", ["coevorden", "borger-odoorn", "buren"])
def test_every_house_style_is_readable(visitor, slug):
    anybody = visitor(width=360)
    anybody.page.set_viewport_size({"width": 360, "height": 6000})

    assert axe_finds(anybody.open("/", slug)) == []


def test_the_front_page_shows_who_one_can_be(visitor):
    anybody = visitor()
    page = anybody.page
    page.set_viewport_size({"width": 1280, "height": 6000})
    page.goto(f"http://localhost:{anybody.site.port}/")

    assert axe_finds(page) == []
    assert page.get_by_text("Katja").first.is_visible()
