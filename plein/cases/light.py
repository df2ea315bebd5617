"""The stoplicht: whose turn it is, what to do and before which day. A pure function.

It is worked out from what stands in the record and never typed in. Our own lateness never turns
it red: that is said beside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from uuid import UUID

from plein.journeys.phases import CLOSED, Phase

SOON = 2  # days before the last one, within which an item with a consequence is urgent


class Dot(IntEnum):
    """In the order of urgency; there is none for what we cannot see, or what is closed."""

    GREEN = 1
    ORANGE = 2
    RED = 3


@dataclass(frozen=True, slots=True)
class Item:
    """Something open that the resident has to do: a task, a paper, a choice, a signature."""

    id: UUID
    title: str
    due_on: date | None = None  # the last day
    consequence: str = ""  # what happens otherwise
    waits_for_us: bool = False  # "dit lukt mij niet" was said, or it was handed in

    def is_urgent_on(self, day: date) -> bool:
        if self.due_on is None:
            return False
        return day > self.due_on or (bool(self.consequence) and (self.due_on - day).days <= SOON)


@dataclass(frozen=True, slots=True)
class CaseState:
    """What the light looks at. `is_fresh` is no for a source elsewhere that failed."""

    phase: Phase
    items: Sequence[Item] = ()
    decide_before: date | None = None  # the last day
    turn_of: str = ""  # who has it when the resident has not; empty: the municipality
    is_fresh: bool = True
    signature_by: date | None = None  # until when a partner may sign, while that is waited for


@dataclass(frozen=True, slots=True)
class Light:
    """`item` is the most urgent one; `by` its last day, or else the day of our answer."""

    dot: Dot | None
    item: Item | None = None
    by: date | None = None
    open_items: int = 0
    turn_of: str = ""
    we_are_late: bool = False
    is_known: bool = True
    signature_by: date | None = None  # somebody else is waited for as well

    @property
    def is_your_turn(self) -> bool:
        return self.dot in (Dot.RED, Dot.ORANGE)


def light_of(case: CaseState, day: date) -> Light:
    if not case.is_fresh:
        return Light(None, is_known=False)
    if case.phase in CLOSED:
        return Light(None)
    late = case.decide_before is not None and day > case.decide_before
    mine = sorted((item for item in case.items if not item.waits_for_us), key=_by_day)
    signature = case.signature_by
    if not mine:
        return Light(
            Dot.GREEN,
            by=case.decide_before,
            turn_of=case.turn_of,
            we_are_late=late,
            signature_by=signature,
        )
    urgent = [item for item in mine if item.is_urgent_on(day)]
    first = (urgent or mine)[0]
    dot = Dot.RED if urgent else Dot.ORANGE
    return Light(dot, first, first.due_on, len(mine), we_are_late=late, signature_by=signature)


def worst_of(lights: Iterable[Light]) -> Light | None:
    """Of a dossier, or of all dossiers: the most urgent, with all items counted.

    What we cannot see, or what is closed, says nothing and is left out.
    """
    known = [light for light in lights if light.dot is not None]
    if not known:
        return None
    worst = max(known, key=lambda light: (light.dot, -(light.by or date.max).toordinal()))
    return replace(
        worst,
        open_items=sum(light.open_items for light in known),
        we_are_late=any(light.we_are_late for light in known),
    )


def _by_day(item: Item) -> date:
    return item.due_on or date.max
