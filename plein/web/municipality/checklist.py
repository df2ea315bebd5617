"""The list of what a start needs, as a page shows it at either door."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plein.starting.checklist import Line
from plein.starting.models import Step


@dataclass(frozen=True, slots=True)
class Row:
    """A line, and where to do something about it; empty where that is not on screen."""

    line: Line
    url: str


def rows_of(
    lines: Sequence[Line], *, tick_url: Callable[[str], str], step_url: Callable[[Step], str]
) -> list[Row]:
    def url(line: Line) -> str:
        if line.can_be_ticked:
            return tick_url(line.item.key)
        return step_url(line.item.step) if line.item.step and not line.is_done else ""

    return [Row(line, url(line)) for line in lines]


def waiting_for(lines: Sequence[Line]) -> int:
    """How many lines keep the opening back."""
    return sum(line.is_needed and not line.is_done for line in lines)
