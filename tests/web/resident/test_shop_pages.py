import pytest
from django.urls import reverse

from tests.webshop.conftest import *  # noqa: F403
from tests.webshop.conftest import children_of, order

URLS = "plein.web.resident.urls"


def url(name, *args):
    return reverse(name, URLS, args=args)


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


def test_every_page_of_the_shop_opens(
    fatima, lina, kindpakket, swimming_lessons, grant_for, signed_in
):
    grant = grant_for(kindpakket, lina)
    placed = order(fatima, (swimming_lessons, lina, grant))
    client = signed_in(fatima)
    client.post(url("basket-add", swimming_lessons.pk), {"voor": str(lina.pk)})

    for name, *args in (
        ("overview",),
        ("shop",),
        ("product", swimming_lessons.pk),
        ("basket",),
        ("check",),
        ("orders",),
        ("order", placed.pk),
        ("order-done", placed.pk),
        ("my-data",),
        ("who-looked",),
        ("privacy",),
        ("accessibility",),
        ("help",),
    ):
        response = client.get(url(name, *args))
        assert response.status_code == 200, name
