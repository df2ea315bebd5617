"""The host decides the municipality, and an unknown one shows nobody's."""

import pytest
from django.test import Client

from plein.tenants.models import Municipality


@pytest.fixture
def unknown(emmen):
    return Client(HTTP_HOST="emmen.voorbeeld.example").get("/")


def test_an_unknown_host_gets_a_plain_page(unknown):
    page = unknown.content.decode()

    assert unknown.status_code == 404
    assert "Dit adres kennen wij niet" in page
    assert "theme-emmen" not in page
    assert "14 0000" not in page


@pytest.mark.parametrize("host", ["EMMEN.localhost", "emmen.localhost:8000", "emmen.localhost:443"])
def test_a_host_is_known_in_capitals_and_with_a_port(emmen, host):
    assert "gemeente Emmen" in Client(HTTP_HOST=host).get("/").content.decode()


@pytest.mark.parametrize("host", ["", "emmen.localhost.evil.example", "emmen.localhost\\@x", "::1"])
def test_a_strange_host_is_nobody(emmen, host):
    assert Client(HTTP_HOST=host).get("/").status_code in (400, 404)


def test_each_municipality_has_its_own_colours_and_texts(emmen, buren):
    for municipality in (emmen, buren):
        client = Client(HTTP_HOST=municipality.host)
        assert f"theme-{municipality.slug}" in client.get("/").content.decode()
        theme = client.get(municipality.theme_url)
        assert f".theme-{municipality.slug}" in theme.content.decode()
        assert "immutable" in theme.headers["Cache-Control"]


def test_the_house_style_of_another_is_not_there(emmen, buren):
    assert Client(HTTP_HOST=emmen.host).get(buren.theme_url).status_code == 404


def test_a_municipality_without_a_shop_has_no_shop(emmen, fatima, signed_in):
    Municipality.objects.update(modules=[])
    client = signed_in(fatima)

    assert client.get("/winkel/").status_code == 404
    assert "Winkel" not in client.get("/overzicht/").content.decode()
