"""What apps above the vault hold of a resident, and give along when everything is taken."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plein.identity.models import Resident

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """`read` gives what stands in inzage.json under `name`; `words` the same for people."""

    name: str
    title: str
    read: Callable[[Resident, datetime], Json]
    words: Callable[[Json], list[Json]]  # [{title, lines}]


PARTS: dict[str, Part] = {}


def add_part(part: Part) -> None:
    """For an app above the vault; called once, at the start."""
    PARTS[part.name] = part
