"""Bestellingen, as a provider works through them; part delivery at the till; kinds on a page."""

import pytest

from plein.webshop.actions.order_desk import set_checks_orders
from plein.webshop.models import Fulfilment, LineStatus, OrderLine, Variant
from tests.cast import NOON
from tests.web.provider.conftest import EMAIL, url
from tests.webshop.conftest import YARA, order


@pytest.fixture
def waiting(de_plons, ordered):
    set_checks_orders(de_plons, True, by=YARA, at=NOON)
    return ordered().lines.get()


def statuses() -> set[str]:
    return set(OrderLine.objects.values_list("status", flat=True))


def test_an_order_is_confirmed_and_marked_as_delivered(till, waiting):
    page = till.get(url("provider-orders"), {"stand": "wacht"}).content.decode()
    assert waiting.order.number in page

    till.post(url("provider-order", waiting.pk), {"act": "accept"})
    till.post(url("provider-order", waiting.pk), {"act": "deliver"})

    assert statuses() == {LineStatus.HANDED_OVER}
    assert (
        waiting.order.number in till.get(url("provider-orders") + "?stand=klaar").content.decode()
    )
    assert waiting.order.number not in till.get(url("provider-orders")).content.decode()


def test_a_refusal_without_a_reason_is_said(till, waiting):
    page = till.post(url("provider-order", waiting.pk), {"act": "decline"}, follow=True)
    assert "Schrijf op waarom" in page.content.decode()
    assert statuses() == {LineStatus.RESERVED}

    till.post(url("provider-order", waiting.pk), {"act": "decline", "reason": "Het is op."})

    assert statuses() == {LineStatus.REFUSED}


def test_the_file_holds_orders_and_nobody(till, ordered):
    ordered(3)

    sheet = till.get(url("provider-orders-sheet"), {"stand": "alles"}).content.decode()

    assert sheet.count("Zwemles") == 3
    assert not [name for name in ("Fatima", "Lina", EMAIL) if name in sheet]


def test_an_order_of_another_shop_is_not_found(mo, waiting):
    address = url("provider-order", waiting.pk)

    assert mo.get(address).status_code == 404
    assert mo.post(address, {"act": "decline", "reason": "x"}).status_code == 404
    assert statuses() == {LineStatus.RESERVED}


def test_more_orders_ask_no_more_queries(till, ordered, django_assert_max_num_queries):
    for number in range(3):
        ordered(2, key=f"order-{number}")

    with django_assert_max_num_queries(12):
        till.get(url("provider-orders"))
    with django_assert_max_num_queries(9):
        till.get(url("provider-orders-sheet"))


def test_looking_first_is_switched_on_and_off(till, de_plons):
    for given, expected in (({"on": "1"}, True), ({"off": "1"}, False)):
        till.post(url("provider-checks"), given)
        de_plons.refresh_from_db()
        assert de_plons.checks_orders is expected


def test_a_part_is_handed_over_at_the_till(
    till, fatima, lina, grant, swimming_lessons, product_for, kindpakket
):
    shirt = product_for(kindpakket.scheme, title="Shirt", fulfilment=Fulfilment.PICKUP)
    placed = order(fatima, (swimming_lessons, lina, grant), (shirt, lina, grant))
    pickup, part = placed.pickups.get(), placed.lines.get(version=shirt)
    assert str(part.pk) in till.get(url("till-pickup", pickup.pk)).content.decode()

    till.post(url("till-give", pickup.pk), {"kiest": "1", "regels": [str(part.pk)]})
    assert OrderLine.objects.get(status=LineStatus.HANDED_OVER) == part

    till.post(url("till-give", pickup.pk), {})
    assert statuses() == {LineStatus.HANDED_OVER}


@pytest.mark.parametrize("lines", [[], ["nonsens"], ["x" * 36]])
def test_with_nothing_ticked_nothing_is_handed_over(till, ordered, lines):
    pickup = ordered(2)

    till.post(url("till-give", pickup.pk), {"kiest": "1", "regels": lines})

    assert statuses() == {LineStatus.RESERVED}


def test_kinds_are_added_counted_and_taken_away(till, swimming_lessons):
    page = url("provider-kinds", swimming_lessons.product_id)
    till.post(page, {"nieuw0-name": "Maat 34", "nieuw0-stock": "2", "nieuw1-name": "Maat 36"})
    small, large = Variant.objects.all()
    assert [(kind.name, kind.stock) for kind in (small, large)] == [
        ("Maat 34", 2),
        ("Maat 36", None),
    ]

    till.post(
        page,
        {f"{small.pk}-name": "Maat 35", f"{small.pk}-stock": "2", f"initial-{small.pk}-stock": "2"},
    )

    small.refresh_from_db()
    large.refresh_from_db()
    assert (small.name, small.stock, large.is_withdrawn) == ("Maat 35", 2, True)


def test_two_kinds_of_one_name_are_refused_together(till, swimming_lessons):
    page = url("provider-kinds", swimming_lessons.product_id)

    answer = till.post(page, {"nieuw0-name": "Maat 34", "nieuw1-name": "Maat 34"})

    assert answer.status_code == 422
    assert not Variant.objects.exists()
