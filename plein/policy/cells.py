"""The cells of one column as numbers, or for each that is none what to do about it."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from django.utils.translation import gettext_lazy as _

from plein.policy.kinds import Column
from plein.rules.facts import Fact, FactType

YES, NO = {"ja", "true", "1"}, {"nee", "false", "0"}
_NUMBER = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?|-?\d+\.\d+")  # 1.250,50 | 1250.50


class Wrong(Exception):
    """`cells` are places in the column, each with a reason that says what to do."""

    def __init__(self, cells: list[tuple[int, Any]]) -> None:
        super().__init__(cells)
        self.cells = cells


def read_column(fact: Fact, cells: Sequence[str]) -> Column:
    """Raises `Wrong`."""
    if fact.type is FactType.YES_NO:
        return _yes_or_no(cells)
    column = _numbers(cells)
    if wrong := _out_of_bounds(fact, column):
        raise Wrong(wrong)
    return column


def _yes_or_no(cells: Sequence[str]) -> Column:
    words = [cell.lower() for cell in cells]
    wrong = [(at, _("Schrijf ja of nee.")) for at, each in enumerate(words) if each not in YES | NO]
    if wrong:
        raise Wrong(wrong)
    return np.array([word in YES for word in words])


def _numbers(cells: Sequence[str]) -> Column:
    text = _("Vul een getal in met cijfers. Bijvoorbeeld: 1250,50. Of 0 als er niets is.")
    wrong = [(at, text) for at, cell in enumerate(cells) if not _NUMBER.fullmatch(cell)]
    if wrong:
        raise Wrong(wrong)
    return np.array([_plain(cell) for cell in cells], dtype=float)


def _plain(cell: str) -> str:
    """As a machine writes it. A point before three digits at the end stands for a thousand."""
    if "," in cell or re.fullmatch(r"-?\d{1,3}(\.\d{3})+", cell):
        return cell.replace(".", "").replace(",", ".")
    return cell


def _out_of_bounds(fact: Fact, column: Column) -> list[tuple[int, Any]]:
    checks: list[tuple[Column, Any]] = []
    if fact.lowest is not None:
        text = str(_("Dit kan niet lager zijn dan {limit}.")).format(limit=fact.lowest)
        checks.append((column < float(fact.lowest), text))
    highest = float(fact.highest) if fact.highest is not None else 1e9
    text = str(_("Dit kan niet hoger zijn dan {limit}.")).format(limit=f"{highest:.0f}")
    checks.append((column > highest, text))
    if fact.type is FactType.COUNT:
        checks.append((column != np.floor(column), _("Vul een heel getal in.")))
    return [(at, why) for wrong, why in checks for at in np.flatnonzero(wrong).tolist()]
