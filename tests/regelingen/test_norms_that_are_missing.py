"""The law of the Netherlands without its figures: a household hears which one is missing."""

from dataclasses import replace
from datetime import date

from plein.regelingen.library import rule_book
from plein.rules.book import RuleBook
from plein.rules.calculate import calculate
from plein.rules.norms import Norms
from plein.rules.refusals import CannotCalculate

DAY = date(2026, 11, 1)


def test_every_rule_says_which_norm_is_missing_and_nothing_else_goes_wrong():
    book = rule_book()
    empty = {
        regeling: {
            name: replace(norm, values=(), missing="niet gevonden")
            for name, norm in book.norms.of(regeling).items()
        }
        for regeling in book.norms.regelingen
    }
    bare = RuleBook([each for own in book.rules.values() for each in own], book.facts, Norms(empty))

    for name in bare.rules:
        try:
            asked = bare.plan([name], DAY).asks
            calculate(bare, [name], {each: book.facts[each].nought for each in asked}, DAY)
        except CannotCalculate:
            continue
