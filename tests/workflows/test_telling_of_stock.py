"""What was sold out is there again: who asked hears of it once, and only who can buy it."""

from datetime import timedelta

import pytest

from plein.delivery.actions.contacts import accept_address
from plein.delivery.models import Delivery
from plein.delivery.notices import Notice
from plein.webshop.actions.catalogue import set_stock, withdraw_product
from plein.webshop.actions.ending import revoke_grant
from plein.webshop.actions.orders import cancel_line
from plein.webshop.actions.stock_wishes import (
    KEPT_DAYS,
    CannotBeTold,
    ask_for_word,
    ask_no_word,
    forget_stock_wishes,
)
from plein.webshop.models import StockWish
from plein.workflows.telling_of_stock import tell_of_stock
from tests.cast import NOON, TESTS, TODAY
from tests.webshop.conftest import (  # noqa: F401 - fixtures of the shop
    YARA,
    children_of,
    de_plons,
    grant_for,
    kindpakket,
    open_period,
    order,
    product_for,
)


@pytest.fixture
def mailed(fatima):
    accept_address(fatima, "fatima@inwoner.example", by=TESTS, at=NOON)
    Delivery.objects.all().delete()
    return fatima


@pytest.fixture
def grant(mailed, kindpakket, grant_for):
    return grant_for(kindpakket, children_of(mailed)[0])


@pytest.fixture
def sold_out(product_for, kindpakket):
    return product_for(kindpakket.scheme, stock=0)


@pytest.fixture
def asked(mailed, grant, sold_out):
    ask_for_word(mailed, sold_out.product, at=NOON)
    return sold_out.product


def told(days: int = 0) -> int:
    return tell_of_stock(TODAY + timedelta(days=days), at=NOON + timedelta(days=days))


def test_who_asked_hears_of_it_once(asked, mailed):
    assert told() == 0

    set_stock(asked, 3, by=YARA, at=NOON)

    assert [told(1), told(2)] == [1, 0]
    assert (Delivery.objects.get().notice, Delivery.objects.get().resident) == (
        Notice.STOCK,
        mailed,
    )


def test_what_somebody_else_cancels_is_told_as_well(mailed, grant, kindpakket, product_for):
    version = product_for(kindpakket.scheme, stock=1)
    line = order(mailed, (version, children_of(mailed)[0], grant)).lines.get()
    ask_for_word(mailed, version.product, at=NOON)
    assert told() == 0

    cancel_line(line, by=TESTS, at=NOON)

    assert told(1) == 1


def test_who_was_told_may_ask_again(asked, mailed):
    set_stock(asked, 3, by=YARA, at=NOON)
    told(1)
    set_stock(asked, 0, by=YARA, at=NOON)
    ask_for_word(mailed, asked, at=NOON + timedelta(days=2))
    assert told(2) == 0

    set_stock(asked, 1, by=YARA, at=NOON)

    assert told(3) == 1
    assert StockWish.objects.count() == 1


def test_two_things_in_one_night_are_one_word(asked, mailed, kindpakket, product_for):
    other = product_for(kindpakket.scheme, title="Badmuts", stock=0).product
    ask_for_word(mailed, other, at=NOON)
    for product in (asked, other):
        set_stock(product, 1, by=YARA, at=NOON)

    assert told(1) == 1


def test_who_has_no_budget_for_it_any_more_hears_nothing(asked, grant):
    revoke_grant(grant, by=TESTS, at=NOON)
    set_stock(asked, 3, by=YARA, at=NOON)

    assert told(1) == 0


def test_what_is_no_longer_sold_is_not_told(asked):
    set_stock(asked, 3, by=YARA, at=NOON)
    withdraw_product(asked, by=YARA, at=NOON)

    assert told(1) == 0


def test_who_would_rather_not_hears_nothing(asked, mailed):
    ask_no_word(mailed, asked)
    set_stock(asked, 3, by=YARA, at=NOON)

    assert told(1) == 0


def test_who_cannot_be_told_is_said_so(fatima, sold_out):
    with pytest.raises(CannotBeTold):
        ask_for_word(fatima, sold_out.product, at=NOON)


def test_after_90_days_it_is_dropped(asked):
    assert forget_stock_wishes(TODAY + timedelta(days=KEPT_DAYS)) == 0
    assert forget_stock_wishes(TODAY + timedelta(days=KEPT_DAYS + 1)) == 1
