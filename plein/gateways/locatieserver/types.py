"""What the Locatieserver answers to `free`, as far as we read it.

Its `score` is not among it: a high score is still a guess. What counts is the same address.
"""

import re
from typing import Annotated

from pydantic import Field

from plein.gateways.answers import AnswerRefused, Reason
from plein.gateways.shape import Code, Shape, Text
from plein.kernel.geo import Point

_POINT = re.compile(r"POINT\((?P<longitude>-?\d{1,3}(\.\d+)?) (?P<latitude>-?\d{1,2}(\.\d+)?)\)")


class Gevonden(Shape):
    """A document of the search; `huis_nlt` is the number with its letter and addition."""

    type: Code
    huis_nlt: Code | None = None
    postcode: Code | None = None
    centroide_ll: Text | None = None

    def point(self) -> Point:
        """Raises `AnswerRefused` for what is no point in the Netherlands."""
        match = _POINT.fullmatch(self.centroide_ll or "")
        if match is None:
            raise AnswerRefused(Reason.SCHEMA)
        point = Point(float(match["latitude"]), float(match["longitude"]))
        if not point.is_here:
            raise AnswerRefused(Reason.SCHEMA)
        return point


class Lijst(Shape):
    docs: Annotated[tuple[Gevonden, ...], Field(max_length=100)]


class Antwoord(Shape):
    response: Lijst
