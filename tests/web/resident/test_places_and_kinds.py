"""Places with their hours, kinds and a refusal, as a resident meets them."""

import pytest

from plein.webshop.actions.order_desk import decline_line
from plein.webshop.actions.places import keep_place
from plein.webshop.actions.variants import keep_variant, stock_variant
from plein.webshop.models import BasketLine
from tests.cast import NOON
from tests.web.provider.conftest import BATH
from tests.webshop.conftest import YARA, children_of, order


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    return grant_for(kindpakket, lina)


@pytest.fixture
def client(fatima, grant, signed_in):
    return signed_in(fatima)


def test_places_stand_with_the_product_and_at_the_code(
    client, fatima, lina, grant, swimming_lessons, de_plons
):
    keep_place(de_plons, BATH, by=YARA, at=NOON)
    placed = order(fatima, (swimming_lessons, lina, grant))

    for address in (f"/winkel/{swimming_lessons.pk}/", f"/bestellingen/{placed.pk}/"):
        page = client.get(address).content.decode()
        assert "woensdag 09.00 tot 17.00 uur" in page, address


def test_a_kind_is_chosen_on_the_page_of_the_product(client, lina, swimming_lessons):
    kind = keep_variant(swimming_lessons.product, "Groep A", 1, by=YARA, at=NOON)
    add = f"/mandje/{swimming_lessons.pk}/erbij/"

    without = client.post(add, {"voor": [lina.pk]}, follow=True)
    assert "Kies welke soort u wilt" in without.content.decode()
    client.post(add, {"voor": [lina.pk], "soort": kind.pk})

    assert BasketLine.objects.get().variant == kind
    stock_variant(kind, 0, by=YARA, at=NOON)
    assert "Deze soort is op" in client.get("/mandje/").content.decode()


def test_a_refusal_is_read_with_its_reason(client, fatima, lina, grant, swimming_lessons):
    placed = order(fatima, (swimming_lessons, lina, grant))
    decline_line(placed.lines.get(), "De les gaat niet door.", by=YARA, at=NOON)

    page = client.get(f"/bestellingen/{placed.pk}/").content.decode()

    assert "De aanbieder schrijft: De les gaat niet door." in page
