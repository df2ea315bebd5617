"""Iets terugnemen: by order number or code, and no person in it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plein.ledger.models import Account
from plein.webshop.actions.settlement import approve_batch, make_batch
from plein.webshop.actions.till import hand_over
from plein.webshop.models import LineStatus, Return
from tests.cast import NOON, TODAY
from tests.web.provider.conftest import code, url
from tests.webshop.conftest import YARA

GIVEN = {"reason": "past niet", "on_shelf": "on"}


def text(page) -> str:
    return " ".join(page.content.decode().split())


@pytest.fixture
def line(pickup):
    hand_over(pickup, by=YARA, at=NOON - timedelta(days=1))
    return pickup.lines.get()


@pytest.mark.parametrize("typed", ["number", "code"])
def test_what_was_handed_over_is_found_by_order_number_and_by_code(till, line, typed):
    which = line.order.number.lower() if typed == "number" else code(line.pickup)

    page = text(till.post(url("provider-return"), {"which": which}, follow=True))

    assert "Zwemles: 10 lessen" in page
    assert "Neem terug" in page
    assert "Fatima" not in page
    assert "Lina" not in page


def test_what_nobody_has_is_not_found(till, line):
    page = till.post(url("provider-return"), {"which": "B-AAAAAAA"})

    assert page.status_code == 422


def test_taking_back_puts_the_money_on_the_budget(till, line, grant):
    page = till.post(url("provider-take-back", line.pk), GIVEN, follow=True)

    assert "De klant heeft het geld weer op het budget" in text(page)
    line.refresh_from_db()
    assert line.status == LineStatus.RETURNED
    assert Account.objects.get(pk=grant.budget_id).balance == 60_000
    assert Return.objects.get().by_staff is None


def test_a_second_click_changes_nothing(till, line, grant):
    till.post(url("provider-take-back", line.pk), GIVEN)

    page = till.post(url("provider-take-back", line.pk), GIVEN, follow=True)

    assert "of het is al teruggebracht" in text(page)
    assert Account.objects.get(pk=grant.budget_id).balance == 60_000


def test_without_a_reason_nothing_is_taken_back(till, line):
    page = till.post(url("provider-take-back", line.pk), {})

    assert page.status_code == 422
    assert not Return.objects.exists()


def test_after_it_was_paid_the_provider_reads_what_is_taken_off(till, line, ingrid, tom):
    batch = make_batch(until=TODAY, by=ingrid, at=NOON)
    approve_batch(batch, pay_on=TODAY, by=tom, at=NOON)

    page = text(till.get(url("provider-take-back", line.pk)))
    assert "Dat gaat af van uw volgende betaling" in page
    till.post(url("provider-take-back", line.pk), GIVEN)

    assert "- € 95,00" in text(till.get(url("provider-payments")))


def test_another_shop_finds_nothing(mo, line):
    assert mo.post(url("provider-return"), {"which": line.order.number}).status_code == 422
    assert mo.get(url("provider-return-lines", line.pickup_id)).status_code == 404
    assert mo.post(url("provider-take-back", line.pk), GIVEN).status_code == 404


def test_many_lines_take_as_few_queries_as_one(till, ordered):
    counts = []
    for number, key in ((1, "one"), (5, "five")):
        pickup = ordered(number, key)
        hand_over(pickup, by=YARA, at=NOON)
        with CaptureQueriesContext(connection) as queries:
            till.get(url("provider-return-lines", pickup.pk))
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 12
