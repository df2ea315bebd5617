"""A house style is seen and measured first, and kept when somebody says so."""

import re
from urllib.parse import quote

import pytest
from django.test import Client

from plein.tenants.models import Municipality
from tests.web.desk.municipality.conftest import STYLE, acts, html, url

SHEET = re.compile(r'href="(/medewerkers/gemeente/huisstijl/voorbeeld-\w+\.css[^"]*)"')


def test_a_preview_shows_the_style_and_keeps_nothing(desk, emmen):
    page = desk.post(url("desk-style"), STYLE | {"voorbeeld": ""})

    sheet = desk.get(SHEET.search(html(page))[1].replace("&amp;", "&"))
    assert page.status_code == 200
    assert "Dit is nog niet bewaard." in html(page)
    assert "Witte letters op #7a2350 zijn goed te lezen" in html(page)
    assert sheet.headers["Content-Type"] == "text/css; charset=utf-8"
    assert html(sheet).startswith(".theme--voorbeeld{")
    assert "--basis-color-accent-1-inverse-bg-default:#7a2350;" in html(sheet)
    emmen.refresh_from_db()
    assert (emmen.brand_colour, acts()) == ("#0a5a9c", [])


def test_no_page_has_a_style_of_its_own(desk):
    page = html(desk.post(url("desk-style"), STYLE | {"voorbeeld": ""}))

    assert not re.search(r"<style|\sstyle=|<script(?![^>]+src=)", page)


@pytest.mark.parametrize(
    "change",
    [
        lambda address: address.replace("%237a2350", "%237a2351"),
        lambda address: address.replace("%237a2350", quote("red;}body{display:none")),
        lambda address: address.split("?")[0],
        lambda address: address.replace("corners=rond", "corners=vierkant"),
    ],
)
def test_a_stylesheet_that_is_not_what_its_address_says_is_not_there(desk, change):
    page = html(desk.post(url("desk-style"), STYLE | {"voorbeeld": ""}))
    address = SHEET.search(page)[1].replace("&amp;", "&")

    assert desk.get(address).status_code == 200
    assert change(address) != address
    assert desk.get(change(address)).status_code == 404


def test_a_style_that_is_kept_is_on_every_page_of_emmen_and_none_of_buren(desk, emmen, buren):
    before = buren.theme_css

    done = desk.post(url("desk-style"), STYLE | {"bewaar": ""}, follow=True)

    emmen.refresh_from_db()
    assert "De huisstijl is veranderd" in html(done)
    assert (emmen.brand_colour, emmen.corners) == ("#7a2350", "rond")
    assert emmen.theme_url in html(Client(HTTP_HOST=emmen.host).get("/"))
    assert acts() == ["tenants.style.changed"]
    buren.refresh_from_db()
    assert buren.theme_css == before


def test_a_word_is_no_colour_and_what_was_typed_stays(desk, emmen):
    typed = STYLE | {"brand": "blauw", "action": "#12", "letter": "atkinson", "bewaar": ""}

    page = desk.post(url("desk-style"), typed)

    assert page.status_code == 422
    assert "Merkkleur: “blauw” is geen kleur. Schrijf een kleur als #0a5a9c." in html(page)
    assert "Actiekleur: “#12” is geen kleur." in html(page)
    assert 'value="blauw"' in html(page)
    assert re.search(r'value="atkinson"[^>]* checked', html(page))
    emmen.refresh_from_db()
    assert (emmen.brand_colour, acts()) == ("#0a5a9c", [])


@pytest.mark.parametrize("group", ["accent-1", "action-1", "accent-2"])
def test_a_colour_that_an_own_token_makes_unreadable_is_named(desk, emmen, group):
    token = f"--basis-color-{group}-color-default"
    Municipality.objects.filter(pk=emmen.pk).update(tokens={token: "#ffff00"})
    field = {"accent-1": "brand", "action-1": "action", "accent-2": "accent"}[group]

    page = desk.post(url("desk-style"), STYLE | {"accent": "#2c6e49", "bewaar": ""})

    assert page.status_code == 422
    assert "niet goed te zien" in page.context["form"].errors[field][0]
    assert "Kies een kleur die meer verschilt" in html(page)
    assert 'value="#7a2350"' in html(page)
    assert acts() == []


@pytest.mark.parametrize("typed", ["7A2350", " #7a2350 ", "#7A2350"])
def test_a_colour_is_read_as_people_write_it(desk, emmen, typed):
    desk.post(url("desk-style"), STYLE | {"brand": typed, "bewaar": ""})

    emmen.refresh_from_db()
    assert emmen.brand_colour == "#7a2350"


def test_own_tokens_stay_when_a_colour_changes(desk, emmen):
    tokens = {"--basis-border-radius-sm": "2px"}
    Municipality.objects.filter(pk=emmen.pk).update(tokens=tokens)

    desk.post(url("desk-style"), STYLE | {"bewaar": ""})

    emmen.refresh_from_db()
    assert emmen.tokens == tokens
    assert "--basis-border-radius-sm:2px;" in emmen.theme_css


def test_with_scripts_only_the_preview_comes_back(desk):
    page = desk.post(url("desk-style"), STYLE, HTTP_HX_REQUEST="true")
    wrong = desk.post(url("desk-style"), STYLE | {"brand": "x"}, HTTP_HX_REQUEST="true")

    assert "<html" not in html(page)
    assert SHEET.search(html(page))
    assert wrong.status_code == 422
    assert "Merkkleur: “x” is geen kleur" in html(wrong)
