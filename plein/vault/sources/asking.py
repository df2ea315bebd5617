"""What a source is asked, and how it answers in the words of the catalogue."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings

from plein.gateways.partial_date import PartialDate
from plein.kernel.bsn import Bsn
from plein.vault.actions.keeping import Incoming
from plein.vault.readings import Json

PATIENCE = 6.0  # seconds that a resident can wait for one source


@dataclass(frozen=True, slots=True)
class Asked:
    """About whom a source is asked, and on which day."""

    bsn: Bsn
    resident: UUID
    day: date


@dataclass(frozen=True, slots=True)
class Kin:
    """A child of whom the BRP speaks: whose parent may look until it is of age."""

    bsn: Bsn
    born_on: date  # the first day it can be, where the day is not known
    has_authority: bool


@dataclass(slots=True)
class Answered:
    """What a source knows. `silent` are elements of which it could not say anything now."""

    service: str
    values: dict[str, Json] = field(default_factory=dict)
    marks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    valid: dict[str, tuple[date | None, date | None]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    silent: frozenset[str] = frozenset()
    kin: tuple[Kin, ...] | None = None  # None: this source does not speak of children
    has_died: bool = False

    def incoming(self, holds: Iterable[str]) -> list[Incoming]:
        """Every element this source speaks of; what it left out, there is not."""
        return [
            Incoming(
                key,
                self.values.get(key),
                service=self.service,
                valid_from=self.valid.get(key, (None, None))[0],
                valid_until=self.valid.get(key, (None, None))[1],
                marks=self.marks.get(key, ()),
            )
            for key in holds
            if key not in self.silent
        ]


@dataclass(frozen=True, slots=True)
class ValueSource:
    """`ask` raises `SourceUnreachable` or `AnswerRefused`; None when nothing was found."""

    key: str
    title: Any  # words for the resident, translated late
    holds: tuple[str, ...]
    ask: Callable[[Asked], Answered | None]


def address_of(gateway: str) -> str:
    """Where this gateway begins: a simulator, or the real one (settings.SOURCES)."""
    return str(settings.SOURCES[gateway])


def day(found: PartialDate | None) -> str | None:
    """As ISO 8601 writes what is known of it; None when nothing is."""
    return (str(found) or None) if found else None


def without_empty(**parts: Json) -> dict[str, Json]:
    return {name: value for name, value in parts.items() if value not in (None, "", [])}


def or_none(values: list[Json]) -> list[Json] | None:
    """An empty list is no value: then there is none."""
    return values or None
