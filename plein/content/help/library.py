"""All short answers, found by their files: a new one is a new file, and no list is edited."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, ValidationError

from plein.content.help.answer import Answer, AnswerWords
from plein.content.help.checks import problems_of
from plein.content.reading import refusal
from plein.inbox.models import Page
from plein.journeys.files import read_yaml
from plein.journeys.languages import LANGUAGES
from plein.journeys.shapes import shape_problems

FOLDER = Path(__file__).parent / "answers"
_PARTS: dict[str, type[BaseModel]] = {"": Answer, **dict.fromkeys(LANGUAGES, AnswerWords)}
_EXAMPLES = {
    "key": "key: waar-is-mijn-bestelling",
    "pages": "pages: [bestellingen, winkel]",
    "texts": "texts: {nl: {title: …, body: …}, en: {…}, ar: {…}, uk: {…}}",
    "title": "title: Waar is mijn bestelling?",
    "body": "body: Kijk bij Bestellingen.",
}


@cache
def answers() -> Mapping[str, Answer]:
    """By key. Raises `DeclarationDoesNotFit`."""
    read = [read_answer(file) for file in sorted(FOLDER.glob("*.yaml"))]
    return MappingProxyType({each.key: each for each in read})


def read_answer(path: Path) -> Answer:
    """Raises `DeclarationDoesNotFit`, with the line of each problem and an example."""
    given, lines = read_yaml(path)
    try:
        answer = Answer.model_validate(given)
    except ValidationError as refused:
        raise refusal(shape_problems(refused, _PARTS, _EXAMPLES), lines) from None
    if problems := list(problems_of(answer, path.stem)):
        raise refusal(problems, lines)
    return answer


def about(page: Page) -> list[Answer]:
    """Those that name this page first go before those that name it later."""
    found = [each for each in answers().values() if page in each.pages]
    return sorted(found, key=lambda answer: answer.pages.index(page))
