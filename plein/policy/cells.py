"""The cells of one column as numbers, or for each that is none what to do about it."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from django.utils.translation import gettext_lazy as _

from plein.policy.kinds import Column
from plein.rules.facts import Fact, FactType

YES, NO = {"ja", "true", "1"}, {"nee", "false", "0"}
HIGHEST = 1e9  # of what has no limit of its own
YES_OR_NO = _("Schrijf ja of nee.")
NO_NUMBER = _("Vul een getal in met cijfers. Bijvoorbeeld: 1250,50. Of 0 als er niets is.")
TOO_LOW = _("Dit kan niet lager zijn dan {limit}.")
TOO_HIGH = _("Dit kan niet hoger zijn dan {limit}.")
UNCLEAR = _("Schrijf dit getal zonder punt. Bijvoorbeeld: 1250, of 1,25.")
NOT_WHOLE = _("Vul een heel getal in.")
_NUMBER = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?|-?\d+\.\d+")  # 1.250,50 | 1250.50
_THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+")
_EITHER = re.compile(r"-?\d{1,3}\.\d{3}")  # 1.250 is a thousand for one, and little for another


class Wrong(Exception):
    """`cells` are places in the column, each with a reason that says what to do."""

    def __init__(self, cells: list[tuple[int, Any]]) -> None:
        super().__init__(cells)
        self.cells = cells


def read_column(fact: Fact, cells: Sequence[str]) -> Column:
    """What stands in it more than once is looked at once. Raises `Wrong`."""
    read = _yes_or_no if fact.type is FactType.YES_NO else _number
    found: dict[str, bool | float] = {}
    wrong: dict[str, Any] = {}
    for cell in set(cells):
        value = read(cell)
        complaint = UNCLEAR if _EITHER.fullmatch(cell) else _complaint(fact, value)
        if complaint or value is None:
            wrong[cell] = complaint
        else:
            found[cell] = value
    if wrong:
        raise Wrong([(at, wrong[cell]) for at, cell in enumerate(cells) if cell in wrong])
    return np.array([found[cell] for cell in cells], bool if read is _yes_or_no else float)


def _yes_or_no(cell: str) -> bool | None:
    word = cell.lower()
    return word in YES if word in YES | NO else None


def _number(cell: str) -> float | None:
    """As a Dutch spreadsheet writes it, or as a machine does."""
    if not _NUMBER.fullmatch(cell):
        return None
    if "," in cell or _THOUSANDS.fullmatch(cell):
        cell = cell.replace(".", "").replace(",", ".")
    return float(cell)


def _complaint(fact: Fact, value: bool | float | None) -> Any:
    """What to do about it; nothing where it is right."""
    if value is None:
        return YES_OR_NO if fact.type is FactType.YES_NO else NO_NUMBER
    if fact.type is FactType.YES_NO:
        return None
    highest = HIGHEST if fact.highest is None else float(fact.highest)
    if fact.lowest is not None and value < fact.lowest:
        return str(TOO_LOW).format(limit=fact.lowest)
    if value > highest:
        return str(TOO_HIGH).format(limit=f"{highest:.0f}")
    return NOT_WHOLE if fact.type is FactType.COUNT and value % 1 else None
