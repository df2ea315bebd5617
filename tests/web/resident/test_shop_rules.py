"""What the rules of a scheme mean for the shop of a resident: said before somebody orders."""

from types import SimpleNamespace

import pytest

from plein.gateways.checkout.types import State
from plein.webshop import mail
from plein.webshop.actions import paying
from plein.webshop.actions.limits import Limit, add_limit, group_named, put_in_group
from plein.webshop.actions.paying import hear_of
from plein.webshop.actions.waiting import put_on_waiting_list
from plein.webshop.models import (
    AssortmentEntry,
    BlockReason,
    Grant,
    GrantStatus,
    LimitScope,
    LimitWindow,
    Order,
    Scheme,
)
from tests.cast import NOON, TESTS
from tests.web.conftest import url
from tests.web.resident.test_ordering import form_of
from tests.webshop.conftest import household

RULE = "Zwemles: hoogstens 1 per persoon"


@pytest.fixture
def client(fatima, signed_in):
    return signed_in(fatima)


@pytest.fixture
def granted(lina, kindpakket, grant_for, swimming_lessons):
    return grant_for(kindpakket, lina)


@pytest.fixture
def once(kindpakket, swimming_lessons, bas):
    """Swimming lessons once per person."""
    put_in_group([swimming_lessons.product_id], group_named("Zwemles"), by=bas, at=NOON)
    limit = Limit(group="Zwemles", scope=LimitScope.MEMBER, window=LimitWindow.ONCE, most=1)
    return add_limit(kindpakket.scheme, limit, by=bas, at=NOON)


@pytest.fixture
def sent(monkeypatch):
    """The confirmations that were promised."""
    orders: list[str] = []
    task = SimpleNamespace(enqueue=lambda municipality, order: orders.append(order))
    monkeypatch.setattr(mail, "send_confirmation", task)
    return orders


def page(client, name, *args):
    return client.get(url(name, *args)).content.decode()


def put(client, version, member):
    client.post(url("basket-add", version.pk), {"voor": str(member.pk)})


def test_the_product_says_which_rule_counts(client, granted, swimming_lessons, once):
    assert f"De regel: {RULE}" in page(client, "product", swimming_lessons.pk)


def test_a_rule_of_other_products_is_not_said(client, granted, product_for, kindpakket, once):
    other = product_for(kindpakket.scheme, title="Judo")

    assert "De regel:" not in page(client, "product", other.pk)


def test_the_basket_says_what_a_rule_refuses_and_cannot_be_ordered(
    client, granted, lina, swimming_lessons, once
):
    put(client, swimming_lessons, lina)
    assert "De regel is" not in page(client, "basket")
    client.post(url("place-order"), form_of(client.get(url("check"))))
    put(client, swimming_lessons, lina)

    shown = page(client, "basket")

    assert f"Dit kan niet meer. De regel is: {RULE}" in shown
    assert "Naar controleren" not in shown
    assert client.get(url("check")).url == url("basket")


def test_two_pieces_where_one_is_the_rule_are_refused_before_ordering(
    client, granted, lina, fatima, swimming_lessons, once
):
    put(client, swimming_lessons, lina)
    fatima.basket.update(pieces=2)

    assert "De regel is" in page(client, "basket")


def test_the_basket_with_rules_stays_within_its_queries(
    client, granted, lina, swimming_lessons, once, django_assert_max_num_queries
):
    put(client, swimming_lessons, lina)
    client.get(url("basket"))

    with django_assert_max_num_queries(15):
        client.get(url("basket"))


def test_a_budget_that_stands_still_says_why(client, granted):
    Grant.objects.update(status=GrantStatus.BLOCKED, blocked_because=BlockReason.LOST)

    assert "Staat nu stil: iemand anders heeft misschien uw code" in page(client, "shop")


def test_who_waits_for_money_reads_since_when(client, fatima, kindpakket):
    place = {"cents": 10_000, "reference": "W-1", "by": TESTS, "at": NOON}
    put_on_waiting_list(kindpakket, household(fatima), None, **place)

    assert "U staat op de wachtlijst van Kindpakket sinds" in page(client, "shop")


def test_a_neighbour_reads_nothing_of_that_place(fatima, neighbours, kindpakket, signed_in):
    place = {"cents": 10_000, "reference": "W-1", "by": TESTS, "at": NOON}
    put_on_waiting_list(kindpakket, household(fatima), None, **place)

    assert "wachtlijst" not in page(signed_in(neighbours(1)[0]), "shop")


def test_the_overview_counts_in_points_where_the_scheme_does(client, granted):
    Scheme.objects.update(cents_per_point=100)

    assert "250 punten" in page(client, "overview")


def test_a_confirmation_waits_for_the_own_share(
    client, granted, lina, swimming_lessons, sent, monkeypatch
):
    AssortmentEntry.objects.update(own_share=1_000)
    provider = SimpleNamespace(
        create=lambda *_a, **_k: SimpleNamespace(id="tr_1", page_url="https://betaal.example/1"),
        find=lambda _reference: SimpleNamespace(state=State.PAID, cents=1_000),
    )
    monkeypatch.setattr(paying, "checkout", lambda: provider)
    put(client, swimming_lessons, lina)
    form = form_of(client.get(url("check"))) | {"email": "fatima@inwoner.example"}
    client.post(url("place-order"), form)
    placed = Order.objects.get()
    assert sent == []

    hear_of(placed.payments.get(), at=NOON)
    hear_of(placed.payments.get(), at=NOON)

    assert sent == [str(placed.pk)]


def test_a_confirmation_without_own_share_goes_at_once(
    client, granted, lina, swimming_lessons, sent
):
    put(client, swimming_lessons, lina)
    form = form_of(client.get(url("check"))) | {"email": "fatima@inwoner.example"}

    client.post(url("place-order"), form)

    assert sent == [str(Order.objects.get().pk)]
