"""What does not fit in a declaration: where, what, and how it should be."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from pydantic_core import PydanticCustomError

Place = tuple[str | int, ...]
DOES_NOT_FIT = "does_not_fit"


def does_not_fit(what: str, example: str) -> PydanticCustomError:
    """To raise inside a model, which does not know its file and line."""
    return PydanticCustomError(DOES_NOT_FIT, "{what}", {"what": what, "example": example})


@dataclass(frozen=True, slots=True)
class Problem:
    place: Place
    what: str
    example: str


@dataclass(frozen=True, slots=True)
class Lines:
    """On which line of a file each place of a declaration stands."""

    file: str = ""
    numbers: Mapping[Place, int] = field(default_factory=dict)

    def told(self, place: Place) -> str:
        """`journey.yaml, regel 41: `; for what is missing, the line of what should hold it."""
        ends = range(len(place), -1, -1)
        line = next((self.numbers[place[:end]] for end in ends if place[:end] in self.numbers), 0)
        where = [self.file] * bool(self.file) + [f"regel {line}"] * bool(line)
        return f"{', '.join(where)}: " if where else ""


def nearest(word: str, known: Collection[str], otherwise: str) -> str:
    """What somebody may have meant: an example says more when it is about their own words."""
    return next(iter(get_close_matches(word, known, n=1)), otherwise)


class DeclarationDoesNotFit(Exception):
    """All that is wrong: one line for each problem."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))
