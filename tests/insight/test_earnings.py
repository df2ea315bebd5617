"""What UWV and SVB say, as amounts per month."""

from datetime import date
from decimal import Decimal

import pytest

from plein.insight.earnings import benefits_of, months_reported, pensions_of, wages_of, ww_of
from plein.insight.household import total

TODAY = date(2026, 11, 27)


def paid(month, cents, kind="15", payer="Bakkerij"):
    row = {"vanaf": f"2026-{month:02}-01", "bruto": cents, "soort_inkomen": kind}
    return row | {"werkgever": payer}


def job(payer="Bakkerij", **more):
    return {"werkgever": payer, "vanaf": "2020-01-01", **more}


def test_a_job_that_goes_on_keeps_its_last_wage():
    values = {"loon_per_maand": [paid(9, 200_000), paid(10, 210_000)], "dienstverbanden": [job()]}

    wages = wages_of(values)

    assert [total(wages, date(2026, month, 1)) for month in (8, 9, 10, 11)] == [0, 2000, 2100, 2100]
    assert total(wages, date(2028, 1, 1)) == 2100


def test_a_job_that_ended_counts_until_its_last_wage():
    ended = [job(tot="2026-06-30")]
    values = {"loon_per_maand": [paid(5, 250_000), paid(6, 250_000)], "dienstverbanden": ended}

    wages = wages_of(values)

    assert [total(wages, date(2026, month, 1)) for month in (5, 6, 7)] == [2500, 2500, 0]


def test_of_two_jobs_only_the_one_that_runs_goes_on():
    both = [paid(10, 100_000), paid(10, 50_000, payer="Winkel")]
    jobs = [job(), job("Winkel", tot="2026-10-31")]

    wages = wages_of({"loon_per_maand": both, "dienstverbanden": jobs})

    assert total(wages, date(2026, 10, 1)) == 1500
    assert total(wages, date(2026, 11, 1)) == 1000


def test_two_periods_of_four_weeks_in_one_month_are_added():
    rows = [paid(10, 90_000), paid(10, 90_000) | {"vanaf": "2026-10-29"}]

    assert total(wages_of({"loon_per_maand": rows}), date(2026, 10, 1)) == 1800


@pytest.mark.parametrize("kind", ["22", "33", "43"])
def test_what_rules_work_out_is_not_counted_twice(kind):
    values = {"loon_per_maand": [paid(10, 120_000, kind, "UWV")], "dienstverbanden": [job("UWV")]}

    assert wages_of(values) == benefits_of(values) == pensions_of(values) == ()
    assert months_reported(values) == {date(2026, 10, 1)}


def test_a_benefit_is_no_wage_and_a_pension_is_neither():
    rows = [paid(10, 164_300, "40", "UWV"), paid(10, 30_000, "21", "Fonds")]
    values = {"loon_per_maand": rows, "dienstverbanden": [job("UWV"), job("Fonds")]}

    assert total(benefits_of(values), date(2026, 12, 1)) == 1643
    assert total(pensions_of(values), date(2026, 12, 1)) == 300
    assert wages_of(values) == ()


def test_without_months_the_newest_wage_counts_for_who_works():
    assert wages_of({"loon_sv": 150_000, "dienstverbanden": [job()]})[0].amount == 1500
    assert wages_of({"loon_sv": 150_000, "dienstverbanden": [job(tot="2026-01-31")]}) == ()


def test_in_the_first_two_months_ww_is_75_per_cent(rules):
    norms = rules.book.norms.on(TODAY)["ww"]
    values = {"ww_einde_max": "2027-06-01", "ww_bruto": 163_125}

    new = ww_of(values | {"ww_begin": "2026-10-15"}, norms, TODAY)
    older = ww_of(values | {"ww_begin": "2026-08-15"}, norms, TODAY)

    assert new.day_wage == 100
    assert round(older.day_wage, 2) == Decimal("107.14")
