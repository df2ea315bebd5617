"""A norm without a figure says whose turn it is: the municipality's, or ours to find it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from plein.rules.book import RuleBook
from plein.rules.calculate import calculate
from plein.rules.checks import problems_of
from plein.rules.norms import Dated, Norm, Norms
from plein.rules.refusals import NormMissing, NormNotSet
from plein.rules.rule import rule

DAY = date(2026, 1, 1)
BONUS = Norm("toeslag", "bedrag_per_jaar", "Verordening art. 2", "euro per jaar", ())


@rule("Verordening art. 2")
def toeslag_per_jaar(toeslag):
    """Wat u in een jaar krijgt."""
    return toeslag.bedrag_per_jaar


def book_of(norm):
    return RuleBook([toeslag_per_jaar], {}, Norms({"toeslag": {norm.name: norm}}))


def test_a_norm_without_a_figure_is_a_mistake():
    assert list(problems_of(book_of(BONUS))) == ["norm toeslag.bedrag_per_jaar has no figure"]


@pytest.mark.parametrize("why", [{"municipal": True}, {"missing": "niet gevonden"}])
def test_a_norm_without_a_figure_is_none_when_it_says_why(why):
    assert not list(problems_of(book_of(replace(BONUS, **why))))


def test_what_the_municipality_did_not_set_is_said_kindly():
    book = book_of(replace(BONUS, municipal=True))

    with pytest.raises(NormNotSet, match="Uw gemeente bepaalt"):
        calculate(book, ["toeslag_per_jaar"], {}, DAY)


def test_what_we_could_not_find_is_missing():
    book = book_of(replace(BONUS, missing="niet gevonden"))

    with pytest.raises(NormMissing, match="wij kennen het niet"):
        calculate(book, ["toeslag_per_jaar"], {}, DAY)


def test_the_figure_of_a_municipality_is_laid_over_it():
    book = book_of(replace(BONUS, municipal=True))
    own = replace(BONUS, values=(Dated(DAY, Decimal(200), ("verordening",)),))

    found = calculate(book, ["toeslag_per_jaar"], {}, DAY, norms=book.norms.with_local([own]))

    assert found["toeslag_per_jaar"] == 200
    assert found.explain("toeslag_per_jaar").norms[0].is_local
