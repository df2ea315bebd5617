"""From the files to traits and tips that fit, or to all that is wrong with them."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from plein.content.reading import refusal
from plein.content.tips.checks import audience_problems, tip_problems, trait_problems
from plein.content.tips.tip import Judgeable, Tip, TipWords
from plein.content.tips.trait import Trait
from plein.journeys.declared import Slug
from plein.journeys.files import read_yaml
from plein.journeys.languages import LANGUAGES
from plein.journeys.problems import Problem
from plein.journeys.shapes import shape_problems

_TRAITS = TypeAdapter(dict[Slug, Trait])
R = TypeVar("R", bound=Judgeable)
_EXAMPLES = {
    "key": "key: ww-stopt",
    "version": "version: 1",
    "topic": "topic: werk, geld, schulden, gezin, 18-worden, aow, nieuw-in-nederland of hulp",
    "audience": "audience: iedereen, volwassen of jong",
    "when": "when: betaalt_huur and not krijgt_huurtoeslag",
    "purpose": "purpose: info",
    "items": "items: [huurtoeslag]",
    "may": "may: [bellen, schrijven, aanbieden]",
    "finds": "finds: budget of voorziening",
    "law": "law: [Wet op de huurtoeslag art. 7]",
    "owner": "owner: Inkomen",
    "review_on": "review_on: 2027-12-01",
    "texts": "texts: {nl: {title: …, reason: …}, en: {…}, ar: {…}, uk: {…}}",
    "title": "title: Uw WW stopt bijna",
    "reason": "reason: U ziet dit omdat uw WW bijna stopt.",
    "element": "element: ww_einde_max",
    "look": "look: {within_days: 90}",
    "yes": "yes: {nl: Uw WW stopt bijna, en: …, ar: …, uk: …}",
}


def read_traits(path: Path) -> dict[str, Trait]:
    """Raises `DeclarationDoesNotFit`, with the line of each problem and an example."""
    given, lines = read_yaml(path)
    try:
        traits = _TRAITS.validate_python(given)
    except ValidationError as refused:
        parts = dict.fromkeys(given, Trait)
        raise refusal(shape_problems(refused, parts, _EXAMPLES), lines) from None
    problems = [each for key, trait in traits.items() for each in trait_problems(key, trait)]
    if problems := [*problems, *audience_problems(traits)]:
        raise refusal(problems, lines)
    return traits


def read_tip(path: Path, traits: Mapping[str, Trait], items: Iterable[str]) -> Tip:
    """Raises as `read_traits`."""
    known = frozenset(items)
    return read_rule(Tip, path, lambda tip: tip_problems(tip, path.stem, traits, known))


def read_rule(kind: type[R], path: Path, problems_of: Callable[[R], Iterable[Problem]]) -> R:
    """Raises as `read_traits`."""
    given, lines = read_yaml(path)
    try:
        rule = kind.model_validate(given)
    except ValidationError as refused:
        parts: dict[str, type[BaseModel]] = {"": kind, **dict.fromkeys(LANGUAGES, TipWords)}
        raise refusal(shape_problems(refused, parts, _EXAMPLES), lines) from None
    if problems := list(problems_of(rule)):
        raise refusal(problems, lines)
    return rule
