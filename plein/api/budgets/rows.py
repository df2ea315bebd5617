"""The rows of a question as rows of a file: the same cells, read and refused in the same words."""

from collections.abc import Sequence
from typing import Any

from plein.api.asked import text
from plein.api.problems import Invalid, InvalidParam, Problem
from plein.identity.imports.records import Problem as WrongCell
from plein.identity.imports.records import Record
from plein.webshop.imports.reading import COLUMNS, OPTIONAL
from plein.webshop.imports.rows import Row, read_rows

GRANTS = "toekenningen"
CELLS = (*COLUMNS, *OPTIONAL)
MOST = 1_000


def rows_of(given: Sequence[Any]) -> list[Row]:
    """Raises `Invalid` with every cell that is wrong, by its place in the list."""
    if not 1 <= len(given) <= MOST:
        reason = f"Stuur 1 tot en met {MOST} toekenningen."
        raise Invalid(InvalidParam(GRANTS, "length", reason))
    wrong: list[InvalidParam] = []
    records = [_record(place, each, wrong) for place, each in enumerate(given)]
    if wrong:
        raise rows_do_not_fit(wrong)
    rows, problems = read_rows(records)
    if problems:
        raise rows_do_not_fit(named(problems))
    return rows


def named(problems: Sequence[WrongCell]) -> list[InvalidParam]:
    """A reader of JSON counts from 0; the words count as a person does, from 1."""
    return [
        InvalidParam(_name(each.row - 1, each.column), "invalid", str(each.text))
        for each in problems
    ]


def rows_do_not_fit(wrong: Sequence[InvalidParam]) -> Problem:
    detail = "Niet alle toekenningen kloppen. Er is niets toegekend."
    problem = Problem(400, "invalid", "Ongeldige vraag", detail)
    problem.invalid = list(wrong)
    return problem


def _record(place: int, given: Any, wrong: list[InvalidParam]) -> Record:
    cells = dict.fromkeys(CELLS, "")
    if not isinstance(given, dict):
        wrong.append(InvalidParam(_name(place), "invalid", "Dit hoort een object te zijn."))
        return Record(place + 1, cells)
    for name, value in given.items():
        if name not in cells:
            reason = "Dit veld kennen wij niet."
            wrong.append(InvalidParam(_name(place), "unknown-parameters", reason))
            continue
        try:
            cells[name] = "" if value is None else text(value).strip()
        except ValueError:
            reason = "Dit veld hoort een tekst te zijn."
            wrong.append(InvalidParam(_name(place, name), "invalid", reason))
    return Record(place + 1, cells)


def _name(place: int, column: str = "") -> str:
    return f"{GRANTS}.{place}.{column}" if column else f"{GRANTS}.{place}"
