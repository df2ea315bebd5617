"""A figure in a text is that of the day on which somebody reads."""

from datetime import date
from decimal import Decimal

import pytest

from plein.content.amounts import filled, loose_amounts
from plein.rules.norms import Dated, Norm, Norms

FIGURES = (Dated(date(2026, 1, 1), Decimal("1401.50")), Dated(date(2026, 7, 1), Decimal("1419.46")))


def norms(unit: str, *values: Dated) -> Norms:
    return Norms({"bijstand": {"norm": Norm("bijstand", "norm", "Wet art. 1", unit, values)}})


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2026, 6, 30), "€\N{NO-BREAK SPACE}1.401,50"),
        (date(2026, 7, 1), "€\N{NO-BREAK SPACE}1.419,46"),
    ],
)
def test_the_figure_is_that_of_the_day(day, amount):
    text = filled("Het is {norm:bijstand.norm}.", norms("euro per maand", *FIGURES), day)

    assert text == f"Het is {amount}."


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        ("deel", "0.25", "25 procent"),
        ("deel", "0.125", "12,5 procent"),
        ("maanden", "6", "6"),
        ("maanden", "804", "67 jaar"),
        ("maanden", "807", "67 jaar en 3 maanden"),
        ("uren per maand", "230", "230"),
    ],
)
def test_a_figure_is_said_by_its_unit(unit, value, said):
    known = norms(unit, Dated(date(2026, 1, 1), Decimal(value)))

    assert filled("{norm:bijstand.norm}", known, date(2026, 12, 1)) == said


def test_a_figure_that_nobody_knows_yet_is_said_to_be_so():
    text = filled("{norm:bijstand.norm}", norms("euro", *FIGURES), date(2025, 12, 31))

    assert text == "(dit bedrag is nog niet bekend)"


def test_what_looks_like_an_amount_is_found_and_a_norm_is_not():
    assert [*loose_amounts("Binnen 3 dagen {norm:bijstand.norm}.")] == []
    assert [*loose_amounts("Tien Euro's en {dag}")] == ["Euro's", "{", "}"]
