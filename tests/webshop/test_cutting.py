"""Seven years after a period nobody can tell whose budget it was; the amounts stay."""

from datetime import date

import pytest

from plein.ledger.queries import check_books
from plein.webshop.actions.closing import lapse_ended_grants
from plein.webshop.actions.cutting import cut_links
from plein.webshop.actions.till import hand_over
from plein.webshop.models import Grant, Order
from plein.webshop.queries.accountant import way_of
from tests.cast import NOON, TESTS
from tests.webshop.claiming import submit
from tests.webshop.conftest import children_of, household, order

LAST_DAY_KEPT, CUT = date(2033, 12, 31), date(2034, 1, 1)


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    return grant_for(kindpakket, lina)


@pytest.fixture
def bought(fatima, lina, grant, swimming_lessons):
    placed = order(fatima, (swimming_lessons, lina, grant))
    hand_over(placed.pickups.get(), by=TESTS, at=NOON)
    return placed


def test_to_the_day_after_seven_years_it_leads_to_nobody(fatima, lina, grant, bought):
    lapse_ended_grants(date(2027, 1, 1), by=TESTS, at=NOON)

    assert cut_links(LAST_DAY_KEPT, by=TESTS, at=NOON) == 0
    assert cut_links(CUT, by=TESTS, at=NOON) == 1
    assert cut_links(CUT, by=TESTS, at=NOON) == 0

    grant.refresh_from_db()
    line = bought.lines.get()
    assert grant.household != household(fatima)
    assert not grant.household.members.exclude(resident=None).exists()
    assert line.member != lina
    assert (Order.objects.get().placed_by, "test" in grant.reference) == (None, False)
    assert not fatima.orders.exists()


def test_the_amounts_stay_and_are_found_to_the_cent(grant, bought, kindpakket):
    lapse_ended_grants(date(2027, 1, 1), by=TESTS, at=NOON)
    before = [(step.key, step.cents) for step in way_of(kindpakket).steps]

    cut_links(CUT, by=TESTS, at=NOON)

    assert [(step.key, step.cents) for step in way_of(kindpakket).steps] == before
    assert check_books().is_right()


def test_what_is_not_over_is_not_forgotten(grant, bought):
    assert cut_links(CUT, by=TESTS, at=NOON) == 0
    assert Grant.objects.get().cut_on is None


def test_an_open_declaratie_keeps_the_link(fatima, lina, grant, kindpakket):
    kindpakket.takes_claims = True
    kindpakket.save(update_fields=["takes_claims"])
    submit(fatima, lina, grant, cents=1_000)
    lapse_ended_grants(date(2027, 1, 1), by=TESTS, at=NOON)

    assert cut_links(CUT, by=TESTS, at=NOON) == 0
