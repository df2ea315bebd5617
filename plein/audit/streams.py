"""Lines of the log, however many, a few thousand at a time (a cursor on the server)."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import connection

from plein.audit.line import Line
from plein.audit.models import Chain, Look

_AT_A_TIME = 5_000
_LOOK, _CHAIN = Look._meta.db_table, Chain._meta.db_table
_LINE = ", ".join(f'l."{name}"' for name in Line._fields)
_CHAINS = f"""
SELECT c.length, c.head, {_LINE} FROM {_LOOK} l
LEFT JOIN {_CHAIN} c ON c.subject = l.subject AND c.municipality_id = l.municipality_id
WHERE l.municipality_id = %s AND (%s::uuid IS NULL OR l.subject = %s)
ORDER BY l.subject, l.sequence
"""  # noqa: S608 - the names of our own tables
_EMPTY = f"""
SELECT c.subject, c.length FROM {_CHAIN} c
WHERE c.municipality_id = %s AND (%s::uuid IS NULL OR c.subject = %s) AND c.length > 0
AND NOT EXISTS (
    SELECT FROM {_LOOK} l WHERE l.municipality_id = c.municipality_id AND l.subject = c.subject
)
"""  # noqa: S608
_BETWEEN = f"""
SELECT l.id, {_LINE} FROM {_LOOK} l
WHERE l.municipality_id = %s AND l.id > %s AND l.id <= %s ORDER BY l.id
"""  # noqa: S608
_ENDS = f"""
SELECT DISTINCT ON (l.subject) l.subject, l.sequence, l.digest FROM {_LOOK} l
WHERE l.municipality_id = %s AND l.id > %s AND l.id <= %s ORDER BY l.subject, l.sequence DESC
"""  # noqa: S608


def stream(statement: str, values: list[Any]) -> Iterator[tuple[Any, ...]]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement, values)
        while rows := cursor.fetchmany(_AT_A_TIME):
            yield from rows


def chained_lines(
    municipality_id: int, subject: UUID | None = None
) -> Iterator[tuple[int | None, bytes | None, Line]]:
    """Every line in the order of its chain, after the length and end that its chain should have."""
    for length, head, *line in stream(_CHAINS, [municipality_id, subject, subject]):
        yield length, head, Line._make(line)


def chains_without_lines(
    municipality_id: int, subject: UUID | None = None
) -> Iterator[tuple[UUID, int]]:
    """The chains that should have lines and have none, with how many there should be."""
    for row in stream(_EMPTY, [municipality_id, subject, subject]):
        yield row[0], row[1]


def lines_between(municipality_id: int, after: int, last: int) -> Iterator[tuple[int, Line]]:
    """The lines with these ids, `after` not in it, by id."""
    for number, *line in stream(_BETWEEN, [municipality_id, after, last]):
        yield number, Line._make(line)


def ends_between(municipality_id: int, after: int, last: int) -> Iterator[tuple[UUID, int, bytes]]:
    """How far the chains reach that grew with these lines: subject, length and digest."""
    for row in stream(_ENDS, [municipality_id, after, last]):
        yield row[0], row[1], row[2]
