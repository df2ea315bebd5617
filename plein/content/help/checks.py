"""What an answer has to fit beyond its shape."""

from collections.abc import Iterator

from plein.content.amounts import loose_amounts
from plein.content.help.answer import Answer
from plein.journeys.languages import DUTCH, LANGUAGES
from plein.journeys.problems import Problem
from plein.kernel.reading_level.text import words

MOST_WORDS = 80


def problems_of(answer: Answer, name: str) -> Iterator[Problem]:
    if answer.key != name:
        yield Problem(("key",), f"de sleutel is niet de naam van het bestand, {name}", name)
    for language in LANGUAGES.keys() - answer.texts.keys():
        what = f"de tekst in het {LANGUAGES[language]} ontbreekt"
        yield Problem(("texts",), what, f"texts: {{{language}: {{title: …, body: …}}}}")
    for language in answer.texts.keys() - LANGUAGES.keys():
        yield Problem(("texts", language), f"taal '{language}' kennen wij niet", "en: {…}")
    for language, said in answer.texts.items():
        if found := next(iter(loose_amounts(f"{said.title} {said.body}")), None):
            what = f"'{found}' in een antwoord: een bedrag kan morgen anders zijn"
            yield Problem(("texts", language), what, "Kijk bij Mijn geld hoeveel het is.")
    if DUTCH in answer.texts and (count := len(words(answer.texts[DUTCH].body))) > MOST_WORDS:
        what = f"het antwoord heeft {count} woorden"
        yield Problem(("texts", DUTCH), what, f"hoogstens {MOST_WORDS} woorden")
