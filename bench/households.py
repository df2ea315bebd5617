"""Households for the benchmark of the rules: one family by name, and many from a seed."""

from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np

from plein.insight.facts import YearIncome, facts_in
from plein.insight.household import Adult, Flow, Household, Unemployment
from plein.rules.book import RuleBook
from plein.rules.facts import FactType

MONTH = date(2026, 11, 1)
TARGETS = (
    "bijstand_per_maand",
    "bijstand_uitbetaald_per_maand",
    "zorgtoeslag_per_maand",
    "huurtoeslag_per_maand",
    "kindgebonden_budget_per_maand",
    "kinderbijslag_per_kwartaal",
    "loonheffing_per_maand",
    "ww_per_maand",
    "ww_per_maand_partner",
)
BORN = date(1988, 5, 3)
HOUSE = Household(
    applicant=Adult(BORN, wages=(Flow(Decimal("1150.00")),)),
    partner=Adult(
        date(1990, 2, 14), ww=Unemployment(Decimal("42.50"), date(2026, 7, 1), date(2027, 3, 1))
    ),
    children=(date(2016, 9, 20), date(2022, 1, 5)),
    rents=(Flow(Decimal("712.35")),),
    assets=Decimal(2_000),
)
INCOMES = {0: YearIncome(Decimal("14904.00")), 1: YearIncome(benefits=Decimal("9000.00"))}


def family(book: RuleBook, asks: frozenset[str], month: date) -> dict[str, Any]:
    """Two adults, two children: a small job, WW, a rented home, and bijstand up to the norm."""
    nought = {name: book.facts[name].nought for name in asks}
    said = facts_in(HOUSE, month, INCOMES)
    return nought | {name: said[name] for name in said.keys() & asks}


def columns(book: RuleBook, asks: frozenset[str], size: int) -> dict[str, np.ndarray]:
    """A column for every fact that is asked.

    Drawn are: age 18 to 80, a partner of about that age (half of them), children by age (0 to 2 in
    each band, in four of ten homes, the same for the kinderbijslag), wage in the month (two thirds,
    around 2,300 euros) and over the year with holiday allowance, benefits over the year and WW with
    its daily wage (one in six), bare rent (six in ten, 350 to 1,100 euros), other adults at home
    (one in ten, with an income), savings in box 3 and what is owned and owed. Amounts are whole
    cents. All are insured, get the credit at work, and build up all their AOW. What is not named
    here is nought or no for everybody, as for most households it is.
    """
    chance = np.random.default_rng(2026)
    drawn = _together(chance, size) | _home(chance, size)
    partner = drawn["heeft_toeslagpartner"]
    drawn |= _adult(chance, size)
    for name, column in _adult(chance, size).items():
        drawn[f"{name}_partner"] = column * partner
    return {name: drawn[name] if name in drawn else _nought(book, name, size) for name in asks}


def _nought(book: RuleBook, name: str, size: int) -> np.ndarray:
    """Written out, as columns from a file would be: fresh pages of the kernel cost no memory."""
    kind = bool if book.facts[name].type is FactType.YES_NO else float
    return np.full(size, 0, kind)


def _together(chance: np.random.Generator, size: int) -> dict[str, np.ndarray]:
    partner, parents = chance.random(size) < 0.5, chance.random(size) < 0.4
    bands = ("0_5", "6_11", "12_15", "16_17")
    children = {band: chance.integers(0, 3, size) * parents * 1.0 for band in bands}
    together = ("heeft_toeslagpartner", "heeft_gezamenlijke_huishouding", "woont_samen_voor_aow")
    return {
        **dict.fromkeys((*together, "woont_samen_voor_aow_partner"), partner),
        **{f"kinderen_{band}": column for band, column in children.items()},
        "kinderbijslag_kinderen_0_5": children["0_5"],
        "kinderbijslag_kinderen_6_11": children["6_11"],
        "kinderbijslag_kinderen_12_17": children["12_15"] + children["16_17"],
        "heeft_recht_op_kinderbijslag": sum(children.values()) > 0,
    }


def _home(chance: np.random.Generator, size: int) -> dict[str, np.ndarray]:
    rents, shares = chance.random(size) < 0.6, chance.random(size) < 0.1
    return {
        "huurt_zelfstandige_woning": rents,
        "kale_huur_per_maand": chance.uniform(350, 1_100, size).round(2) * rents,
        "medebewoners_vanaf_27": shares * 1.0,
        "volwassen_medebewoners": shares * 1.0,
        "leeftijd_oudste_medebewoner": chance.integers(27, 80, size) * shares * 1.0,
        "inkomen_medebewoners": chance.uniform(0, 30_000, size).round(2) * shares,
        "bezit": chance.exponential(8_000, size).round(2),
        "schulden": chance.exponential(2_000, size).round(2),
    }


def _adult(chance: np.random.Generator, size: int) -> dict[str, np.ndarray]:
    months = chance.integers(18 * 12, 80 * 12, size)
    works, has_ww = chance.random(size) < 2 / 3, chance.random(size) < 1 / 6
    wage = chance.gamma(3, 2_300 / 3, size).round(2) * works
    day_wage = chance.uniform(30, 300, size).round(2) * has_ww
    return {
        "leeftijd_in_maanden": months * 1.0,
        "maanden_sinds_18": months - 18 * 12.0,
        "is_geboren_voor_1946": months >= 80 * 12 - 2,
        "is_verzekerd_voor_zorg": np.full(size, True),
        "brutoloon_per_maand": wage,
        "loonheffingskorting_op_loon": works,
        "loon_per_jaar": (wage * 12 * 1.08).round(2),
        "uitkeringen_per_jaar": (day_wage * 21.75 * 0.7 * 12).round(2),
        "ww_dagloon": day_wage,
        "ww_maanden_gehad": chance.integers(0, 12, size) * has_ww * 1.0,
        "ww_maanden_over": chance.integers(0, 24, size) * has_ww * 1.0,
        "aow_opbouw": np.full(size, 100.0),
        "vermogen_box3": chance.exponential(20_000, size).round(2),
    }
