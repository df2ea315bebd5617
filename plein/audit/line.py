"""What a line of the log holds as text, and its digest: the same in the log and in its check."""

from datetime import UTC, datetime
from hashlib import sha256
from json import JSONEncoder
from typing import NamedTuple
from uuid import UUID

from plein.audit.models import Look, Result

_text = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Line(NamedTuple):
    """A look as it is read to be checked; a `Look` answers to the same names."""

    municipality_id: int
    subject: UUID
    sequence: int
    at: datetime
    operation: UUID
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
    visible_from: datetime | None
    previous: bytes
    digest: bytes


def digest_of(line: Line | Look) -> bytes:
    """SHA-256 over the line before and this line, in a fixed order of fields."""
    before, after = around_sequence(line)
    return sha256(bytes(line.previous) + f"{before}{line.sequence}{after}".encode()).digest()


def around_sequence(line: Line | Look) -> tuple[str, str]:
    """The text of a line before and after its number in the chain."""
    fields: list[object] = [
        line.at.astimezone(UTC).isoformat(),
        str(line.operation),
        line.organisation,
        line.team,
        line.action,
        line.elements,
        line.purpose,
        line.basis,
    ]
    # Fields that came later count only where they say something: so the digests of lines from
    # before still hold, and nothing can be added to those lines unnoticed.
    if later := _later_fields(line):
        fields.append(later)
    return f'[{line.municipality_id},"{line.subject}",', f",{_text(fields)[1:]}"


def _later_fields(line: Line | Look) -> dict[str, str]:
    fields = {
        "function": line.function,
        "activity": line.activity,
        "case": line.case,
        "grant": line.grant,
        "channel": line.channel,
        "result": "" if line.result == Result.GIVEN else line.result,
        "visible_from": line.visible_from.astimezone(UTC).isoformat() if line.visible_from else "",
    }
    return {name: value for name, value in fields.items() if value}
