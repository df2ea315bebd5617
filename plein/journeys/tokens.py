"""A condition in pieces: names, literals, signs. Everything else is refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_SIGNS = 500
EXAMPLE = 'woonsituatie == "samen" and kinderen >= 1'
FIXED_WORDS = {"and", "or", "not", "in", "ja", "nee", "true", "false"}
END = "einde"

_PIECE = re.compile(
    r"""(?P<datum>[0-9]{4}-[0-9]{2}-[0-9]{2})
      | (?P<getal>-?[0-9]+(?:\.[0-9]+)?)
      | (?P<naam>[a-z][a-z0-9_]*)
      | (?P<tekst>"[^"\n]*"|'[^'\n]*')
      | (?P<teken>==|!=|<=|>=|<|>|[()\[\],])""",
    re.VERBOSE,
)
_HINTS = {
    "=": "schrijf == om te vergelijken",
    "!": "schrijf != of not",
    "&": "schrijf and",
    "|": "schrijf or",
    '"': "de tekst heeft geen einde",
    "'": "de tekst heeft geen einde",
}


class ConditionDoesNotFit(ValueError):
    """What is wrong, at which column, and how it should look."""

    def __init__(self, what: str, column: int) -> None:
        self.what = f"voorwaarde, kolom {column}: {what}"
        self.column = column
        super().__init__(f"{self.what}. Voorbeeld: {EXAMPLE}")


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is the text itself for signs and fixed words."""

    kind: str
    text: str
    column: int


def tokens_of(text: str) -> Iterator[Token]:
    """Raises `ConditionDoesNotFit`. The last one says that the text ends."""
    if len(text) > MOST_SIGNS:
        raise ConditionDoesNotFit(f"te lang, maak er hooguit {MOST_SIGNS} tekens van", MOST_SIGNS)
    at = 0
    while at < len(text):
        if text[at] in " \t\n":
            at += 1
            continue
        if not (found := _PIECE.match(text, at)):
            hint = _HINTS.get(text[at], "dit teken kan hier niet")
            raise ConditionDoesNotFit(f"{text[at]!r}: {hint}", at + 1)
        yield _token(found)
        at = found.end()
    yield Token(END, "", len(text) + 1)


def _token(found: re.Match[str]) -> Token:
    text, kind = found.group(), found.lastgroup or ""
    is_itself = kind == "teken" or text in FIXED_WORDS
    return Token(text if is_itself else kind, text, found.start() + 1)
