"""The days of turning 18, at their edges."""

from datetime import date, timedelta

import pytest

from plein.content.eighteen import Eighteen, eighteen_of, may_show_of
from plein.identity.actions import know_resident
from plein.kernel.bsn import Bsn
from plein.tenants.scope import within
from plein.vault.actions.corrections import report_wrong
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from tests.cast import NOON, TESTS

LOTTES = Bsn("999990044")
A_DAY = timedelta(days=1)


@pytest.fixture
def lotte(emmen):
    return know_resident(LOTTES, by=TESTS, at=NOON)


def born(resident, day):
    vault = vault_of(resident, at=NOON)
    keep(vault, [Incoming("geboortedatum", day)], mode=Mode.SOURCE, at=NOON)
    return vault


@pytest.mark.parametrize(
    ("born_on", "starts", "on", "until"),
    [
        (date(2009, 1, 17), date(2025, 1, 17), date(2027, 1, 17), date(2027, 4, 17)),
        (date(2008, 2, 29), date(2024, 2, 29), date(2026, 3, 1), date(2026, 6, 1)),
        (date(2010, 11, 30), date(2026, 11, 30), date(2028, 11, 30), date(2029, 3, 1)),
    ],
)
def test_the_list_is_there_from_16_until_three_months_past_the_birthday(born_on, starts, on, until):
    days = Eighteen(born_on)

    assert (days.starts, days.on, days.until) == (starts, on, until)
    assert not days.shows_on(starts - A_DAY)
    assert days.shows_on(starts)
    assert days.shows_on(until - A_DAY)
    assert not days.shows_on(until)


def test_the_day_before_the_birthday_it_is_not_reached():
    days = Eighteen(date(2009, 1, 17))

    assert not days.is_reached_on(date(2027, 1, 16))
    assert days.is_reached_on(date(2027, 1, 17))


def test_of_a_month_of_birth_the_whole_month_may_be():
    assert not may_show_of(date(2009, 1, 1), date(2024, 12, 31))
    assert may_show_of(date(2009, 1, 1), date(2025, 1, 1))
    assert may_show_of(date(2009, 1, 1), date(2027, 4, 30))
    assert not may_show_of(date(2009, 1, 1), date(2027, 5, 1))


def test_the_day_of_birth_comes_from_the_vault(lotte):
    born(lotte, "2009-01-17")

    assert eighteen_of(lotte, at=NOON) == Eighteen(date(2009, 1, 17))


@pytest.mark.parametrize("day", ["2009", "2009-01"])
def test_a_day_that_is_not_known_gives_no_list(lotte, day):
    born(lotte, day)

    assert eighteen_of(lotte, at=NOON) is None


def test_without_a_vault_there_is_no_list(lotte):
    assert eighteen_of(lotte, at=NOON) is None


def test_a_day_that_the_resident_calls_wrong_gives_no_list(lotte):
    vault = born(lotte, "2009-01-17")
    report_wrong(vault.values.get(), "Dit klopt niet.", by=lotte.actor, at=NOON)

    assert eighteen_of(lotte, at=NOON) is None


def test_another_municipality_knows_nothing_of_it(lotte, buren):
    born(lotte, "2009-01-17")

    with within(buren):
        there = know_resident(LOTTES, by=TESTS, at=NOON)
        assert eighteen_of(there, at=NOON) is None
