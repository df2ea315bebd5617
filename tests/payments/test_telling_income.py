"""The resident tells what came in; the newest counts, and what comes late is taken in."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from plein.payments.actions.awarding import end as end_award
from plein.payments.actions.telling import (
    MonthIsNotOver,
    NoBenefitInMonth,
    TooLongAgo,
    tell_income,
)
from plein.payments.known import known_of
from plein.payments.living import Income
from plein.payments.models import Statement
from plein.payments.told_late import told_late
from tests.cast import NOON, TESTS
from tests.payments.conftest import AT, NOVEMBER

OCTOBER = date(2026, 10, 1)
WAGE = Income(wage=30_000)


def known_income(award, month=NOVEMBER, at=AT):
    return known_of([award], month, at=at, by=TESTS, now=at)[award.pk].inputs.income


def tell(award, income=WAGE, month=NOVEMBER, at=AT, **more):
    return tell_income(award, month, income, by=award.resident.actor, at=at, **more)


def test_what_is_told_is_sealed_and_counts(award_of):
    made = award_of()

    row = tell(made)

    assert row.by_resident
    assert b"30000" not in bytes(row.content_sealed)
    assert known_income(made) == WAGE


def test_the_newest_counts(award_of):
    made = award_of()
    tell(made)

    tell(made, Income(wage=10_000), at=AT.replace(hour=12))

    assert known_income(made, at=AT.replace(hour=13)).wage == 10_000
    assert Statement.objects.count() == 2


def test_the_same_form_twice_is_told_once(award_of):
    made, key = award_of(), uuid4()

    assert tell(made, key=key) == tell(made, Income(wage=1), key=key)
    assert known_income(made) == WAGE


def test_the_key_of_a_form_is_of_one_award_and_month(award_of):
    made, key = award_of(starts_on=OCTOBER), uuid4()

    tell(made, key=key)
    tell(made, key=key, month=OCTOBER)

    assert Statement.objects.count() == 2


@pytest.mark.parametrize("month", [date(2026, 12, 1), date(2027, 1, 1)])
def test_a_month_that_is_not_over_is_refused_with_the_day_from_which_it_can(award_of, month):
    with pytest.raises(MonthIsNotOver, match=r"vanaf 1 (januari|februari) 2027"):
        tell(award_of(), month=month)


def test_it_can_be_told_from_midnight_in_amsterdam(award_of):
    made = award_of()
    just_before = datetime(2026, 11, 30, 22, 59, tzinfo=UTC)
    with pytest.raises(MonthIsNotOver):
        tell(made, at=just_before)

    assert tell(made, at=datetime(2026, 11, 30, 23, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    "changes",
    [
        {"starts_on": date(2026, 12, 1)},
        {"starts_on": date(2026, 9, 1), "ends_on": NOVEMBER},
    ],
)
def test_a_month_without_benefit_is_refused(award_of, noor, changes):
    made = award_of(starts_on=changes["starts_on"])
    if end := changes.get("ends_on"):
        end_award(made, on=end, reason="verhuisd", by=noor, at=NOON)

    with pytest.raises(NoBenefitInMonth):
        tell(made)


def test_a_year_ago_can_be_told_and_before_that_a_person_looks(award_of):
    made = award_of(starts_on=date(2025, 1, 1))

    assert tell(made, month=date(2025, 12, 1))
    with pytest.raises(TooLongAgo):
        tell(made, month=date(2025, 11, 1))


def test_what_comes_after_the_run_is_taken_in_and_stands_ready_for_staff(award_of, paid):
    made = award_of()
    tell(made)
    paid()
    assert not told_late().exists()

    row = tell(made, Income(wage=50_000), at=AT.replace(hour=15))

    assert list(told_late()) == [row]
    assert known_income(made, at=AT.replace(hour=16)).wage == 50_000
