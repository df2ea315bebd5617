"""A value as a page shows it: words, where it came from, and what to mind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Element, Group
from plein.vault.models import Mode
from plein.vault.readings import DERIVED, OWN, SECRET, Reading
from plein.vault.words import lines

GROUPS: dict[Group, tuple[Any, str]] = {
    Group.WHO: (gettext_lazy("Wie ik ben"), "person-circle"),
    Group.FAMILY: (gettext_lazy("Mijn gezin"), "people"),
    Group.HOME: (gettext_lazy("Wonen"), "house-door"),
    Group.WORK: (gettext_lazy("Werk en school"), "building"),
    Group.MONEY: (gettext_lazy("Geld"), "wallet2"),
    Group.DEBTS: (gettext_lazy("Schulden"), "cash-coin"),
    Group.CARE: (gettext_lazy("Zorg en hulp"), "heart"),
}
MARKS = {
    "in_onderzoek": gettext_lazy("De gemeente onderzoekt of dit klopt."),
    "betwist": gettext_lazy("U hebt gemeld dat dit niet klopt."),
    OWN: gettext_lazy("Dit volgt uit wat u zelf invulde."),
    SECRET: gettext_lazy("Dit adres is geheim. Wij laten het aan niemand anders zien."),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One version. `lines` is empty where the source says that there is none."""

    lines: list[str]
    source: str
    received_at: datetime
    seen_at: datetime
    is_own: bool
    is_old: bool
    marks: list[Any]
    service: str


@dataclass(slots=True)
class Row:
    """An element on the page of its group; both empty when nothing is known."""

    element: Element
    url: str
    source: Shown | None = None
    own: Shown | None = None


def shown(reading: Reading, day: date) -> Shown:
    is_own = reading.mode == Mode.STATEMENT
    return Shown(
        lines=lines(reading.element, reading.value),
        source=_source_of(reading),
        received_at=reading.received_at,
        seen_at=reading.seen_at,
        is_own=is_own,
        is_old=reading.is_old_on(day),
        marks=[MARKS[mark] for mark in reading.marks if mark in MARKS],
        service=reading.service,
    )


def _source_of(reading: Reading) -> str:
    if reading.mode == Mode.STATEMENT:
        return _("uzelf")
    if reading.mode == DERIVED:
        return ", ".join(catalogue().keepers(reading.element.key))
    return catalogue().sources[reading.source].nl


def rows(elements: Iterable[Element], readings: Iterable[Reading], day: date) -> list[Row]:
    """A row for each element, in the order of the catalogue."""
    found = {
        element.key: Row(element, reverse("vault-value", args=[element.key]))
        for element in elements
    }
    for reading in readings:
        row, version = found[reading.element.key], shown(reading, day)
        if version.is_own:
            row.own = version
        else:
            row.source = version
    return list(found.values())
