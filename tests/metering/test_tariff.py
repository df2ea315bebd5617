"""What a month costs: to the cent, by the price that held then."""

from datetime import date

import pytest
from django.test import override_settings

from plein.metering.checks import check_tariff
from plein.metering.meters import Meter
from plein.metering.statement import statement_of
from plein.metering.tariff import EXAMPLE, Price, read_tariff

JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)
PRICE = Price(per=100, cents={date(2026, 1, 1): 25, JULY: 50})


@pytest.mark.parametrize(("count", "cents"), [(0, 0), (1, 0), (2, 1), (100, 25), (101, 25)])
def test_half_a_cent_goes_up(count, cents):
    assert PRICE.amount(count, JUNE) == cents


def test_a_new_price_leaves_the_months_before_it_as_they_were():
    assert (PRICE.amount(100, JUNE), PRICE.amount(100, JULY)) == (25, 50)


def test_before_the_first_price_nothing_was_to_be_paid():
    assert PRICE.amount(100, date(2025, 12, 1)) is None


def test_the_example_says_that_it_is_one_and_prices_everything():
    tariff = read_tariff(EXAMPLE)

    assert tariff.is_example
    assert set(tariff.prices) == set(Meter)


def test_a_statement_adds_up_its_lines_and_leaves_out_what_was_not_counted():
    counts = {Meter.ORDERS: 3, Meter.STORAGE: 2_500_000_000}

    statement = statement_of(JUNE, counts, read_tariff(EXAMPLE))

    lines = {line.meter: line for line in statement.lines}
    assert lines[Meter.ORDERS].cents == 30
    assert lines[Meter.STORAGE].cents == 63  # 62,5 cents
    assert lines[Meter.CASES].cents is None
    assert statement.total == 93


def test_an_installation_with_a_tariff_that_misses_a_price_does_not_start(tmp_path):
    file = tmp_path / "tarief.yaml"
    file.write_text("prices:\n  aanvragen: {per: 1, cents: {2026-01-01: 35}}\n")

    with override_settings(TARIFF=str(file)):
        (error,) = check_tariff()

    assert "no price for inloggen_inwoners" in error.msg


def test_a_tariff_that_is_not_there_is_told_by_its_name():
    with override_settings(TARIFF="/nergens/tarief.yaml"):
        (error,) = check_tariff()

    assert "/nergens/tarief.yaml" in error.msg
