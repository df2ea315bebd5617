"""Every Dutch text that a resident can read, with the file it stands in."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from django.template.base import Lexer, Token, TokenType

from plein.content.help.library import FOLDER as ANSWERS
from plein.content.help.library import answers
from plein.content.library import FOLDER, items
from plein.journeys.languages import DUTCH, FOR_RESIDENTS, in_language

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "plein/web/templates/web"
PAGES = ("resident/**/*.html", "parts/*.html", "public/**/*.html", "resident.html")
MAILS = "plein/delivery/templates/**/*.*"
PYTHON = (
    *("plein/web/resident/**/*.py", "plein/web/*_words.py", "plein/inbox/*words.py"),
    *("plein/inbox/actions/*.py", "plein/delivery/notices.py", "plein/delivery/by_*.py"),
    *("plein/delivery/sending_codes.py", "plein/delivery/letter.py", "plein/kernel/**/*.py"),
    *("plein/content/*.py", "plein/web/public/information/*.py"),
    *("plein/web/from_page.py", "plein/appointments/models/callbacks.py"),
)
JOURNEYS = ("plein/regelingen/*/journey.yaml",)
MARKED = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
_TRANSLATE = re.compile(r"trans(?:late)?\s+(?P<quote>[\"'])(?P<text>.*?)(?P=quote)")
_IN_AN_ARGUMENT = re.compile(r"\b_\((?P<quote>[\"'])(?P<text>.*?)(?P=quote)\)")


class Text(NamedTuple):
    file: str
    dutch: str


@cache
def resident_texts() -> tuple[Text, ...]:
    found = dict.fromkeys(
        (*_of_templates(), *_of_python(), *_of_journeys(), *_of_items(), *_of_answers())
    )
    return tuple(each for each in found if each.dutch.strip())


def texts_of_a_template(source: str) -> Iterator[str]:
    block: list[str] | None = None
    for token in Lexer(source).tokenize():
        words = token.contents.split() if token.token_type == TokenType.BLOCK else [""]
        if words[0] in {"blocktranslate", "blocktrans"}:
            block = []
        elif block is not None and words[0] in {"plural", "endblocktranslate", "endblocktrans"}:
            yield " ".join("".join(block).split())
            block = [] if words[0] == "plural" else None
        elif block is not None:
            block.append(_written(token))
        else:
            yield from _in_a_tag(token)


def texts_of_python(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKED:
            for each in node.args:
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    yield each.value


def texts_of_a_journey(given: Any) -> Iterator[str]:
    """Also when a text is `{nl: …, en: …}`: then its Dutch."""
    yield from _for_residents(in_language(given, DUTCH))


def _for_residents(given: Any) -> Iterator[str]:
    if isinstance(given, list):
        for each in given:
            yield from _for_residents(each)
    elif isinstance(given, dict):
        for key, each in given.items():
            if key in FOR_RESIDENTS and isinstance(each, str):
                yield each
            else:
                yield from _for_residents(each)


def _written(token: Token) -> str:
    return "{filled_in}" if token.token_type == TokenType.VAR else token.contents


def _in_a_tag(token: Token) -> Iterator[str]:
    if token.token_type == TokenType.BLOCK and (match := _TRANSLATE.match(token.contents)):
        yield match["text"]
    elif token.token_type in {TokenType.BLOCK, TokenType.VAR}:
        yield from (match["text"] for match in _IN_AN_ARGUMENT.finditer(token.contents))


def _of_templates() -> Iterator[Text]:
    for file in sorted((*_files(TEMPLATES, PAGES), *_files(ROOT, (MAILS,)))):
        yield from _with(file, texts_of_a_template(file.read_text()))


def _of_python() -> Iterator[Text]:
    for file in _files(ROOT, PYTHON):
        yield from _with(file, texts_of_python(file.read_text()))


def _of_journeys() -> Iterator[Text]:
    for file in _files(ROOT, JOURNEYS):
        yield from _with(file, texts_of_a_journey(yaml.safe_load(file.read_text())))


def _of_items() -> Iterator[Text]:
    for item in items().values():
        file = FOLDER / next(iter(item.life_events)) / f"{item.key}.yaml"
        yield from _with(file, item.texts[DUTCH].told.splitlines())


def _of_answers() -> Iterator[Text]:
    for answer in answers().values():
        said = answer.texts[DUTCH]
        yield from _with(ANSWERS / f"{answer.key}.yaml", iter((said.title, said.body)))


def _files(below: Path, patterns: tuple[str, ...]) -> list[Path]:
    return sorted(each for pattern in patterns for each in below.glob(pattern) if each.is_file())


def _with(file: Path, texts: Iterator[str]) -> Iterator[Text]:
    return (Text(str(file.relative_to(ROOT)), each) for each in texts)
