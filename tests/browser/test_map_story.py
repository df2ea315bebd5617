"""Where can I go with my budget? A list beside a map, without scripts and on the smallest phone."""

import pytest

from tests.browser.axe import problems_on
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser
BUTTON = "Laat zien hoe ver het van huis is"


def opens_the_map(resident: Visitor, name: str):
    page = resident.sign_in_with_digid(name)
    resident.open("/winkel/?zoek=")
    page.get_by_role("link", name="Bekijk op de kaart waar dit is").click()
    page.get_by_role("heading", level=1, name="Waar kunt u terecht?").wait_for()
    return page


def test_fatima_finds_the_nearest_pool_by_its_number(visitor):
    fatima = visitor(width=360)
    page = opens_the_map(fatima, "Fatima")
    heard = []
    page.on("request", lambda request: heard.append(request.url))
    assert problems_on(page, "winkel-kaart") == []

    page.get_by_role("button", name=BUTTON).click()
    page.get_by_role("button", name="Verberg de afstand").wait_for()
    first = page.get_by_role("list", name="Plekken").get_by_role("listitem").first
    assert first.get_by_role("heading", name="Zwembad De Plons").is_visible()
    assert first.get_by_text("minder dan 1 kilometer van huis").is_visible()
    assert problems_on(page, "winkel-kaart-met-afstand") == []

    page.get_by_role("link", name="Emmen (7)").click()
    page.get_by_text("7 plekken gevonden").wait_for()
    assert problems_on(page, "winkel-kaart-van-emmen") == []
    page.get_by_role("link", name="1, Zwembad De Plons").click()
    assert page.url.endswith("#plek-1")

    first.get_by_role("link", name="Bekijk 1 product").click()
    assert page.get_by_text("1 product gevonden").is_visible()
    assert {url.split("/")[2] for url in heard} == {page.url.split("/")[2]}
    assert fatima.complaints == []


def test_the_map_works_without_scripts(visitor):
    fatima = visitor(width=360, scripts=False)
    page = opens_the_map(fatima, "Fatima")

    page.get_by_role("button", name=BUTTON).click()

    assert page.get_by_text("kilometer van huis").first.is_visible()
    page.get_by_role("link", name="Naar de kaart").click()
    assert page.locator("#punt-1").is_visible()
    page.get_by_role("button", name="Verberg de afstand").click()
    assert page.get_by_text("kilometer van huis").count() == 0


def test_piet_who_lives_in_secret_sees_the_map_and_no_distance(visitor):
    piet = visitor(width=1280)
    page = opens_the_map(piet, "Heeft schulden en een bewindvoerder")

    page.get_by_role("button", name=BUTTON).click()

    assert page.get_by_text("Wij kunnen niet laten zien hoe ver het is.").is_visible()
    assert page.locator(".mo-map__home").count() == 0
    assert page.locator("#punt-1").is_visible()
    assert problems_on(page, "winkel-kaart-geheim") == []
