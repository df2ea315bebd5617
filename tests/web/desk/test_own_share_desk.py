"""Staff say what a resident pays itself when they approve a product."""

import pytest
from django.urls import reverse

from plein.web.doors import DESK
from plein.webshop.actions.catalogue import change_product, offer_product
from plein.webshop.actions.participation import admit_part
from plein.webshop.models import AssortmentEntry, VersionStatus
from tests.cast import NOON, TESTS
from tests.webshop.test_products import offer


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def desk(at_work, bas):
    return at_work(bas.account, DESK)


@pytest.fixture
def version(de_plons, kindpakket):
    admit_part(de_plons, kindpakket.scheme, by=TESTS, at=NOON)
    return offer_product(de_plons, offer(), by=TESTS, at=NOON)


def approve(desk, version, scheme, **fields):
    form = {"schemes": [str(scheme.pk)], **fields}
    return desk.post(url("desk-product-decide", version.pk), form, follow=True)


def test_an_own_share_and_a_most_are_kept_and_shown_at_the_next_change(desk, version, kindpakket):
    approve(desk, version, kindpakket.scheme, own_share="2,50", scheme_share="40")

    entry = AssortmentEntry.objects.get()
    assert (entry.own_share, entry.scheme_share) == (250, 4_000)
    changed = change_product(version.product, offer(), by=TESTS, at=NOON)
    shown = desk.get(url("desk-product", changed.pk)).content.decode()
    assert 'value="2,50"' in shown
    assert 'value="40,00"' in shown


def test_empty_is_no_own_share(desk, version, kindpakket):
    approve(desk, version, kindpakket.scheme, own_share="", scheme_share=" ")

    entry = AssortmentEntry.objects.get()
    assert (entry.own_share, entry.scheme_share) == (0, None)


@pytest.mark.parametrize("own_share", ["999", "tien", "-1"])
def test_what_leaves_the_budget_nothing_to_pay_or_is_no_amount_is_refused(
    desk, version, kindpakket, own_share
):
    approve(desk, version, kindpakket.scheme, own_share=own_share)

    version.refresh_from_db()
    assert version.status == VersionStatus.SUBMITTED
    assert not AssortmentEntry.objects.exists()
