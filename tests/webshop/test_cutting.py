"""Seven years after a period nobody can tell whose budget it was; the amounts stay."""

from datetime import date

import pytest

from plein.ledger.queries import check_books
from plein.webshop.actions.activating import activate, find_code, make_codes
from plein.webshop.actions.closing import lapse_ended_grants
from plein.webshop.actions.cutting import cut_links
from plein.webshop.actions.returning import CameBack, return_line
from plein.webshop.actions.till import hand_over
from plein.webshop.actions.waiting import (
    grant_waiting,
    put_on_waiting_list,
    remove_from_waiting_list,
)
from plein.webshop.models import (
    ActivationCode,
    Grant,
    Order,
    Return,
    ReturnReason,
    WaitingGrant,
)
from plein.webshop.queries.accountant import way_of
from tests.cast import NOON, TESTS, TODAY
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


def test_an_order_over_two_budgets_leads_to_nobody_when_the_last_of_them_does(
    fatima, grant, swimming_lessons, open_period, product_for, grant_for
):
    """A budget of 2026, and one of a scheme that runs a year longer."""
    second = children_of(fatima)[1]
    longer = open_period(name="Sportpas", spend_until=date(2028, 1, 1))
    other = grant_for(longer, second)
    bike = product_for(longer.scheme, title="Sportbroek", price=2_000)
    placed = order(
        fatima, (swimming_lessons, grant.member, grant), (bike, second, other), key="both"
    )
    for pickup in placed.pickups.all():
        hand_over(pickup, by=TESTS, at=NOON)
    lapse_ended_grants(date(2028, 1, 1), by=TESTS, at=NOON)

    cut_links(CUT, by=TESTS, at=NOON)

    placed.refresh_from_db()
    assert (placed.household, placed.placed_by) == (household(fatima), fatima)
    assert placed.lines.get(grant=grant).member.household != household(fatima)
    assert placed.lines.get(grant=other).member == second

    cut_links(date(2035, 1, 1), by=TESTS, at=NOON)

    placed.refresh_from_db()
    assert placed.placed_by is None
    assert not placed.household.members.exclude(resident=None).exists()


def test_what_staff_wrote_at_a_return_is_forgotten(bought, ingrid):
    came = CameBack(ReturnReason.OTHER, on_shelf=True, note="Lina is verhuisd naar haar vader")
    return_line(bought.lines.get(), came, staff=ingrid, by=ingrid.actor, at=NOON)
    lapse_ended_grants(date(2027, 1, 1), by=TESTS, at=NOON)

    cut_links(CUT, by=TESTS, at=NOON)

    assert Return.objects.get().note == "vergeten"


def test_a_letter_and_a_place_in_the_line_are_forgotten_with_the_budget(fatima, kindpakket, ingrid):
    """Two codes, of which one was used, and two places, of which one got money."""
    first, second, third = children_of(fatima)
    letters = ["Brief aan Fatima", "Brief aan Jan"]
    (_letter, used), _unused = make_codes(
        kindpakket, letters, cents=None, valid_until=CUT, by=ingrid, at=NOON
    )
    activate(find_code(used, TODAY), household(fatima), first, by=TESTS, at=NOON)
    _gets, goes = (
        put_on_waiting_list(
            kindpakket, household(fatima), member, cents=100, reference=row, by=TESTS, at=NOON
        )
        for row, member in (("rij 1", second), ("rij 2", third))
    )
    remove_from_waiting_list(goes, by=TESTS, at=NOON)
    grant_waiting(kindpakket, by=TESTS, at=NOON)
    lapse_ended_grants(date(2027, 1, 1), by=TESTS, at=NOON)

    cut_links(CUT, by=TESTS, at=NOON)

    assert ActivationCode.objects.get().reference.startswith("vergeten-")
    place = WaitingGrant.objects.get()
    assert place.reference.startswith("vergeten-")
    assert place.household != household(fatima)
    assert place.member != second
