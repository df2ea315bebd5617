"""Lines of the log, however many, a few thousand at a time (a cursor on the server)."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from plein.audit.line import Line
from plein.audit.models import Chain, Look

_AT_A_TIME = 5_000
_LOOK, _CHAIN = Look._meta.db_table, Chain._meta.db_table
_MOMENT = """replace(to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'),
    '.000000', '')"""
_AS_TEXT = {
    "subject": "l.subject::text",
    "operation": "l.operation::text",
    "at": _MOMENT.format("l.at"),
    "visible_from": f"coalesce({_MOMENT.format('l.visible_from')}, '')",
}
_LINE = ", ".join(_AS_TEXT.get(name, f'l."{name}"') for name in Line._fields)
_CHAINS = f"""
SELECT c.length, c.head, {_LINE} FROM {_LOOK} l
LEFT JOIN {_CHAIN} c ON c.subject = l.subject AND c.municipality_id = l.municipality_id
WHERE l.municipality_id = %s AND (%s::uuid IS NULL OR l.subject = %s)
ORDER BY l.subject, l.sequence
"""  # noqa: S608 - the names of our own tables
_EMPTY = f"""
SELECT c.subject::text, c.length FROM {_CHAIN} c
WHERE c.municipality_id = %s AND (%s::uuid IS NULL OR c.subject = %s) AND c.length > 0
AND NOT EXISTS (
    SELECT FROM {_LOOK} l WHERE l.municipality_id = c.municipality_id AND l.subject = c.subject
)
"""  # noqa: S608
_BETWEEN = f"FROM {_LOOK} l WHERE l.municipality_id = %s AND l.id > %s AND l.id <= %s"
_LINES = f"SELECT {_LINE} {_BETWEEN} ORDER BY l.id"
_DIGESTS = f"SELECT l.id, l.digest {_BETWEEN} ORDER BY l.id"
_ENDS = f"""
SELECT DISTINCT ON (l.subject) l.subject, l.sequence, l.digest {_BETWEEN}
ORDER BY l.subject, l.sequence DESC
"""


def _stream(statement: str, values: list[Any]) -> Iterator[tuple[Any, ...]]:
    """Within a transaction the server makes rows as they are fetched, and keeps none."""
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        with connection.cursor() as plain:
            plain.execute("SET LOCAL cursor_tuple_fraction = 1")  # we read to the end
        cursor.execute(statement, values)
        while rows := cursor.fetchmany(_AT_A_TIME):
            yield from rows


def chained_lines(
    municipality_id: int, subject: UUID | None = None
) -> Iterator[tuple[int | None, bytes | None, Line]]:
    """Every line in the order of its chain, after the length and end that its chain should have."""
    for length, head, *line in _stream(_CHAINS, [municipality_id, subject, subject]):
        yield length, head, Line._make(line)


def chains_without_lines(
    municipality_id: int, subject: UUID | None = None
) -> Iterator[tuple[str, int]]:
    """The chains that should have lines and have none, with how many there should be."""
    for row in _stream(_EMPTY, [municipality_id, subject, subject]):
        yield row[0], row[1]


def lines_between(municipality_id: int, after: int, last: int) -> Iterator[Line]:
    """The lines with these ids, `after` not in it, by id."""
    return map(Line._make, _stream(_LINES, [municipality_id, after, last]))


def digests_between(municipality_id: int, after: int, last: int) -> Iterator[tuple[int, bytes]]:
    """Of the same lines the ids and digests."""
    for row in _stream(_DIGESTS, [municipality_id, after, last]):
        yield row[0], row[1]


def ends_between(municipality_id: int, after: int, last: int) -> Iterator[tuple[UUID, int, bytes]]:
    """How far the chains reach that grew with these lines: subject, length and digest."""
    for row in _stream(_ENDS, [municipality_id, after, last]):
        yield row[0], row[1], row[2]
