from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult

from plein.jobs.nightly import run_nightly, start_day
from plein.jobs.schedule import NIGHTLY
from plein.vault.actions.requests import ask
from plein.vault.models import GrantState, RequestState
from plein.webshop.actions.closing import expire_old_codes, forget_addresses, lapse_ended_grants
from plein.webshop.models import GrantStatus, LineStatus, Order
from tests.cast import NOON, TESTS
from tests.vault.conftest import (  # noqa: F401 - fixtures of the vault
    from_source,
    income_check,
    katja,
    open_use,
    rent_officer,
    shared,
    vault,
    woonstichting,
)
from tests.web.conftest import *  # noqa: F403
from tests.webshop.conftest import order

NEW_YEAR = datetime(2026, 12, 31, 23, 0, tzinfo=UTC)  # midnight in Amsterdam
JUST_BEFORE = datetime(2026, 12, 31, 22, 59, tzinfo=UTC)


def test_a_day_starts_once_however_many_clocks_tick(emmen, buren):
    assert start_day(NOON) == 2 * len(NIGHTLY)
    assert start_day(NOON) == 0
    assert DBTaskResult.objects.count() == 2 * len(NIGHTLY)


def test_the_day_begins_at_midnight_in_the_netherlands(emmen):
    start_day(JUST_BEFORE)

    assert start_day(NEW_YEAR) == len(NIGHTLY)


def test_a_job_works_within_its_municipality(emmen, lina, kindpakket, grant_for):
    grant = grant_for(kindpakket, lina)

    run_nightly.call(name="budgets die aflopen", municipality=emmen.pk, day="2027-01-01")

    grant.refresh_from_db()
    assert grant.status == GrantStatus.LAPSED


@pytest.mark.parametrize(("day", "lapses"), [("2026-12-31", 0), ("2027-01-01", 1)])
def test_a_budget_lapses_the_day_after_its_last(lina, kindpakket, grant_for, day, lapses):
    grant_for(kindpakket, lina)

    assert lapse_ended_grants(datetime.fromisoformat(day).date(), by=TESTS, at=NOON) == lapses


def test_what_lapses_returns_to_the_pot_and_open_orders_stay(
    fatima, lina, kindpakket, swimming_lessons, grant_for
):
    grant = grant_for(kindpakket, lina)
    order(fatima, (swimming_lessons, lina, grant))

    lapse_ended_grants(datetime(2027, 1, 1, tzinfo=UTC).date(), by=TESTS, at=NEW_YEAR)

    kindpakket.pot.refresh_from_db()
    grant.reserve.refresh_from_db()
    assert kindpakket.pot.balance == 1_000_000 - 9_500
    assert grant.reserve.balance == 9_500


def test_a_code_expires_on_the_first_day_it_is_not_valid(
    fatima, lina, kindpakket, swimming_lessons, grant_for
):
    grant = grant_for(kindpakket, lina)
    pickup = order(fatima, (swimming_lessons, lina, grant)).pickups.get()

    assert expire_old_codes(pickup.last_day, by=TESTS, at=NOON) == 0
    assert expire_old_codes(pickup.valid_until, by=TESTS, at=NOON) == 1
    assert pickup.lines.get().status == LineStatus.EXPIRED


def test_an_address_is_forgotten_thirty_days_after_the_order_closed(
    fatima, lina, kindpakket, swimming_lessons, grant_for
):
    grant = grant_for(kindpakket, lina)
    placed = order(fatima, (swimming_lessons, lina, grant), email="fatima@voorbeeld.example")
    expire_old_codes(placed.pickups.get().valid_until, by=TESTS, at=NOON)

    assert forget_addresses(datetime(2026, 12, 24, tzinfo=UTC).date()) == 0
    assert forget_addresses(datetime(2026, 12, 25, tzinfo=UTC).date()) == 1
    assert bytes(Order.objects.get().email_sealed) == b""


def test_a_request_and_a_grant_that_are_over_are_noted_at_night(
    emmen, katja, vault, income_check, rent_officer, shared
):
    request, _code = ask(income_check, "dossier 41", by=rent_officer, at=NOON)
    grant = shared(until=NOON + timedelta(days=1))

    with time_machine.travel(NOON + timedelta(days=30), tick=False):
        run_nightly.call(name="vragen die verlopen", municipality=emmen.pk, day="2026-12-24")
        run_nightly.call(name="delen dat afloopt", municipality=emmen.pk, day="2026-12-24")

    request.refresh_from_db()
    grant.refresh_from_db()
    assert (request.state, grant.state) == (RequestState.EXPIRED, GrantState.EXPIRED)
