"""Two months worked out by hand, and what must hold for every other one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from plein.insight.changes import gets_child, loses_ww, moves, moves_in, parts, works
from plein.insight.household import Adult, Flow
from plein.insight.payments import Kind, amounts, by_month, on_account
from plein.insight.sweep import sweep
from plein.insight.timeline import timeline
from tests.insight.conftest import WW_ENDS

NOVEMBER, FEBRUARY, MARCH = date(2026, 11, 1), date(2027, 2, 1), date(2027, 3, 1)


def months_of(rules, household, start=date(2026, 7, 1), count=29):
    months = timeline(rules, household, start, count)
    return {month.first: month for month in months}


def test_november_with_ww_by_hand(rules, katja):
    """WW of eight months in 2026, two of them 75 per cent: 2 x 1,313.57 + 6 x 1,226, with 8 per
    cent holiday allowance € 10,781.79 in the year: below every limit.

    WW 1,226: table wage 1,224.00 x 12 = 14,688; 35.75 per cent is 5,250.96, down to 5,250;
    credit 3,115; (5,250 - 3,115) / 12 = 177.92. Left: 1,048.08.
    Zorgtoeslag 2,119 - 0.01912 x 29,736 = 1,550.45, so 1,550, and 129 a month.
    Kindgebonden budget 2 x 2,580 + 3,416 = 8,576, and 714 a month.
    Kinderbijslag 298.40 + 362.35 = 660.75 a quarter, of which a third is 220.25.
    Huurtoeslag: own rent 200.71; 498.20 - 200.71 = 297.49, and 65 per cent of 650 - 498.20 is
    98.67: 396.16, x 12 = 4,754, and 396 a month.
    """
    november = months_of(rules, katja)[NOVEMBER]

    assert november["netto_uitkering_per_maand"] == Decimal("1048.08")
    assert november["zorgtoeslag_per_maand"] == 129
    assert november["kindgebonden_budget_per_maand"] == 714
    assert november["kinderbijslag_per_kwartaal"] == Decimal("660.75")
    assert november["huurtoeslag_per_maand"] == 396
    assert november["bijstand_per_maand"] == 0
    assert round(november.toeslagen["gezamenlijk_toetsingsinkomen"], 2) == Decimal("10781.79")


def test_march_with_bijstand_by_hand(rules, katja):
    """The norm of 1 July 2026 is 1,419.46; 95 per cent is paid: 1,348.49, and 70.97 stays."""
    march = months_of(rules, katja)[MARCH]

    assert march["bijstand_per_maand"] == Decimal("1419.46")
    assert march["bijstand_uitbetaald_per_maand"] == Decimal("1348.49")
    assert march["vakantietoeslag_gereserveerd"] == Decimal("70.97")
    assert march["netto_uitkering_per_maand"] == 0


def test_in_the_month_that_ww_ends_it_counts_by_the_day(rules, katja):
    """Four days of 28: 175.14, below the tax; and 8 per cent of it is holiday allowance: 14.01."""
    february = months_of(rules, katja)[FEBRUARY]

    assert february["netto_uitkering_per_maand"] == Decimal("175.14")
    assert february["bijstand_per_maand"] == Decimal("1230.31")


def test_what_is_paid_later_is_missed_in_between(rules, katja):
    months = timeline(rules, katja, date(2026, 7, 1), 29)
    found = amounts(months, katja)

    right = {month: sum(each.amount for each in own) for month, own in by_month(found).items()}
    paid = on_account(found)
    assert paid[FEBRUARY] == Decimal("1048.08") + 396 + 129 + 714
    assert paid[FEBRUARY] < right[FEBRUARY] * Decimal("0.9")


def test_a_month_without_a_change_equals_the_month_before(rules, katja):
    months = months_of(rules, katja)

    april, may = (months[date(2027, month, 1)] for month in (4, 5))
    names = ("bijstand_per_maand", "huurtoeslag_per_maand", "zorgtoeslag_per_maand")
    assert [april[name] for name in names] == [may[name] for name in names]


def test_the_first_month_of_twelve_brings_more_for_a_child(rules, katja):
    """Evi is 12 on 23 April 2029: the supplement comes in May."""
    months = months_of(rules, katja, date(2029, 4, 1), 2)

    april, may = months.values()
    gain = may["kindgebonden_budget_per_jaar"] - april["kindgebonden_budget_per_jaar"]
    assert gain == 724


def test_work_a_move_a_child_and_a_partner_add_up(rules, katja):
    start = MARCH
    changed = works(katja, start, Decimal(16), Decimal("14.99"))
    changed = gets_child(moves(changed, start, Decimal(500)), start)

    march = months_of(rules, changed)[start]

    assert march["netto_loon_per_maand"] > 1_000
    assert march["kindgebonden_budget_per_maand"] == (3 * 2_580 + 3_416) // 12
    assert march["huurtoeslag_per_maand"] < 396


def test_a_partner_is_one_from_the_month_after_until_they_part(rules, katja):
    partner = Adult(born=date(1995, 1, 1), wages=(Flow(Decimal(2500)),))
    together = parts(moves_in(katja, date(2027, 3, 15), partner), date(2027, 6, 1))

    months = months_of(rules, together)

    single = [months[date(2027, month, 1)].toeslagen["alo_kop"] > 0 for month in (3, 4, 5, 6)]
    assert single == [True, False, False, True]


def test_ww_that_stops_sooner_brings_bijstand_sooner(rules, katja):
    sooner = replace(loses_ww(katja, date(2027, 1, 1)), applies_for_bijstand_from=date(2027, 1, 1))

    assert months_of(rules, sooner)[date(2027, 1, 1)]["bijstand_per_maand"] > 0


def test_the_curve_gives_what_the_months_give(rules, katja):
    """One calculation on arrays beside the same household worked out month by month."""
    without = loses_ww(katja, WW_ENDS)
    curve = sweep(rules, without, date(2028, 1, 1), Decimal("14.99"), np.arange(0, 41.0, 8))

    for place, hours in enumerate((0, 8, 16, 24, 32, 40)):
        household = works(without, date(2027, 12, 1), Decimal(hours), Decimal("14.99"))
        month = months_of(rules, household, date(2028, 1, 1), 1)[date(2028, 1, 1)]
        wage = month["netto_loon_per_maand"]
        assert float(wage) == pytest.approx(curve.parts[Kind.WAGE][place] / 1.08, abs=0.02)
        for kind, name in (
            (Kind.HOUSING, "huurtoeslag_per_maand"),
            (Kind.HEALTH, "zorgtoeslag_per_maand"),
            (Kind.CHILDREN, "kindgebonden_budget_per_maand"),
        ):
            assert float(month[name]) == pytest.approx(curve.parts[kind][place], abs=1)


def test_working_never_costs_money_below_the_norm(rules, katja):
    curve = sweep(rules, loses_ww(katja, WW_ENDS), MARCH, Decimal("14.99"), np.arange(41.0))

    assert curve.cliffs() == []
    assert curve.total[0] == pytest.approx(curve.total[20], abs=0.5)
    assert curve.total[40] > curve.total[20] + 500


def test_ww_that_ends_on_the_first_day_of_a_month_gives_nothing_in_it(rules, katja):
    ended = loses_ww(katja, FEBRUARY)

    months = months_of(rules, ended)

    assert months[date(2027, 1, 1)]["netto_uitkering_per_maand"] == Decimal("1048.08")
    assert months[FEBRUARY]["netto_uitkering_per_maand"] == 0


def test_the_income_of_a_partner_counts_in_the_curve(rules, katja):
    partner = Adult(born=date(1995, 1, 1), wages=(Flow(Decimal(4000)),))
    hours = np.arange(0, 41.0, 20)

    alone = sweep(rules, katja, MARCH, Decimal("14.99"), hours)
    poor = sweep(rules, moves_in(katja, MARCH, Adult(partner.born)), MARCH, Decimal(15), hours)
    rich = sweep(rules, moves_in(katja, MARCH, partner), MARCH, Decimal("14.99"), hours)

    for kind in (Kind.HOUSING, Kind.HEALTH, Kind.CHILDREN):
        assert (rich.parts[kind] < poor.parts[kind]).all()
    assert (alone.parts[Kind.CHILDREN] > rich.parts[Kind.CHILDREN]).all()
