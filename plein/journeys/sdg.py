"""What the Single Digital Gateway wants told of a service (Regulation (EU) 2018/1724)."""

from typing import Annotated

from pydantic import Field, StringConstraints

from plein.journeys.declared import Declared

English = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Paragraph = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


class Sdg(Declared):
    """English alone, for who does not live here yet.

    How long a decision or an objection takes is said from the days of the journey: `terms` says
    what else counts in time, and `remedies` what somebody can do besides objecting.
    """

    heading: English
    description: Paragraph
    steps: tuple[English, ...] = Field(min_length=1, max_length=10)
    costs: English
    terms: Paragraph
    remedies: Paragraph
