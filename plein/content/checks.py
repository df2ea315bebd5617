"""What an item has to fit beyond its shape, each problem with its place and an example."""

import re
from collections.abc import Iterator

from plein.content.amounts import loose_amounts
from plein.content.item import Item, Words
from plein.content.life_events import LIFE_EVENTS
from plein.content.translated import translation_problems
from plein.journeys.languages import DUTCH, LANGUAGES
from plein.journeys.problems import Place, Problem, nearest
from plein.kernel.reading_level.text import words

LEAST_WORDS, MOST_WORDS = 60, 150
# A tag or an entity; and the signs that make words stand in another order than they are written.
_MARKUP = re.compile(r"[<>]|&#?\w+;|[\u202a-\u202e]")


def problems_of(item: Item, folder: str, name: str) -> Iterator[Problem]:
    if item.key != name:
        yield Problem(("key",), f"de sleutel is niet de naam van het bestand, {name}", name)
    if folder not in item.life_events:
        what = f"de map {folder} staat niet bij life_events"
        yield Problem(("life_events",), what, f"life_events: {{{folder}: {{days: 0}}}}")
    for event in item.life_events.keys() - LIFE_EVENTS.keys():
        example = f"{nearest(event, LIFE_EVENTS, 'verhuizen')}: {{days: 0}}"
        yield Problem(("life_events", event), f"gebeurtenis '{event}' kennen wij niet", example)
    yield from _of_languages(item)
    for language, said in item.texts.items():
        yield from _of_amounts(said, ("texts", language))
        yield from _of_markup(said, ("texts", language))
    if DUTCH in item.texts:
        yield from _of_length(item.texts[DUTCH])
        yield from translation_problems(item)


def _of_languages(item: Item) -> Iterator[Problem]:
    if DUTCH not in item.texts:
        yield Problem(("texts",), "de tekst in het Nederlands ontbreekt", "texts: {nl: {…}}")
    for language in item.texts.keys() - LANGUAGES.keys():
        yield Problem(("texts", language), f"taal '{language}' kennen wij niet", "en: {…}")


def _of_amounts(said: Words, place: Place) -> Iterator[Problem]:
    for found in dict.fromkeys(loose_amounts(said.told)):
        what = f"'{found}' in een tekst: een bedrag komt uit de normen"
        yield Problem(place, what, "{norm:bijstand.norm_alleen}")


def _of_markup(said: Words, place: Place) -> Iterator[Problem]:
    for found in dict.fromkeys(_MARKUP.findall(said.told)):
        yield Problem(place, f"{found!r} in een tekst: een tekst is zonder opmaak", "gewone zinnen")


def _of_length(said: Words) -> Iterator[Problem]:
    count = len(words(said.told))
    if not LEAST_WORDS <= count <= MOST_WORDS:
        what = f"de tekst heeft {count} woorden"
        yield Problem(("texts", DUTCH), what, f"{LEAST_WORDS} tot en met {MOST_WORDS} woorden")
