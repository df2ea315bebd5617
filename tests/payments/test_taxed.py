"""The jaaropgave by hand: 35.75% tax, and 3,115 of it nobody pays (2026)."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from plein.payments.taxed import taxed
from plein.payments.yearly import Year, year_of
from plein.workflows.our_rules import our_rules
from tests.payments.conftest import DECEMBER

pytestmark = pytest.mark.usefixtures("emmen")
MONTH = 134_849


def line(paid: int, pays: int | None = None, off: int = 0):
    return SimpleNamespace(
        paid=paid, pays=paid if pays is None else pays, debts_off=off, deductions_off=0
    )


def of(lines, *, repaid: int = 0, adults: int = 1):
    return taxed(Year(2026, lines, repaid), our_rules(), adults=adults)


def test_twelve_months():
    # (16,181.88 - 3,115) / 0.6425 = 20,337.56
    found = of([line(MONTH)] * 12)

    assert (found.gross, found.tax) == (2_033_800, 415_600)


def test_one_month_is_a_twelfth_of_it():
    found = of([line(MONTH)])

    assert (found.gross, found.tax) == (169_500, 34_600)  # 1,694.83 and 346.34


def test_holiday_allowance_comes_on_top_at_the_rate_of_the_year():
    # 553.41 / 0.6425 = 861.34
    found = of([line(MONTH)] * 11 + [line(MONTH, MONTH + 55_341)])

    assert found.gross == pytest.approx(2_033_800 + 86_100, abs=100)


def test_an_advance_counts_once():
    plain, ahead = of([line(MONTH)]), of([line(0, 66_119), line(MONTH, MONTH - 66_119)])

    assert (ahead.gross, ahead.tax) == (plain.gross, plain.tax)


def test_what_went_to_a_landlord_or_back_over_an_earlier_year_was_had():
    assert of([line(MONTH, MONTH - 5_000, 5_000)]) == of([line(MONTH)])


def test_what_was_paid_back_in_the_same_year_was_not_had():
    back = of([line(MONTH, MONTH - 5_000, 5_000)], repaid=5_000)

    assert back.gross < of([line(MONTH)]).gross


def test_what_goes_off_for_a_debt_over_this_year_is_found_in_the_ledger(debt, paid):
    paid(DECEMBER, date(2026, 12, 30), datetime(2026, 12, 28, 11, tzinfo=UTC))

    found = year_of([debt.award], 2026, date(2027, 1, 1))

    assert (found.went_off, found.repaid) == (5_069, 5_069)
    assert found.net == MONTH + 96_321 - 5_069


def test_a_couple_each_has_half():
    # (12 x 674.245 - 3,115) is below what is taxed: 8,090.94 < 8,713.29
    found = of([line(MONTH)] * 12, adults=2)

    assert (found.gross, found.tax, found.is_half) == (809_100, 0, True)


def test_nothing_had_is_no_tax():
    found = of([line(0, 0)])

    assert (found.gross, found.tax) == (0, 0)
