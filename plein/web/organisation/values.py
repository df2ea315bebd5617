"""What a recipient sees of a value: words, source, date, and what to mind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.vault.catalogue import catalogue
from plein.vault.models import Mode
from plein.vault.readings import DERIVED, OWN, Reading
from plein.vault.words import lines

MARKS = {
    "in_onderzoek": _("De gemeente onderzoekt of dit klopt."),
    "betwist": _("De inwoner zegt dat dit niet klopt."),
    "onvolledig": _("De bron gaf niet alles."),
    OWN: _("Dit volgt uit wat de inwoner zelf opgaf."),
}
BY_RESIDENT = _("de inwoner zelf")


@dataclass(frozen=True, slots=True)
class Version:
    lines: list[str]  # none where the source says that there is none
    source: str | Promise
    seen_at: datetime
    is_old: bool
    marks: list[Promise]


@dataclass(frozen=True, slots=True)
class Value:
    """An element of the grant; without versions when nobody knows it."""

    title: str
    versions: list[Version]


def values(elements: Iterable[str], readings: Iterable[Reading], day: date) -> list[Value]:
    """In the order of the grant: every element that it holds, and no other."""
    found: dict[str, list[Version]] = {key: [] for key in elements}
    for reading in readings:
        found[reading.element.key].append(_version(reading, day))
    return [Value(catalogue().words(key), versions) for key, versions in found.items()]


def _version(reading: Reading, day: date) -> Version:
    return Version(
        lines=lines(reading.element, reading.value),
        source=_source(reading),
        seen_at=reading.seen_at,
        is_old=reading.is_old_on(day),
        marks=[MARKS[mark] for mark in reading.marks if mark in MARKS],
    )


def _source(reading: Reading) -> str | Promise:
    if reading.mode == Mode.STATEMENT:
        return BY_RESIDENT
    if reading.mode == DERIVED:
        return ", ".join(catalogue().keepers(reading.element.key))
    return catalogue().sources[reading.source].nl
