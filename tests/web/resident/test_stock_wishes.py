"""A product that is sold out says so, and offers one word when it is there again."""

import pytest

from plein.delivery.actions.contacts import accept_address
from plein.webshop.models import Product, StockWish, Variant
from tests.cast import NOON, TESTS
from tests.web.conftest import url


@pytest.fixture
def client(fatima, lina, kindpakket, grant_for, signed_in):
    accept_address(fatima, "fatima@inwoner.example", by=TESTS, at=NOON)
    grant_for(kindpakket, lina)
    return signed_in(fatima)


@pytest.fixture
def sold_out(product_for, kindpakket):
    return product_for(kindpakket.scheme, stock=0)


def words(page) -> str:
    return " ".join(page.content.decode().split())


def test_one_asks_and_changes_ones_mind(client, sold_out, fatima):
    page = words(client.get(url("product", sold_out.pk)))
    assert "Dit is nu op" in page
    assert "In mijn mandje" not in page

    page = words(client.post(url("stock-wish", sold_out.pk), follow=True))
    assert "U krijgt 1 bericht als dit er weer is." in page
    assert StockWish.objects.get().resident == fatima

    client.post(url("stock-wish", sold_out.pk), {"weg": "1"})
    assert not StockWish.objects.exists()


def test_who_cannot_be_told_hears_what_to_do_first(client, sold_out, fatima):
    fatima.contact.delete()

    page = words(client.post(url("stock-wish", sold_out.pk), follow=True))

    assert "Wij kunnen u nu geen bericht sturen." in page


def test_what_is_there_offers_no_such_thing(client, swimming_lessons):
    page = words(client.get(url("product", swimming_lessons.pk)))

    assert "Zeg het mij als het er weer is" not in page
    assert "In mijn mandje" in page


def test_with_kinds_it_is_sold_out_when_every_kind_is(client, swimming_lessons):
    small = Variant.objects.create(product=swimming_lessons.product, name="S", stock=0)
    large = Variant.objects.create(product=swimming_lessons.product, name="L", stock=1)
    assert "Dit is nu op" not in words(client.get(url("product", swimming_lessons.pk)))

    Variant.objects.filter(pk__in=[small.pk, large.pk]).update(stock=0)

    assert "Dit is nu op" in words(client.get(url("product", swimming_lessons.pk)))
    assert Product.objects.get().stock is None
