"""What a trait sees in one value, at the edges and where a day is known in part."""

from datetime import date

import pytest

from plein.content.tips.library import traits
from plein.content.tips.looks import Now
from plein.regelingen.library import rule_book

DAY = date(2026, 11, 24)


def seen(trait: str, value: object, day: date = DAY):
    return traits()[trait].look.at(value, Now(day, rule_book().norms))


@pytest.mark.parametrize(
    ("trait", "value", "holds"),
    [
        ("ww_stopt", "2026-11-24", True),  # today
        ("ww_stopt", "2026-11-23", False),  # yesterday
        ("ww_stopt", "2027-02-22", True),  # the ninetieth day
        ("ww_stopt", "2027-02-23", False),
        ("ww_stopt", None, False),  # the source says: there is none
        ("volwassen", "2008-11-24", True),
        ("volwassen", "2008-11-25", False),
        ("volwassen", "2008", None),  # only the year is known
        ("volwassen", "2007", True),
        ("wordt_18", "2008-12", True),
        ("wordt_18", "2009", None),
        ("geboren_voor_1965", "1964-12-31", True),
        ("geboren_voor_1965", "1965-01-01", False),
        ("net_verhuisd", "2026-09-25", True),
        ("net_verhuisd", "2026-09-24", False),
        ("net_verhuisd", "2026-11-25", False),  # not yet
        ("volgt_opleiding", [{"naam": "Mbo", "tot": "2026-11-24"}], False),  # ended today
        ("volgt_opleiding", [{"naam": "Mbo", "tot": "2026-11-25"}], True),
        ("volgt_opleiding", [{"naam": "Mbo", "vanaf": "2026-11-25"}], False),
        ("kind_onder_18", [], False),
        ("kind_onder_18", [{"voornaam": "Mees"}], None),  # without a day of birth
        ("kind_onder_18", [{"voornaam": "Mees"}, {"geboortedatum": "2020-01-01"}], True),
        ("krijgt_huurtoeslag", 0, False),
        ("krijgt_huurtoeslag", 1, True),
        ("laag_inkomen", 2_973_599, True),  # the threshold of 2026 is 29736 euros
        ("laag_inkomen", 2_973_600, False),
        ("aow_nadert", "1959-11-24", True),  # 67 today
        ("aow_nadert", "1959-11-23", False),
        ("aow_nadert", "1960-11-24", True),  # in a year
        ("aow_nadert", "1960-11-25", False),
        ("krijgt_aow", {"soort": "ANW"}, False),
    ],
)
def test_what_is_seen(trait, value, holds):
    assert seen(trait, value).holds is holds


def test_the_age_of_the_aow_is_that_of_the_day_on_which_it_begins():
    """67 years until 2028, and 3 months more from then on."""
    before, after = seen("aow_nadert", "1960-12-31", date(2027, 6, 1)), date(2028, 2, 10)

    assert before.on == date(2027, 12, 31)
    assert seen("aow_nadert", "1961-01-15", after).on == date(2028, 4, 15)


def test_without_the_figure_of_the_day_nothing_is_said():
    assert seen("laag_inkomen", 100, date(2020, 1, 1)).holds is None


def test_a_day_that_is_known_to_the_month_is_not_named():
    assert seen("ww_stopt", "2026-12").on is None
    assert seen("ww_stopt", "2026-12-01").on == date(2026, 12, 1)
