"""The places of what was found, in a list beside a map."""

import re

import pytest

from plein.kernel.geo import Point
from plein.tenants.models import Organisation
from plein.tenants.scope import within
from plein.webshop.actions.catalogue import admit_provider
from plein.webshop.actions.pinning import pin_place
from plein.webshop.actions.places import Spot, keep_place
from plein.webshop.models import ProviderKind
from tests.cast import NOON, TESTS
from tests.web.conftest import url
from tests.web.provider.conftest import BATH
from tests.webshop.conftest import YARA

MOST_QUERIES = 12  # and two that choose the municipality
IN_TOWN = Point(52.7921, 6.8857)


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    return grant_for(kindpakket, lina)


@pytest.fixture
def client(fatima, grant, swimming_lessons, signed_in):
    return signed_in(fatima)


def placed(provider, name, point=None, town="Emmen"):
    place = keep_place(provider, Spot(name, "Weg 1", "7811 AB", town, {}), by=YARA, at=NOON)
    if point:
        pin_place(place, point, by=TESTS, at=NOON)
    return place


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
    assert "mo-map__picture" not in page


def test_a_place_far_from_all_others_does_not_push_them_together(client, de_plons, bath):
    placed(de_plons, "Ver weg", Point(51.9607, 5.4221), town="Maurik")
    placed(de_plons, "Om de hoek", Point(52.79, 6.89))

    page = page_of(client)

    assert set(re.findall(r'id="punt-(\d)"', page)) == {"1", "2"}
    assert "Deze plek is te ver weg voor de kaart." in page
    assert "Ver weg" in page


def test_one_town_alone_is_chosen_and_drawn(client, de_plons, bath):
    placed(de_plons, "Ver weg", Point(51.9607, 5.4221), town="Maurik")

    page = page_of(client, bij="Maurik")

    assert "Ver weg" in page
    assert BATH.street not in page
    assert page.count('id="punt-') == 1
    assert 'aria-current="page">Maurik (1)' in page


def test_a_shop_without_a_place_is_named_with_its_products(client):
    page = page_of(client)

    assert "Ook gevonden, zonder plek op de kaart" in page
    assert "Zwembad De Plons" in page


def test_what_was_chosen_in_the_list_counts_on_the_map_too(client, bath, de_plons):
    assert 'id="plek-1"' in page_of(client, zoek="zwem")
    assert 'id="plek-1"' in page_of(client, winkel=str(de_plons.pk))
    assert "Geen plekken gevonden" in page_of(client, zoek="gitaar")


def test_the_shop_leads_to_the_map_and_back_with_the_same_choices(client, bath):
    shop = client.get(url("shop"), {"zoek": "zwem", "pagina": "1"}).content.decode()
    assert f'href="{url("shop-map")}?zoek=zwem"' in shop

    page = page_of(client, zoek="zwem", bij="Emmen")

    assert f'href="{url("shop")}?zoek=zwem"' in page
    assert f"{url('shop')}?zoek=zwem&amp;winkel={bath.provider_id}" in page


def test_a_place_of_a_shop_where_nothing_can_be_got_is_not_shown(client, emmen, bath):
    other = Organisation.objects.create(name="Fietsenmaker", kvk="90000002")
    bike = admit_provider(
        other, kind=ProviderKind.SHOP, iban="NL91ABNA0417164300", by=TESTS, at=NOON
    )
    placed(bike, "De fietsenmaker", IN_TOWN)

    assert "De fietsenmaker" not in page_of(client)


def test_a_place_in_another_municipality_is_not_shown(client, buren, de_plons, bath):
    with within(buren):
        there = admit_provider(
            de_plons.organisation,
            kind=ProviderKind.CLUB,
            iban="NL91ABNA0417164300",
            by=TESTS,
            at=NOON,
        )
        placed(there, "Het bad van Buren", Point(51.9107, 5.3338))

    page = page_of(client)

    assert "Het bad van Buren" not in page
    assert page.count('id="plek-') == 1


def test_a_page_shows_twenty_places_and_numbers_go_on_at_the_next(client, de_plons):
    for number in range(21):
        placed(de_plons, f"Plek {number:02}", Point(52.78 + number / 1000, 6.89))

    assert page_of(client).count('id="punt-') == 20
    assert 'id="punt-21"' in page_of(client, pagina="2")


def test_many_places_take_as_few_queries_as_one(client, de_plons, django_assert_max_num_queries):
    for number in range(30):
        placed(de_plons, f"Plek {number}", Point(52.78, 6.89))

    with django_assert_max_num_queries(MOST_QUERIES + 2):
        page_of(client)


def test_nothing_of_the_page_comes_from_elsewhere(client, bath):
    answer = client.get(url("shop-map"))

    found = re.findall(r'(?:src|href|action)="([a-z]+:)?//', answer.content.decode())
    assert found == []
    assert "default-src 'none'" in answer["Content-Security-Policy"] or (
        "default-src 'self'" in answer["Content-Security-Policy"]
    )


@pytest.mark.parametrize("asked", ["\0", "x" * 5_000, "<script>"])
def test_a_town_that_is_none_finds_nothing(client, bath, asked):
    answer = client.get(url("shop-map"), {"bij": asked})

    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode().replace("<script src", "")
