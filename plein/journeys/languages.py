"""A text of a journey in more languages: `{nl: …, en: …}`; without one Dutch is shown."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from plein.journeys.problems import Place, Problem

DUTCH = "nl"
LANGUAGES = {DUTCH: "Nederlands", "en": "Engels", "ar": "Arabisch", "uk": "Oekraïens"}
ENGLISH_ALONE = "sdg"
WORD = re.compile(r"[^\W\d_]*[a-z]{2}")
FOR_RESIDENTS = frozenset(
    {"name", "title", "text", "help", "example", "label", "why", "consequence", "group"}
    | {"resident", "met", "not_met", "letter", "gives", "exceptions"}
)


def in_language(given: Any, language: str) -> Any:
    """The same document with one text at each place."""
    if _is_text(given):
        return given.get(language) or given[DUTCH]
    if isinstance(given, dict):
        return {key: in_language(each, language) for key, each in given.items()}
    if isinstance(given, list):
        return [in_language(each, language) for each in given]
    return given


def language_problems(given: Mapping[str, Any]) -> Iterator[Problem]:
    """A language that we do not have, and a text that its journey's languages do not all have."""
    languages = given.get("languages", [DUTCH])
    if not isinstance(languages, list) or any(each not in [*LANGUAGES] for each in languages):
        yield Problem(("languages",), "een taal kennen wij niet", "languages: [nl, en]")
        return
    yield from _in_english_alone(given.get(ENGLISH_ALONE) or {})
    for at, text in _texts(given, ()):
        said = set(text) if isinstance(text, dict) else {DUTCH}
        for language in languages:
            if language not in said or (isinstance(text, dict) and not text[language]):
                what = f"de tekst in het {LANGUAGES[language]} ontbreekt"
                yield Problem(at, what, f"{at[-1]}: {{nl: Uw geld, {language}: …}}")
        for language in said - set(languages):
            yield Problem(at, f"taal '{language}' staat niet in languages", "languages: [nl, en]")


def _in_english_alone(given: Mapping[str, Any]) -> Iterator[Problem]:
    for key, each in given.items():
        if any(not isinstance(text, str) for text in (each if isinstance(each, list) else [each])):
            what = f"'{key}' is er alleen in het Engels, zonder nl of en"
            yield Problem((ENGLISH_ALONE, key), what, f"{key}: Apply for help")


def _texts(given: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    rows = enumerate(given) if isinstance(given, list) else given.items()
    for key, each in rows:
        if key in FOR_RESIDENTS and (_is_text(each) or _has_words(each)):
            yield (*place, key), each
        elif isinstance(each, dict | list):
            yield from _texts(each, (*place, key))


def _has_words(given: Any) -> bool:
    """A number or a code is the same in every language."""
    return isinstance(given, str) and WORD.search(given) is not None


def _is_text(given: Any) -> bool:
    return isinstance(given, dict) and DUTCH in given and set(given) <= set(LANGUAGES)
