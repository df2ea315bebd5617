"""Does every chain fit? Each line is digested again, and held against its neighbours."""

from collections.abc import Iterator
from itertools import groupby
from uuid import UUID

from plein.audit.findings import Finding, Kind
from plein.audit.line import Line, digest_of
from plein.audit.streams import chained_lines, chains_without_lines


def wrong_links(municipality_id: int, subject: UUID | None = None) -> Iterator[Finding]:
    """What does not fit, of everybody or of one subject.

    A line that is missing shows at the line after it; one at the end, against the end that is
    kept in `Chain`.
    """
    rows = chained_lines(municipality_id, subject)
    for who, own in groupby(rows, key=lambda row: row[2].subject):
        expected, previous, kept = 1, b"", (0, b"")
        for length, head, line in own:
            yield from _wrong_line(line, expected, previous)
            expected, previous, kept = line.sequence + 1, line.digest, (length or 0, head or b"")
        yield from _wrong_end(who, kept, (expected - 1, previous))
    for who, length in chains_without_lines(municipality_id, subject):
        yield Finding(Kind.CUT_OFF, who, length, count=length)


def _wrong_line(line: Line, expected: int, previous: bytes) -> Iterator[Finding]:
    if line.sequence != expected:
        missing = line.sequence - expected
        yield Finding(Kind.MISSING, line.subject, line.sequence, count=missing)
    elif line.previous != previous:
        yield Finding(Kind.MISPLACED, line.subject, line.sequence)
    if line.digest != digest_of(line):
        yield Finding(Kind.CHANGED, line.subject, line.sequence)


def _wrong_end(
    subject: str, kept: tuple[int, bytes], found: tuple[int, bytes]
) -> Iterator[Finding]:
    length, last = kept[0], found[0]
    if last < length:
        yield Finding(Kind.CUT_OFF, subject, length, count=length - last)
    elif last > length:
        yield Finding(Kind.TOO_MANY, subject, last)
    elif kept[1] != found[1]:
        yield Finding(Kind.OTHER_END, subject, last)
