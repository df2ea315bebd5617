"""A product in versions: offered, reviewed, changed, and only sold as approved."""

import pytest
from django.db import IntegrityError, transaction

from plein.webshop.actions.catalogue import Offer, change_product, offer_product, set_stock
from plein.webshop.actions.participation import admit_part
from plein.webshop.actions.reviewing import (
    AlreadyReviewed,
    NoReasonGiven,
    NoSchemeChosen,
    approve_product,
    reject_product,
)
from plein.webshop.models import Category, Fulfilment, Product, ProductVersion, VersionStatus
from plein.webshop.wishes import NotForSale
from tests.cast import NOON, TESTS
from tests.webshop.conftest import YARA, children_of, order


def offer(**changes) -> Offer:
    standard = {
        "title": "Zwemles",
        "description": "Leer zwemmen.",
        "category": Category.SPORT,
        "price": 9_500,
        "fulfilment": Fulfilment.VOUCHER,
    }
    return Offer(**(standard | changes))


@pytest.fixture
def waiting(de_plons, kindpakket) -> ProductVersion:
    admit_part(de_plons, kindpakket.scheme, by=TESTS, at=NOON)
    return offer_product(de_plons, offer(), by=YARA, at=NOON)


def statuses(product: Product) -> list[str]:
    return list(product.versions.order_by("number").values_list("status", flat=True))


def test_a_product_is_not_sold_before_it_is_approved(fatima, kindpakket, waiting, grant_for):
    lina = children_of(fatima)[0]
    waiting.product.assortment.create(scheme=kindpakket.scheme)

    with pytest.raises(NotForSale):
        order(fatima, (waiting, lina, grant_for(kindpakket, lina)))


def test_a_change_waits_while_the_approved_version_goes_on_selling(
    fatima, kindpakket, swimming_lessons, grant_for
):
    lina = children_of(fatima)[0]
    changed = change_product(swimming_lessons.product, offer(price=8_000), by=YARA, at=NOON)

    placed = order(fatima, (swimming_lessons, lina, grant_for(kindpakket, lina)))

    assert changed.status == VersionStatus.SUBMITTED
    assert placed.lines.get().price == 9_500


def test_an_approved_change_replaces_what_was_for_sale(kindpakket, swimming_lessons, bas):
    product = swimming_lessons.product
    changed = change_product(product, offer(price=8_000), by=YARA, at=NOON)

    approve_product(changed, [kindpakket.scheme], by=bas, at=NOON)

    assert statuses(product) == [VersionStatus.REPLACED, VersionStatus.APPROVED]


def test_a_rejected_change_leaves_the_old_version_for_sale(swimming_lessons, bas, posted):
    product = swimming_lessons.product
    changed = change_product(product, offer(price=1), by=YARA, at=NOON)

    reject_product(changed, " Prijs klopt niet. ", by=bas, at=NOON)

    changed.refresh_from_db()
    assert changed.review_note == "Prijs klopt niet."
    assert statuses(product) == [VersionStatus.APPROVED, VersionStatus.REJECTED]
    (told,) = posted
    assert told["about"] == "product_rejected"
    assert told["words"] == {"title": changed.title, "reason": "Prijs klopt niet."}


def test_a_second_change_replaces_the_first_that_still_waited(swimming_lessons, kindpakket, bas):
    first = change_product(swimming_lessons.product, offer(price=8_000), by=YARA, at=NOON)
    change_product(swimming_lessons.product, offer(price=7_000), by=YARA, at=NOON)

    with pytest.raises(AlreadyReviewed):
        approve_product(first, [kindpakket.scheme], by=bas, at=NOON)


def test_two_reviews_at_once_decide_once(at_once, waiting, kindpakket, bas):
    answers = at_once([lambda: approve_product(waiting, [kindpakket.scheme], by=bas, at=NOON)] * 4)

    assert [type(answer) for answer in answers].count(AlreadyReviewed) == 3


def test_the_database_keeps_one_version_for_sale(waiting, swimming_lessons):
    with pytest.raises(IntegrityError, match="one_version_for_sale"), transaction.atomic():
        swimming_lessons.product.versions.create(
            **{
                "number": 2,
                "title": "Dubbel",
                "description": "",
                "category": Category.SPORT,
                "price": 1,
                "fulfilment": Fulfilment.VOUCHER,
                "status": VersionStatus.APPROVED,
                "submitted_at": NOON,
            }
        )


def test_an_approval_names_a_scheme_and_a_rejection_a_reason(waiting, bas):
    with pytest.raises(NoSchemeChosen):
        approve_product(waiting, [], by=bas, at=NOON)
    with pytest.raises(NoReasonGiven):
        reject_product(waiting, "  ", by=bas, at=NOON)

    assert statuses(waiting.product) == [VersionStatus.SUBMITTED]


def test_a_review_says_anew_for_which_schemes(swimming_lessons, open_period, bas):
    other = open_period(name="Doe mee")
    admit_part(swimming_lessons.product.provider, other.scheme, by=TESTS, at=NOON)
    changed = change_product(swimming_lessons.product, offer(), by=YARA, at=NOON)

    approve_product(changed, [other.scheme], by=bas, at=NOON)

    assert [entry.scheme for entry in swimming_lessons.product.assortment.all()] == [other.scheme]


def test_a_change_of_words_keeps_the_stock_that_was_sold_down(waiting, kindpakket, bas):
    set_stock(waiting.product, 3, by=YARA, at=NOON)

    change_product(waiting.product, offer(title="Zwemles A", stock=99), by=YARA, at=NOON)

    waiting.product.refresh_from_db()
    assert waiting.product.stock == 3
