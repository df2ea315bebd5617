"""What the rules ask about a household in one month, worked out from its days and amounts.

What is not in it, a household does not say; `Rules.calculate` takes that as nought or no.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from plein.insight.household import Adult, Care, CareKind, Household, Unemployment, total
from plein.kernel.months import month_of, months_after, months_between
from plein.kernel.period import age_on

QUARTER = 3  # months
AFTER_WORK = 3  # months of childcare after the last wage (Wet kinderopvang art. 1.6)
YEAR = 12  # months
NO_STUDENT = 27  # who studies gets bijstand from this age (Participatiewet art. 13 lid 2 onder c)


@dataclass(frozen=True)
class YearIncome:
    """Gross euros of one adult in a calendar year."""

    wages: Decimal = Decimal(0)
    benefits: Decimal = Decimal(0)

    def plus(self, benefit: Decimal) -> "YearIncome":
        return YearIncome(self.wages, self.benefits + benefit)


def facts_in(
    household: Household, month: date, incomes: Mapping[int, YearIncome] | None = None
) -> dict[str, Any]:
    """By the names of the rules. `incomes` of the year: 0 is the applicant, 1 the partner."""
    facts: dict[str, Any] = _together(household, month) | _home(household, month)
    facts |= _children(household, month) | _care(household.care)
    for number, adult in enumerate(household.adults):
        own = _adult(adult, month) | _year(adult, (incomes or {}).get(number, YearIncome()))
        suffix = "_partner" if number else ""
        facts |= {name + suffix: value for name, value in own.items()}
    return facts


def _together(household: Household, month: date) -> dict[str, Any]:
    partner = household.partner is not None
    return {
        "heeft_toeslagpartner": partner,
        "heeft_gezamenlijke_huishouding": partner,
        "woont_samen_voor_aow": partner,
        "woont_samen_voor_aow_partner": partner,
        "partneralimentatie_per_maand": total(household.partner_alimony, month),
        "kinderalimentatie_per_maand": total(household.child_alimony, month),
        "teruggaaf_belasting_per_maand": total(household.tax_refunds, month),
        "bezit": household.assets,
        "schulden": household.debts,
    }


def _home(household: Household, month: date) -> dict[str, Any]:
    rent = total(household.rents, month)
    return {
        "kale_huur_per_maand": rent,
        "huurt_zelfstandige_woning": rent > 0,
        "servicekosten_energie": household.service_costs,
        "medebewoners_vanaf_27": household.others_from_27,
        "volwassen_medebewoners": household.others_from_27,
    }


def _children(household: Household, month: date) -> dict[str, Any]:
    """A birthday counts from the month after; on the first day at once (Awir art. 5)."""
    children, quarter = household.children_at(month), _quarter_of(month)
    now = _ages(children, month, born_before=month + timedelta(days=1))
    there = household.children_at(quarter)
    then = _ages(there, quarter, born_before=quarter + timedelta(days=1))
    before_2025 = _ages(children, month, born_before=date(2025, 1, 1))
    return {
        "kinderen_0_5": _between(now, 0, 5),
        "kinderen_6_11": _between(now, 6, 11),
        "kinderen_12_15": _between(now, 12, 15),
        "kinderen_16_17": _between(now, 16, 17),
        "kinderbijslag_kinderen_0_5": _between(then, 0, 5),
        "kinderbijslag_kinderen_6_11": _between(then, 6, 11),
        "kinderbijslag_kinderen_12_17": _between(then, 12, 17),
        "kinderen_tot_12_geboren_voor_2025": _between(before_2025, 0, 11),
        "heeft_recht_op_kinderbijslag": _between(now, 0, 17) > 0,
    }


def _quarter_of(month: date) -> date:
    return date(month.year, month.month - (month.month - 1) % QUARTER, 1)


def _care(care: tuple[Care, ...]) -> dict[str, Any]:
    """The child with the most hours first; the others together, at their average price."""
    by_hours = sorted(care, key=lambda each: each.hours, reverse=True)
    first, others = by_hours[:1], by_hours[1:]
    facts: dict[str, Any] = {"volgende_kinderen_met_opvang": len(others)}
    for kind in CareKind:
        facts |= _hours(kind, "eerste_kind", first) | _hours(kind, "volgende_kinderen", others)
    return facts


def _hours(kind: CareKind, whose: str, care: list[Care]) -> dict[str, Any]:
    own = [each for each in care if each.kind is kind]
    hours = sum((each.hours for each in own), Decimal(0))
    costs = sum((each.hours * each.price for each in own), Decimal(0))
    return {f"uren_{kind}_{whose}": hours, f"uurprijs_{kind}_{whose}": costs / (hours or 1)}


def _works(adult: Adult, month: date) -> bool:
    return any(adult.wage_in(months_after(month, -ago)) > 0 for ago in range(AFTER_WORK + 1))


def _ages(children: tuple[date, ...], day: date, *, born_before: date) -> list[int]:
    return [months_between(born, day) // YEAR for born in children if born < born_before]


def _between(ages: list[int], youngest: int, oldest: int) -> int:
    return sum(youngest <= max(0, age) <= oldest for age in ages)


def _adult(adult: Adult, month: date) -> dict[str, Any]:
    return _ww(adult.ww, month) | {
        "leeftijd_in_maanden": months_between(adult.born, month),
        "maanden_sinds_18": _months_since_18(adult.born, month),
        "is_verzekerd_voor_zorg": True,
        "is_geboren_voor_1946": adult.born < date(1946, 1, 1),
        "brutoloon_per_maand": adult.wage_in(month),
        "loonheffingskorting_op_loon": adult.has_credit_at_work and adult.wage_in(month) > 0,
        "andere_uitkering_per_maand": total(adult.benefits, month),
        "pensioen_per_maand": total(adult.pensions, month),
        "werkt_of_leert": adult.studies or _works(adult, month),
        "is_uitgesloten_van_bijstand": adult.studies and age_on(month, adult.born) < NO_STUDENT,
        "aow_opbouw": adult.aow_percent,
        "vermogen_box3": adult.assets_box3,
    }


def _ww(ww: Unemployment | None, month: date) -> dict[str, Any]:
    if ww is None or month < month_of(ww.began):
        return {"ww_dagloon": 0, "ww_maanden_gehad": 0, "ww_maanden_over": 0}
    return {
        "ww_dagloon": ww.day_wage,
        "ww_maanden_gehad": _months_apart(month_of(ww.began), month),
        "ww_maanden_over": max(0, _months_apart(month, month_of(ww.until)) + 1),
    }


def _year(adult: Adult, income: YearIncome) -> dict[str, Any]:
    return {"loon_per_jaar": income.wages, "uitkeringen_per_jaar": income.benefits}


def _months_since_18(born: date, month: date) -> int:
    """On the first day of a month a birthday counts at once."""
    adult_from = date(born.year + 18, born.month, 1)
    return _months_apart(adult_from, month) + (born.day == 1)


def _months_apart(first: date, second: date) -> int:
    return (second.year - first.year) * YEAR + second.month - first.month
