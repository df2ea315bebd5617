"""A condition as a list that people can follow: all of these, one of these, and what is so of each.

A `not` is carried down to the trait, so that each line is a plain sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from plein.content.tips.looks import UNKNOWN, Seen
from plein.content.tips.trait import Trait
from plein.journeys.tree import Comparing, Condition, Every, Joined, Not


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or parts of which all or one must be so."""

    holds: bool | None
    said: str = ""
    parts: tuple["Part", ...] = ()
    of_all: bool = True


def explained(
    condition: Condition,
    traits: Mapping[str, Trait],
    language: str,
    seen: Mapping[str, Seen] | None = None,
) -> Part:
    """Without `seen` it says what is asked, and nothing of anybody."""
    return _part(condition, traits, language, seen or {}, so=True)


def _part(
    condition: Condition,
    traits: Mapping[str, Trait],
    language: str,
    seen: Mapping[str, Seen],
    *,
    so: bool,
) -> Part:
    if isinstance(condition, Not):
        return _part(condition.part, traits, language, seen, so=not so)
    if isinstance(condition, Joined):
        parts = tuple(_part(each, traits, language, seen, so=so) for each in condition.parts)
        of_all = isinstance(condition, Every) is so
        return Part(_together(parts, of_all=of_all), parts=parts, of_all=of_all)
    assert isinstance(condition, Comparing)  # noqa: S101 - the closed set of the tree
    found = seen.get(condition.name, UNKNOWN).holds
    said = traits[condition.name].said(language, so=so)
    return Part(None if found is None else found is so, said)


def _together(parts: tuple[Part, ...], *, of_all: bool) -> bool | None:
    found = {part.holds for part in parts}
    if (not of_all) in found:
        return not of_all
    return None if None in found else of_all
