"""What happens by itself on its own day, and how the money runs over the months."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from plein.insight.changes import leaves_home, loses_ww, moves_in, works
from plein.insight.course import course_of, totals
from plein.insight.household import Adult
from plein.insight.marks import marks
from plein.insight.payments import Kind
from plein.insight.timeline import timeline
from plein.kernel.months import months_from
from tests.insight.conftest import WW_ENDS

TODAY, MARCH = date(2026, 11, 27), date(2027, 3, 1)


def says(rules, household, count=24):
    return {mark.says: mark.on for mark in marks(rules, household, TODAY, count)}


def course(rules, household, start=date(2026, 11, 1), count=24):
    before = 4
    months = timeline(rules, household, date(2026, 7, 1), count + before + 1)
    return course_of(months, months[before : before + count], household)


def test_the_end_of_the_ww_and_each_new_year_are_marked(rules, katja):
    found = [(mark.says, mark.on) for mark in marks(rules, katja, TODAY, 24)]

    assert found == [
        ("Een nieuw jaar voor de toeslagen", date(2027, 1, 1)),
        ("Uw WW stopt", WW_ENDS),
        ("Een nieuw jaar voor de toeslagen", date(2028, 1, 1)),
    ]


@pytest.mark.parametrize("age", [12, 16, 18])
def test_a_birthday_of_a_child_is_marked(rules, katja, age):
    household = replace(katja, children=(date(2027 - age, 6, 15),))

    assert says(rules, household)[f"Een kind wordt {age} jaar"] == date(2027, 6, 15)


@pytest.mark.parametrize(
    ("born", "marked"), [(date(2014, 11, 27), False), (date(2014, 11, 28), True)]
)
def test_what_is_today_is_not_to_come(rules, katja, born, marked):
    household = replace(katja, children=(born,))

    assert ("Een kind wordt 12 jaar" in says(rules, household)) == marked


def test_a_child_that_left_has_no_birthday_here(rules, katja):
    household = replace(katja, children=(date(2015, 6, 15),))
    household = leaves_home(household, date(2015, 6, 15), date(2027, 5, 1))

    assert "Een kind wordt 12 jaar" not in says(rules, household)


def test_a_child_of_the_29th_of_february_is_twelve_on_the_29th(rules, katja):
    assert says(rules, replace(katja, children=(date(2016, 2, 29),)))[
        "Een kind wordt 12 jaar"
    ] == date(2028, 2, 29)


def test_the_aow_begins_on_the_day_that_its_age_is_reached(rules, katja):
    """67 years in 2027 (AOW art. 7a)."""
    old = replace(katja, applicant=replace(katja.applicant, born=date(1960, 6, 15)))
    together = moves_in(katja, MARCH, Adult(born=date(1960, 8, 1)))

    assert says(rules, old)["U krijgt AOW"] == date(2027, 6, 15)
    assert says(rules, together)["Uw partner krijgt AOW"] == date(2027, 8, 1)


def test_a_mark_counts_from_its_first_whole_month(rules, katja):
    counts = {mark.says: mark.counts_from for mark in marks(rules, katja, TODAY, 4)}

    assert counts == {
        "Een nieuw jaar voor de toeslagen": date(2027, 1, 1),
        "Uw WW stopt": MARCH,
    }


def test_holiday_allowance_counts_where_it_is_built_up(rules, katja):
    """8 per cent of a wage, 5 of bijstand: so that below the norm work changes nothing."""
    working = works(loses_ww(katja, WW_ENDS), MARCH, Decimal(16), Decimal("14.99"))

    idle, busy = (
        {month.first: month for month in course(rules, each)} for each in (katja, working)
    )

    assert idle[MARCH].due[Kind.HOLIDAY] == Decimal("70.97")
    assert busy[MARCH].due[Kind.HOLIDAY] > Decimal("70.97")
    assert idle[MARCH].total == busy[MARCH].total
    june = date(2027, 6, 1)
    assert idle[june].total == idle[date(2027, 5, 1)].total


def test_the_month_without_enough_on_the_account_is_short(rules, katja):
    short = [month.first for month in course(rules, katja) if month.is_short]

    assert short == [date(2027, 2, 1)]


def test_what_goes_out_is_taken_off_what_comes_at_once(rules, katja):
    (month,) = [each for each in course(rules, katja) if each.first == MARCH]

    assert month.left == month.total - month.due[Kind.HOLIDAY] - month.spent


def test_the_totals_are_those_of_the_months(rules, katja):
    found = course(rules, katja)

    assert sum(totals(found).values()) == sum(month.total for month in found)
    assert len(found) == len(list(months_from(MARCH, 24)))
