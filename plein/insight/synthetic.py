"""A municipality of invented households, drawn from margins that stand in a file: nobody real.

It says what a change of policy does to kinds of households, not to persons; the margins are ours
and each figure in them may be another. The same seed gives the same households.
"""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from plein.rules.book import RuleBook
from plein.rules.facts import FactType

Column = np.ndarray[Any, Any]
Columns = dict[str, Column]
_FILE = Path(__file__).with_name("margins.yaml")
KINDS = ("alleenstaande", "alleenstaande_ouder", "paar", "paar_met_kinderen")
SEED = 2026


@cache
def margins() -> dict[str, Any]:
    return dict(yaml.safe_load(_FILE.read_text()))


def households(book: RuleBook, asks: frozenset[str], size: int) -> tuple[Columns, Column]:
    """A column for each fact that is asked, and of which kind (place in `KINDS`) each one is.

    What the margins say nothing about is nought or no for everybody.
    """
    chance, given = np.random.default_rng(SEED), margins()
    shares = np.array([given["kinds"][kind]["share"] for kind in KINDS])
    kind = chance.choice(len(KINDS), size, p=shares / shares.sum())
    drawn = _together(kind) | _children(chance, kind, given) | _money(chance, kind, given)
    drawn |= _age(chance, size, given)
    return {name: drawn.get(name, _nought(book, name, size)) for name in asks}, kind


def _together(kind: Column) -> Columns:
    partner = kind >= KINDS.index("paar")
    return {"heeft_gezamenlijke_huishouding": partner, "heeft_toeslagpartner": partner}


def _children(chance: np.random.Generator, kind: Column, given: dict[str, Any]) -> Columns:
    """One to three children of any age, for who has them."""
    has = np.isin(kind, [KINDS.index("alleenstaande_ouder"), KINDS.index("paar_met_kinderen")])
    count = chance.choice([1, 2, 3], kind.size, p=given["children"]) * has
    bands = ("kinderen_0_5", "kinderen_6_11", "kinderen_12_15", "kinderen_16_17")
    drawn = chance.multinomial(1, given["ages_of_children"], (3, kind.size))
    present = np.arange(3)[:, None] < count
    return {
        name: (drawn[:, :, place] * present).sum(0).astype(float)
        for place, name in enumerate(bands)
    }


def _age(chance: np.random.Generator, size: int, given: dict[str, Any]) -> Columns:
    youngest, oldest = (years * 12 for years in given["age"])
    months = chance.integers(youngest, oldest, size).astype(float)
    return {"leeftijd_in_maanden": months, "leeftijd_in_maanden_partner": months}


def _money(chance: np.random.Generator, kind: Column, given: dict[str, Any]) -> Columns:
    """Wages of who works; a benefit for who does not; what is owned."""
    columns: Columns = {}
    low, high = given["other_benefit"]
    for suffix in ("", "_partner"):
        there = np.full(kind.size, True) if not suffix else kind >= KINDS.index("paar")
        works = (chance.random(kind.size) < _of_kind(kind, given, "works")) & there
        wage = chance.gamma(
            given["wage_shape"], _of_kind(kind, given, "wage") / given["wage_shape"]
        )
        benefit = chance.random(kind.size) < given["other_benefit_share"]
        columns |= {
            f"brutoloon_per_maand{suffix}": (wage * works).round(2),
            f"loonheffingskorting_op_loon{suffix}": works,
            f"andere_uitkering_per_maand{suffix}": (
                chance.uniform(low, high, kind.size) * (~works & benefit & there)
            ).round(2),
        }
    columns["bezit"] = chance.exponential(given["assets"], kind.size).round(2)
    return columns


def _of_kind(kind: Column, given: dict[str, Any], name: str) -> Column:
    return np.array([given["kinds"][each][name] for each in KINDS])[kind]


def _nought(book: RuleBook, name: str, size: int) -> Column:
    return np.full(size, 0, bool if book.facts[name].type is FactType.YES_NO else float)
