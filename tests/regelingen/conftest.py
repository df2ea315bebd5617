"""A household of the rules: what is not said is nought or no."""

from datetime import date

import pytest

from plein.regelingen.library import rule_book
from plein.rules.calculate import calculate
from plein.rules.outcome import Outcome


@pytest.fixture
def outcome():
    """`outcome("zorgtoeslag_per_maand", day, loon_per_jaar=25_000)` with all else nought."""
    return outcome_of


def outcome_of(target: str, day: date, **facts: object) -> Outcome:
    book = rule_book()
    asked = book.plan([target], day).asks
    if idle := facts.keys() - book.facts.keys():
        raise AssertionError(f"nobody declares {sorted(idle)}")
    return calculate(book, [target], {name: book.facts[name].nought for name in asked} | facts, day)
