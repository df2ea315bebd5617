"""From a file to an item that fits, or to all that is wrong with it."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ValidationError

from plein.content.checks import problems_of
from plein.content.item import Item, Related, When, Words
from plein.content.life_events import LIFE_EVENTS
from plein.content.references import Source
from plein.journeys.files import read_yaml
from plein.journeys.languages import LANGUAGES
from plein.journeys.problems import DeclarationDoesNotFit, Lines, Problem
from plein.journeys.shapes import shape_problems

_PARTS: dict[str, type[BaseModel]] = {
    "": Item,
    "sources": Source,
    "related": Related,
    **dict.fromkeys(LANGUAGES, Words),
    **dict.fromkeys(LIFE_EVENTS, When),
}
_EXAMPLES = {
    "key": "key: huurtoeslag",
    "life_events": "life_events: {verhuizen: {days: 5}}",
    "days": "days: -30",
    "texts": "texts: {nl: {title: …, lead: …, for_whom: …, steps: […], body: …}}",
    "title": "title: Vraag huurtoeslag aan",
    "steps": "steps: [Log in met DigiD.]",
    "law": "law: [Wet op de huurtoeslag art. 7]",
    "decides": "decides: gemeente, uwv, svb, toeslagen, duo of rechter",
    "theme": "theme: wonen",
    "owner": "owner: Inkomen",
    "reviewed_on": "reviewed_on: 2026-11-28",
    "sources": "sources: [{title: Dienst Toeslagen, url: 'https://www.toeslagen.nl/'}]",
}


def read_item(path: Path) -> Item:
    """Raises `DeclarationDoesNotFit`, with the line of each problem and an example."""
    given, lines = read_yaml(path)
    try:
        item = Item.model_validate(given)
    except ValidationError as refused:
        raise refusal(shape_problems(refused, _PARTS, _EXAMPLES), lines) from None
    if problems := list(problems_of(item, path.parent.name, path.stem)):
        raise refusal(problems, lines)
    return item


def refusal(problems: Iterable[Problem], lines: Lines) -> DeclarationDoesNotFit:
    """Each problem with its file, its line and an example."""
    return DeclarationDoesNotFit(
        f"{lines.told(each.place)}{each.what}. Voorbeeld: {each.example}" for each in problems
    )
