"""A value as somebody may read it, with where it came from."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from plein.kernel.clock import local_day
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Element
from plein.vault.models import Mode
from plein.vault.rows import Row

DISPUTED = "betwist"  # mark of a value that the resident says is wrong
DERIVED = "afgeleid"  # mode of a yes or no that follows from values
OWN = "eigen_opgave"  # mark of an answer that rests on what the resident says
SAYS = "melding"  # what a resident reports is sealed apart from the value it is about
SECRET = "geheim"  # mark of an address under secrecy
Json = Any  # text, number, truth, list or mapping: as JSON has it


@dataclass(frozen=True, slots=True, repr=False)
class Reading:
    """One version of one element, opened by the gate.

    Its text and repr give the key only, so that a value cannot slip into a log or an error.
    `value` is as `Kind` says: cents, ISO dates, lists of mappings; None when there is none.
    """

    version: UUID
    element: Element
    value: Json
    mode: str
    source: str
    service: str
    received_at: datetime
    seen_at: datetime
    valid_from: date | None
    valid_until: date | None
    marks: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Reading({self.element.key})"

    __str__ = __repr__

    @property
    def is_own(self) -> bool:
        return self.mode == Mode.STATEMENT

    def is_old_on(self, day: date) -> bool:
        return self.element.is_old_on(day, local_day(self.seen_at))


def answer_of(key: str, value: bool, under: "list[Reading]") -> Reading:
    """A derived answer, as old and as doubtful as what it follows from."""
    element = catalogue().as_element(key)
    marks = [mark for reading in under for mark in reading.marks]
    marks += [OWN for reading in under if reading.mode == Mode.STATEMENT]
    return Reading(
        version=under[0].version,
        element=element,
        value=value,
        mode=DERIVED,
        source=element.source,
        service="",
        received_at=min(reading.received_at for reading in under),
        seen_at=min(reading.seen_at for reading in under),
        valid_from=None,
        valid_until=None,
        marks=tuple(dict.fromkeys(marks)),
    )


def source_first(readings: Iterable[Reading]) -> dict[str, Reading]:
    """Per element what its source says, or else what the resident states."""
    own_first = sorted(readings, key=lambda reading: not reading.is_own)
    return {reading.element.key: reading for reading in own_first}


def written(value: Json) -> bytes:
    """A value as it is sealed: JSON in one fixed form, so that the same is the same."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def reading_of(version: Row, value: Json) -> Reading:
    marks = [*version.marks, *([DISPUTED] if version.is_disputed else [])]
    return Reading(
        version=version.pk,
        element=catalogue().elements[version.element],
        value=value,
        mode=version.mode,
        source=version.source,
        service=version.service,
        received_at=version.received_at,
        seen_at=version.seen_at,
        valid_from=version.valid_from,
        valid_until=version.valid_until,
        marks=tuple(marks),
    )
