"""From what the gate opened to what goes out: no value behind a yes or no leaves it."""

from collections.abc import Collection
from datetime import date

from plein.tenants.scope import current
from plein.vault.catalogue import catalogue
from plein.vault.derived import answer
from plein.vault.readings import Reading, answer_of, source_first


def asked_for(keys: Collection[str], opened: list[Reading], day: date) -> list[Reading]:
    """The values that were asked for, and the derived answers that are certain on this day."""
    asked = set(keys)
    values = [reading for reading in opened if reading.element.key in asked]
    answers = (_answer(key, opened, day) for key in keys if key in catalogue().derived)
    return [*values, *(given for given in answers if given is not None)]


def _answer(key: str, opened: list[Reading], day: date) -> Reading | None:
    sources = catalogue().derived[key].sources
    used = source_first(reading for reading in opened if reading.element.key in sources)
    values = {element: reading.value for element, reading in used.items()}
    said = answer(key, values, day=day, place=current().name)
    return None if said is None else answer_of(key, said, list(used.values()))
