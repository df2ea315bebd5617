"""Who live at the same address, as the BRP says; of a child else as the SVB says.

A child that lives elsewhere is no child of this household for bijstand and kindgebonden budget
(Participatiewet art. 4, Wet op het kindgebonden budget art. 2). The BRP names the people at the
address by their day of birth alone, so children are known again by theirs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from plein.kernel.period import age_on
from plein.vault.family import earliest

ELSEWHERE = "2"  # CdWoonsituatieKind of the SVB
SHARES_COSTS_FROM = 27  # Participatiewet art. 19a


@dataclass(frozen=True)
class Child:
    name: str
    born: date
    is_at_home: bool
    says: str = ""  # the key of the source that places it: medebewoners or kind_woonsituatie


def children_of(values: Mapping[str, Any]) -> tuple[Child, ...]:
    """Without anything about where a child lives, it is taken to live at home."""
    known = [child for child in values.get("kinderen") or [] if child.get("geboortedatum")]
    return tuple(_child(child, values) for child in known)


def sharers_of(values: Mapping[str, Any], day: date) -> int:
    """Others of 27 and older at the address, without the partner."""
    others = [each["geboortedatum"] for each in _others(values) if each.get("geboortedatum")]
    partner = (values.get("partner") or {}).get("geboortedatum")
    if partner in others:
        others.remove(partner)
    return sum(age_on(day, earliest(born)) >= SHARES_COSTS_FROM for born in others)


def _child(child: Mapping[str, Any], values: Mapping[str, Any]) -> Child:
    born, name = child["geboortedatum"], str(child.get("voornaam", ""))
    if "medebewoners" in values:  # also where nobody else lives there
        at_home = any(_same(born, each.get("geboortedatum")) for each in _others(values))
        return Child(name, earliest(born), at_home, "medebewoners")
    for each in values.get("kind_woonsituatie") or []:
        if (each.get("voornaam"), each.get("geboortedatum")) == (child.get("voornaam"), born):
            at_home = each.get("woonsituatie") != ELSEWHERE
            return Child(name, earliest(born), at_home, "kind_woonsituatie")
    return Child(name, earliest(born), is_at_home=True)


def _same(born: str, other: str | None) -> bool:
    """Of some only the year or the month is known."""
    return bool(other) and (born.startswith(str(other)) or str(other).startswith(born))


def _others(values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return values.get("medebewoners") or []
