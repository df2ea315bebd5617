"""Kinds of a product each have their own pieces; a course has days and a last day to sign up."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from plein.ledger.refusals import KeyUsedForOther
from plein.webshop.actions.basket import put_in_basket
from plein.webshop.actions.orders import Choice, cancel_line, place_order
from plein.webshop.actions.reserving import SoldOut
from plein.webshop.actions.variants import (
    KindExists,
    keep_variant,
    rename_variant,
    stock_variant,
    withdraw_variant,
)
from plein.webshop.models import Fulfilment, OrderLine, ProductVersion, Variant
from plein.webshop.queries.basket import propose
from plein.webshop.queries.catalogue import on_sale
from plein.webshop.wishes import NotForSale, SignUpIsOver, VariantNotChosen
from tests.cast import NOON, TODAY
from tests.webshop.conftest import YARA, children_of, household

COURSE = {
    "fulfilment": Fulfilment.COURSE,
    "starts_on": date(2027, 3, 1),
    "ends_on": date(2027, 5, 31),
    "sign_up_until": TODAY,
}


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    return grant_for(kindpakket, lina, 100_000)


@pytest.fixture
def boots(product_for, kindpakket):
    return product_for(kindpakket.scheme, title="Laarzen", price=1_000)


@pytest.fixture
def size_34(boots) -> Variant:
    return keep_variant(boots.product, "Maat 34", 1, by=YARA, at=NOON)


@pytest.fixture
def size_36(boots) -> Variant:
    return keep_variant(boots.product, "Maat 36", None, by=YARA, at=NOON)


@pytest.fixture
def buy(fatima, lina, grant):
    def place(version, variant=None, key="order", number=1, at=NOON):
        choice = Choice(version.pk, lina.pk, grant.pk, variant.pk if variant else None)
        return place_order(
            [choice] * number,
            household=household(fatima),
            resident=fatima,
            key=key,
            by=fatima.actor,
            at=at,
        )

    return place


def test_a_kind_has_to_be_chosen(buy, boots, size_34):
    with pytest.raises(VariantNotChosen, match="Laarzen"):
        buy(boots)


def test_the_last_of_a_kind_goes_once_while_another_kind_goes_on(buy, boots, size_34, size_36):
    buy(boots, size_34)
    with pytest.raises(SoldOut):
        buy(boots, size_34, key="second")
    buy(boots, size_36, key="third", number=3)

    size_34.refresh_from_db()
    assert size_34.stock == 0


def test_two_who_want_the_last_of_a_kind_at_once(at_once, buy, boots, size_34):
    answers = at_once(
        [lambda key=key: buy(boots, size_34, key=key) for key in ("a", "b", "c", "d")]
    )

    assert [type(answer) for answer in answers].count(SoldOut) == 3
    assert Variant.objects.get(pk=size_34.pk).stock == 0


def test_a_cancelled_kind_is_on_its_own_shelf_again(buy, boots, size_34, size_36, fatima):
    placed = buy(boots, size_34)

    cancel_line(placed.lines.get(), by=fatima.actor, at=NOON)

    assert Variant.objects.get(pk=size_34.pk).stock == 1
    assert Variant.objects.get(pk=size_36.pk).stock is None


def test_a_double_click_with_another_kind_is_another_order(buy, boots, size_34, size_36):
    buy(boots, size_34)

    with pytest.raises(KeyUsedForOther):
        buy(boots, size_36)


def test_a_kind_that_was_withdrawn_or_is_of_another_product_is_not_sold(
    buy, boots, size_34, size_36, product_for, kindpakket
):
    gloves = product_for(kindpakket.scheme, title="Wanten", price=500)
    withdraw_variant(size_34, by=YARA, at=NOON)

    with pytest.raises(NotForSale):
        buy(boots, size_34)
    with pytest.raises(NotForSale):
        buy(gloves, size_36)


def test_the_database_keeps_no_negative_number(size_34):
    with pytest.raises(IntegrityError), transaction.atomic():
        Variant.objects.filter(pk=size_34.pk).update(stock=-1)


def test_names_of_kinds_differ(boots, size_34, size_36):
    with pytest.raises(KindExists):
        keep_variant(boots.product, "Maat 34", 1, by=YARA, at=NOON)
    with pytest.raises(KindExists):
        rename_variant(size_36, "Maat 34", by=YARA, at=NOON)


def test_what_has_no_kind_left_is_not_shown(lina, kindpakket, boots, size_34):
    assert on_sale([kindpakket.scheme_id], lina, TODAY).exists()

    stock_variant(size_34, 0, by=YARA, at=NOON)

    assert not on_sale([kindpakket.scheme_id], lina, TODAY).exists()


def test_a_basket_line_says_when_its_kind_is_gone(fatima, lina, grant, boots, size_34):
    put_in_basket(fatima, boots.product, lina, variant=size_34, at=NOON)
    (line,) = propose(fatima, [lina], [grant], TODAY)
    assert line.is_fine

    stock_variant(size_34, 0, by=YARA, at=NOON)

    (line,) = propose(fatima, [lina], [grant], TODAY)
    assert (line.lacks_kind, line.is_fine) == (True, False)


def test_one_can_sign_up_on_the_last_day_and_not_the_day_after(buy, lina, product_for, kindpakket):
    course = product_for(kindpakket.scheme, stock=5, **COURSE)
    buy(course)

    with pytest.raises(SignUpIsOver):
        buy(course, key="late", at=NOON + timedelta(days=1))
    assert on_sale([kindpakket.scheme_id], lina, TODAY).exists()
    assert not on_sale([kindpakket.scheme_id], lina, TODAY + timedelta(days=1)).exists()


def test_a_course_has_as_many_places_as_its_stock(buy, product_for, kindpakket):
    course = product_for(kindpakket.scheme, stock=1, **COURSE)
    buy(course)

    with pytest.raises(SoldOut):
        buy(course, key="second")


def test_the_code_of_a_course_works_until_it_is_over(buy, product_for, kindpakket):
    buy(product_for(kindpakket.scheme, **COURSE))

    assert OrderLine.objects.get().pickup.last_day == date(2027, 5, 31)


def test_the_database_wants_the_days_of_a_course(swimming_lessons):
    with pytest.raises(IntegrityError, match="course_has_days"), transaction.atomic():
        ProductVersion.objects.update(fulfilment="cursus")
