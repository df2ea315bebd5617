"""What staff can try out: a rule that says how much, and the norms that they can change for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml

from plein.regelingen.library import FOLDER
from plein.rules.book import RuleBook
from plein.rules.checks import names_in
from plein.rules.norms import Norm, Norms
from plein.rules.refusals import NormMissing

TIMES_A_YEAR = {"maand": 12, "kwartaal": 4, "jaar": 1}


@dataclass(frozen=True)
class Topic:
    """`facts` is what an invented household needs beside the margins that hold for everything.

    A fact has a `share` of households that have it with a `mean` amount, or is `above_income`: how
    much higher the income was before, as a share of the bijstand norm.
    """

    regeling: str
    target: str
    per: str  # a key of TIMES_A_YEAR
    name: str
    facts: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    @property
    def times(self) -> int:
        return TIMES_A_YEAR[self.per]

    def norms(self, book: RuleBook, day: date, norms: Norms) -> dict[str, Norm]:
        """Those of its own regeling that the rules read on this day, as one figure."""
        read = {
            name for rule in book.plan([self.target], day).steps for name in names_in(rule.body)
        }
        own = norms.of(self.regeling).items()
        return {name: norm for name, norm in own if name in read and _is_single(norm, day)}


def _is_single(norm: Norm, day: date) -> bool:
    """Not a column of a table, and not one of the law of which we have no figure."""
    try:
        return isinstance(norm.on(day).value, Decimal)
    except NormMissing:
        return norm.municipal


@cache
def topics() -> dict[str, Topic]:
    """By the name of the target."""
    every = [each for file in sorted(FOLDER.glob("*/policy.yaml")) for each in _read(file)]
    return {each.target: each for each in every}


def _read(file: Path) -> list[Topic]:
    return [Topic(regeling=file.parent.name, **each) for each in yaml.safe_load(file.read_text())]
