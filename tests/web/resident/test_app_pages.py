"""What a telephone asks for: the same for everybody, and in the colours of the municipality."""

import json
from io import BytesIO

import pytest
from django.test import Client
from PIL import Image

from plein.web.app.icon import draw_icon
from tests.web.conftest import url


@pytest.fixture
def anybody(emmen):
    return Client(HTTP_HOST="emmen.localhost")


def test_the_manifest_names_the_municipality_and_its_icons_are_there(anybody, emmen):
    page = anybody.get(url("app-manifest"))
    manifest = page.json()

    assert page["Content-Type"] == "application/manifest+json"
    assert (manifest["name"], manifest["theme_color"]) == (
        "Mijn Overzicht – gemeente Emmen",
        emmen.brand_colour,
    )
    for icon in manifest["icons"]:
        picture = Image.open(BytesIO(anybody.get(icon["src"]).content))
        assert f"{picture.width}x{picture.height}" == icon["sizes"]


def test_a_shape_of_the_telephone_cuts_nothing_of_the_house():
    whole = Image.open(BytesIO(draw_icon("#2b4c6f", 192, maskable=True)))
    shield = Image.open(BytesIO(draw_icon("#2b4c6f", 192, maskable=False)))

    assert whole.getpixel((0, 0)) == (0x2B, 0x4C, 0x6F, 255)
    assert shield.getpixel((0, 0))[3] == 0
    assert whole.getpixel((96, 90))[:3] == shield.getpixel((96, 90))[:3] == (255, 255, 255)


@pytest.mark.parametrize("address", ["/app-icoon/any-64.png", "/app-icoon/other-192.png"])
def test_other_icons_are_not_drawn(anybody, address):
    assert anybody.get(address).status_code == 404


def test_the_page_without_a_connection_knows_nobody(anybody, fatima, signed_in):
    page = anybody.get(url("app-offline")).content

    assert b"U hebt nu geen internet" in page
    assert b'class="mo-nav"' not in page


def test_the_worker_keeps_files_of_the_build_and_one_page(anybody):
    script = anybody.get(url("app-worker"))

    assert script["Content-Type"].startswith("text/javascript")
    assert script["Cache-Control"] == "no-cache"
    first = script.content.decode().splitlines()[0]
    told = json.loads(first.removeprefix("Object.assign(self, ").removesuffix(");"))
    assert "/zonder-internet/" in told["SHELL"]
    assert told["START"] == "/overzicht/"
    assert not any("overzicht" in kept for kept in told["SHELL"])
