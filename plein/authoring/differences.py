"""What changed between two journeys, per part, and what of it is taken over.

`base` is what was taken over before, `ours` what it became here, `theirs` what it is there now.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from plein.journeys.languages import DUTCH, LANGUAGES
from plein.journeys.problems import Place

ABSENT = None  # nothing in a document is null on purpose
ORDER = "(volgorde)"
IDENTITY = ("key", "value", "rule")  # what names a row of a list


@dataclass(frozen=True, slots=True)
class Difference:
    """`place` has the names of rows, not their numbers: those move."""

    place: Place
    base: Any
    ours: Any
    theirs: Any

    @property
    def kind(self) -> str:
        if self.theirs is ABSENT:
            return "weg"
        return "nieuw" if self.ours is ABSENT else "anders"

    @property
    def is_adapted(self) -> bool:
        """Changed here as well, so somebody has to choose with both in sight."""
        return bool(self.ours != self.base)


def differences(base: Any, ours: Any, theirs: Any, place: Place = ()) -> Iterator[Difference]:
    """All that they changed since, and that is not so here already."""
    if theirs in (ours, base):
        return
    if _is_text(ours, theirs):
        base, ours, theirs = map(_by_language, (base, ours, theirs))
    if isinstance(ours, dict) and isinstance(theirs, dict):
        yield from _in(base if isinstance(base, dict) else {}, ours, theirs, place)
    elif (names := _rows(ours)) is not None and (there := _rows(theirs)) is not None:
        before = _rows(base) or {}
        yield from _in(before, names, there, place)
        yield from _order(before, names, there, place)
    else:
        yield Difference(place, base, ours, theirs)


def taken_over(ours: Any, theirs: Any, chosen: Collection[Place], place: Place = ()) -> Any:
    """`ours`, with what is theirs at each place that was chosen."""
    if place in chosen:
        return theirs
    if not any(each[: len(place)] == place for each in chosen):
        return ours
    if _is_text(ours, theirs):
        mixed = _mixed(_by_language(ours), _by_language(theirs), chosen, place)
        return mixed[DUTCH] if [*mixed] == [DUTCH] else mixed
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _mixed(ours, theirs, chosen, place)
    here, there = _rows(ours) or {}, _rows(theirs) or {}
    mixed = _mixed(here, there, chosen, place)
    return [
        mixed[name] for name in _ordered(here, there, mixed, by_theirs=(*place, ORDER) in chosen)
    ]


def _in(base: Any, ours: Any, theirs: Any, place: Place) -> Iterator[Difference]:
    for name in [*ours, *(each for each in theirs if each not in ours)]:
        found = [each.get(name, ABSENT) for each in (base, ours, theirs)]
        yield from differences(found[0], found[1], found[2], (*place, name))


def _order(base: Any, ours: Any, theirs: Any, place: Place) -> Iterator[Difference]:
    here = [name for name in ours if name in theirs]
    there = [name for name in theirs if name in ours]
    before = [name for name in base if name in ours and name in theirs]
    if there not in (here, before):
        yield Difference((*place, ORDER), before, here, there)


def _mixed(ours: Any, theirs: Any, chosen: Collection[Place], place: Place) -> dict[str, Any]:
    names = [*ours, *(each for each in theirs if each not in ours)]
    found = {
        name: taken_over(ours.get(name, ABSENT), theirs.get(name, ABSENT), chosen, (*place, name))
        for name in names
    }
    return {name: each for name, each in found.items() if each is not ABSENT}


def _ordered(ours: Any, theirs: Any, kept: Any, *, by_theirs: bool) -> list[str]:
    """What is new comes after what it follows there."""
    first, then = (theirs, ours) if by_theirs else (ours, theirs)
    order = [name for name in first if name in kept]
    before = ""
    for name in then:
        if name in kept and name not in order:
            order.insert(order.index(before) + 1 if before in order else 0, name)
        before = name
    return order


def _rows(given: Any) -> dict[str, Any] | None:
    """A list of parts, by the name of each; None for what is no such list."""
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        return None
    named = {next((each[name] for name in IDENTITY if name in each), ""): each for each in given}
    return named if len(named) == len(given) and "" not in named else None


def _is_text(ours: Any, theirs: Any) -> bool:
    both = [each for each in (ours, theirs) if isinstance(each, dict)]
    return bool(both) and all(
        isinstance(each, str) or _in_languages(each) for each in (ours, theirs)
    )


def _in_languages(given: Any) -> bool:
    return isinstance(given, dict) and DUTCH in given and given.keys() <= LANGUAGES.keys()


def _by_language(given: Any) -> Any:
    return {DUTCH: given} if isinstance(given, str) else given
