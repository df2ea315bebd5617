"""Other people in somebody's data: what of them may be seen, and until when."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from plein.kernel.period import age_on
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import About, Element
from plein.vault.models import Vault
from plein.vault.rows import Row

OF_AGE = 18  # BW boek 1 art. 233


def former_partner(vault: Vault, rows: Iterable[Row]) -> set[UUID]:
    """The versions about a partner that are not the newest: of a partner only what is so now.

    Somebody who is no partner any more is gone at once and stays gone, also after a new marriage.
    Whether an older version is about the same person, nobody can see without opening it.
    """
    elements = catalogue().elements
    about = [row for row in rows if elements[row.element].about == About.PARTNER]
    if not about:
        return set()
    newest = vault.values.filter(element__in={row.element for row in about}).newest()
    return {row.pk for row in about} - set(newest.values_list("pk", flat=True))


def without_grown_children(element: Element, value: Any, day: date) -> Any:
    """From 00:00 on the eighteenth birthday a child's data are the child's own."""
    if element.about != About.CHILD or not isinstance(value, list):
        return value
    return [child for child in value if not is_of_age(child.get("geboortedatum"), day)]


def is_of_age(born: str | None, day: date) -> bool:
    """For a birth date that is known to the year only, the first day counts: hide early."""
    return born is not None and age_on(day, earliest(born)) >= OF_AGE


def earliest(partial: str) -> date:
    """The first day a BRP date can mean: `2009`, `2009-04` or `2009-04-12`."""
    year, month, day = (*(int(part) for part in partial.split("-")), 1, 1)[:3]
    return date(year, month, day)


def latest(partial: str) -> date:
    """The last day a BRP date can mean: `2009`, `2009-04` or `2009-04-12`."""
    year, month, day = (*(int(part) for part in partial.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def is_about_others(element: Element) -> bool:
    """About a partner, or who lives on the address: the resident does not decide for them."""
    on_the_address = element.about == About.HOUSEHOLD and element.source == "rvig"
    return element.about == About.PARTNER or on_the_address
