"""A household of the rules: what is not said is nought or no."""

from datetime import date
from decimal import Decimal

import pytest

from plein.regelingen.library import FOLDER, rule_book
from plein.rules.calculate import calculate
from plein.rules.files import read_norms
from plein.rules.norms import Norms
from plein.rules.outcome import Outcome

INCOME = {
    f"netto_{kind}_per_maand{whose}" for kind in ("loon", "uitkering") for whose in ("", "_partner")
}
WITHOUT_ALLOWANCE = {
    f"vakantiegeld_bij_{kind}_per_maand{whose}": 0
    for kind in ("loon", "uitkering")
    for whose in ("", "_partner")
}


@pytest.fixture
def outcome():
    """`outcome("zorgtoeslag_per_maand", day, loon_per_jaar=25_000)` with all else nought."""
    return outcome_of


def outcome_of(target: str, day: date, *, norms: Norms | None = None, **facts: object) -> Outcome:
    """What is given of a rule stands in for it; a net income comes without holiday allowance."""
    book = rule_book()
    facts = WITHOUT_ALLOWANCE | facts if INCOME & facts.keys() else facts
    known = {name: as_known(facts.pop(name)) for name in list(facts) if name in book.rules}
    asked = book.plan([target], day, known.keys()).asks
    if idle := facts.keys() - book.facts.keys():
        raise AssertionError(f"nobody declares {sorted(idle)}")
    nought = {name: book.facts[name].nought for name in asked}
    return calculate(book, [target], nought | facts, day, known=known, norms=norms)


def norms_of(regeling: str, municipality: str) -> Norms:
    """The norms of the law, with those of a municipality for this regeling laid over them."""
    own = read_norms(regeling, FOLDER / regeling / "gemeenten" / f"{municipality}.yaml")
    return rule_book().norms.with_local(own.values())


def as_known(value: object) -> object:
    return value if isinstance(value, bool) else Decimal(str(value))
