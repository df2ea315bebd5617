"""A household of the rules: what is not said is nought or no."""

from datetime import date

import pytest

from plein.regelingen.library import FOLDER, rule_book
from plein.rules.calculate import calculate
from plein.rules.facts import FactType
from plein.rules.files import read_norms
from plein.rules.norms import Norms
from plein.rules.outcome import Outcome


@pytest.fixture
def outcome():
    """`outcome("zorgtoeslag_per_maand", day, loon_per_jaar=25_000)` with all else nought."""
    return outcome_of


def outcome_of(target: str, day: date, *, norms: Norms | None = None, **facts: object) -> Outcome:
    book = rule_book()
    asked = book.plan([target], day).asks
    if idle := facts.keys() - book.facts.keys():
        raise AssertionError(f"nobody declares {sorted(idle)}")
    given = {name: nought(name) for name in asked} | facts
    return calculate(book, [target], given, day, norms=norms)


def norms_of(regeling: str, municipality: str) -> Norms:
    """The norms of the law, with those of a municipality for this regeling laid over them."""
    own = read_norms(regeling, FOLDER / regeling / "gemeenten" / f"{municipality}.yaml")
    return rule_book().norms.with_local(own.values())


def nought(name: str) -> object:
    return False if rule_book().facts[name].type is FactType.YES_NO else 0
