"""A municipality of invented households, drawn from margins that stand in a file: nobody real.

It says what a change of policy does to kinds of households, not to persons; the margins are ours
and who uses them may change each of them. The same seed gives the same households.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from plein.policy.kinds import CHILDREN, KINDS, Column, Columns
from plein.rules.book import RuleBook
from plein.rules.facts import FactType
from plein.rules.population import CHUNK

_FILE = Path(__file__).with_name("margins.yaml")
SEED = 2026
HOLIDAY = 1.08  # a wage in a year is twelve months with their holiday allowance (WML art. 15)
Margins = Mapping[str, Any]
Draws = Mapping[str, Mapping[str, float]]


@cache
def margins() -> Margins:
    return dict(yaml.load(_FILE.read_text(), yaml.CSafeLoader))


def households(
    book: RuleBook, asks: frozenset[str], draws: Draws, size: int, given: Margins
) -> Iterator[Columns]:
    """Chunk by chunk a column for each fact that is asked; each chunk has a seed of its own.

    What the margins say nothing about is nought or no for everybody.
    """
    for number, start in enumerate(range(0, size, CHUNK)):
        count = min(CHUNK, size - start)
        chance = np.random.default_rng([SEED, number])
        drawn = _drawn(chance, count, given) | _extra(chance, count, draws)
        yield {name: drawn.get(name, nought(book, name, count)) for name in asks}


def drawn_facts(draws: Draws) -> frozenset[str]:
    """What invented households have of their own, and a real file must say as well."""
    return frozenset(_drawn(np.random.default_rng(0), 1, margins())) | frozenset(draws)


def nought(book: RuleBook, name: str, size: int) -> Column:
    return np.full(size, 0, bool if book.facts[name].type is FactType.YES_NO else float)


def _drawn(chance: np.random.Generator, size: int, given: Margins) -> Columns:
    shares = np.array([given["kinds"][kind]["share"] for kind in KINDS])
    kind = chance.choice(len(KINDS), size, p=shares / shares.sum())
    found = _together(kind) | _children(chance, kind, given)
    return (
        found | _money(chance, kind, given) | _home(chance, size, given) | _age(chance, size, given)
    )


def _together(kind: Column) -> Columns:
    partner, everybody = kind >= KINDS.index("paar"), np.full(kind.size, True)
    return {
        "heeft_gezamenlijke_huishouding": partner,
        "heeft_toeslagpartner": partner,
        "is_verzekerd_voor_zorg": everybody,
        "is_verzekerd_voor_zorg_partner": everybody,
    }


def _children(chance: np.random.Generator, kind: Column, given: Margins) -> Columns:
    """One to three children of any age, for who has them."""
    has = np.isin(kind, [KINDS.index("alleenstaande_ouder"), KINDS.index("paar_met_kinderen")])
    count = chance.choice([1, 2, 3], kind.size, p=given["children"]) * has
    drawn = chance.multinomial(1, given["ages_of_children"], (3, kind.size))
    present = np.arange(3)[:, None] < count
    children = {
        name: (drawn[:, :, place] * present).sum(0).astype(float)
        for place, name in enumerate(CHILDREN)
    }
    return children | {"heeft_recht_op_kinderbijslag": has}


def _age(chance: np.random.Generator, size: int, given: Margins) -> Columns:
    youngest, oldest = (years * 12 for years in given["age"])
    months = chance.integers(youngest, oldest, size).astype(float)
    ages = {"leeftijd_in_maanden": months, "maanden_sinds_18": months - 18 * 12}
    return ages | {f"{name}_partner": column for name, column in ages.items()}


def _money(chance: np.random.Generator, kind: Column, given: Margins) -> Columns:
    """Wages of who works; a benefit for who does not; what is owned. A year is twelve such months.

    Bijstand itself is not in the income of the year.
    """
    columns: Columns = {}
    low, high = given["other_benefit"]
    for suffix in ("", "_partner"):
        there = np.full(kind.size, True) if not suffix else kind >= KINDS.index("paar")
        works = (chance.random(kind.size) < _of_kind(kind, given, "works")) & there
        mean = _of_kind(kind, given, "wage") / given["wage_shape"]
        wage = (chance.gamma(given["wage_shape"], mean) * works).round(2)
        needs = ~works & (chance.random(kind.size) < given["other_benefit_share"]) & there
        benefit = (chance.uniform(low, high, kind.size) * needs).round(2)
        columns |= {
            f"brutoloon_per_maand{suffix}": wage,
            f"loonheffingskorting_op_loon{suffix}": works,
            f"andere_uitkering_per_maand{suffix}": benefit,
            f"loon_per_jaar{suffix}": (wage * 12 * HOLIDAY).round(2),
            f"uitkeringen_per_jaar{suffix}": (benefit * 12 * HOLIDAY).round(2),
        }
    columns["bezit"] = chance.exponential(given["assets"], kind.size).round(2)
    return columns | {"vermogen_box3": columns["bezit"]}


def _home(chance: np.random.Generator, size: int, given: Margins) -> Columns:
    rents = chance.random(size) < given["rents"]
    low, high = given["rent"]
    rent = (chance.uniform(low, high, size) * rents).round(2)
    return {"huurt_zelfstandige_woning": rents, "kale_huur_per_maand": rent}


def _of_kind(kind: Column, given: Margins, name: str) -> Column:
    return np.array([given["kinds"][each][name] for each in KINDS])[kind]


def _extra(chance: np.random.Generator, size: int, draws: Draws) -> Columns:
    """What only this regeling asks; `above_income` as a multiple of the income of now."""
    found: Columns = {}
    for name, draw in sorted(draws.items()):
        if "above_income" in draw:
            found[name] = 1 + np.abs(chance.normal(0, draw["above_income"], size))
        else:
            has = chance.random(size) < draw["share"]
            found[name] = (chance.exponential(draw["mean"], size) * has).round(2)
    return found
