"""The places of what was found, in a list beside a map."""

from datetime import datetime

import pytest
from django.utils import timezone

from plein.kernel.clock import AMSTERDAM
from plein.kernel.geo import Point
from plein.tenants.models import Organisation
from plein.tenants.scope import within
from plein.webshop.actions.catalogue import admit_provider
from plein.webshop.actions.participation import admit_part
from plein.webshop.actions.pinning import pin_place
from plein.webshop.actions.places import Spot, keep_place
from plein.webshop.models import ProviderKind
from tests.cast import NOON, TESTS
from tests.web.conftest import url
from tests.web.provider.conftest import BATH
from tests.webshop.conftest import YARA

MOST_QUERIES = 12
IN_TOWN = Point(52.7921, 6.8857)


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    return grant_for(kindpakket, lina)


@pytest.fixture
def client(fatima, grant, swimming_lessons, signed_in):
    return signed_in(fatima)


@pytest.fixture
def bath(de_plons):
    place = keep_place(de_plons, BATH, by=YARA, at=NOON)
    pin_place(place, IN_TOWN, by=TESTS, at=NOON)
    return place


def page_of(client, **asked):
    return client.get(url("shop-map"), asked).content.decode()


def test_a_place_stands_in_the_list_and_on_the_map_with_one_number(client, bath):
    page = page_of(client)

    assert 'id="plek-1"' in page
    assert 'id="punt-1"' in page
    assert BATH.street in page
    assert "Bekijk 1 product" in page


def test_a_place_without_coordinates_stands_in_the_list_alone(client, de_plons):
    keep_place(de_plons, BATH, by=YARA, at=NOON)

    page = page_of(client)

    assert 'id="plek-1"' in page
    assert "Deze plek staat niet op de kaart." in page
    assert '<svg class="mo-map' not in page


def test_a_shop_without_a_place_is_named_with_its_products(client):
    page = page_of(client)

    assert "Ook gevonden, zonder plek op de kaart" in page
    assert "Zwembad De Plons" in page


def test_what_was_chosen_in_the_list_counts_on_the_map_too(client, bath):
    assert 'id="plek-1"' in page_of(client, zoek="zwem")
    assert "Geen plekken gevonden" in page_of(client, zoek="gitaar")
