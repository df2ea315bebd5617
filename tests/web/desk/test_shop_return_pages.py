"""Retouren: staff book back for a provider, with a reason, and read no name."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.web.doors import DESK
from plein.webshop.actions.till import hand_over
from plein.webshop.models import LineStatus, Return
from tests.cast import TESTS
from tests.webshop.conftest import order


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def line(fatima, lina, kindpakket, swimming_lessons, grant_for):
    yesterday = timezone.now() - timedelta(days=1)
    placed = order(fatima, (swimming_lessons, lina, grant_for(kindpakket, lina)), at=yesterday)
    hand_over(placed.pickups.get(), by=TESTS, at=yesterday)
    return placed.lines.get()


@pytest.fixture
def desk(bas, at_work):
    return at_work(bas.account, DESK)


def test_an_order_is_found_by_its_number_without_a_name(desk, line):
    page = desk.get(url("desk-shop-returns"), {"nummer": line.order.number}).content.decode()

    assert "Zwemles: 10 lessen" in page
    assert "Lina" not in page
    assert "Fatima" not in page


def test_booking_back_asks_for_a_reason_of_our_own(desk, line):
    given = {"reason": "anders"}
    assert desk.post(url("desk-shop-return", line.pk), given).status_code == 422

    given["note"] = "De winkel is failliet."
    page = desk.post(url("desk-shop-return", line.pk), given, follow=True).content.decode()

    assert "Teruggeboekt" in page
    assert "De winkel is failliet." in page
    line.refresh_from_db()
    assert line.status == LineStatus.RETURNED
    assert Return.objects.get().on_shelf is False


def test_who_may_not_manage_providers_stays_out(line, sam, at_work):
    desk = at_work(sam.account, DESK)

    assert desk.get(url("desk-shop-returns")).status_code == 403
    assert desk.post(url("desk-shop-return", line.pk), {}).status_code == 403
