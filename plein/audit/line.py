"""What a line of the log holds as text, and its digest: the same in the log and in its check."""

from datetime import UTC, datetime
from hashlib import sha256
from json.encoder import encode_basestring as quoted
from typing import NamedTuple, Self

from plein.audit.models import Look, Result


class Line(NamedTuple):
    """A look as it is digested; ids are text, and moments are text in UTC."""

    municipality_id: int
    subject: str
    sequence: int
    at: str
    operation: str
    organisation: str
    team: str
    action: str
    elements: list[str]
    purpose: str
    basis: str
    function: str
    activity: str
    case: str
    grant: str
    channel: str
    result: str
    visible_from: str
    previous: bytes
    digest: bytes

    @classmethod
    def of(cls, look: Look) -> Self:
        fields = {name: getattr(look, name) for name in cls._fields}
        opens = _moment(look.visible_from) if look.visible_from else ""
        texts = {"subject": str(look.subject), "operation": str(look.operation)}
        moments = {"at": _moment(look.at), "visible_from": opens}
        return cls(**fields | texts | moments)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


_LATER = Line._fields[11:18]
_USUAL = ("result", Result.GIVEN.value)


def digest_of(line: Line) -> bytes:
    """SHA-256 over the line before and this line, in a fixed order of fields."""
    before, after = around_sequence(line)
    return sha256(line.previous + f"{before}{line.sequence}{after}".encode()).digest()


def around_sequence(line: Line) -> tuple[str, str]:
    """The text of a line (JSON) before and after its number in the chain."""
    who = ",".join(map(quoted, line[3:8]))
    elements = ",".join(map(quoted, line.elements))
    why = f"{quoted(line.purpose)},{quoted(line.basis)}"
    return (
        f'[{line.municipality_id},"{line.subject}",',
        f",{who},[{elements}],{why}{_later_fields(line)}]",
    )


def _later_fields(line: Line) -> str:
    """Fields that came later count only where they say something.

    So the digests of lines from before still hold, and nothing can be added to those unnoticed.
    """
    filled = [
        f'"{name}":{quoted(value)}'
        for name, value in zip(_LATER, line[11:18], strict=True)
        if value and (name, value) != _USUAL
    ]
    return f",{{{','.join(filled)}}}" if filled else ""
