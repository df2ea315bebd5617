"""Tasks with their words ready: set by themselves at an event, or picked by staff."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, StrictBool, WithJsonSchema

from plein.inbox.models.tasks import TaskKind
from plein.journeys.declared import Declared, Key, Line, Text, When
from plein.journeys.due import Due, read_due
from plein.journeys.problems import does_not_fit

DUE_EXAMPLE = "due: melding + 14 dagen"


class Starts(StrEnum):
    """When a task is set by itself."""

    REPORT = "melding"
    APPLICATION = "aanvraag"
    DECISION = "besluit"


def _read_due(text: object) -> Due:
    if isinstance(text, Due):
        return text
    found = read_due(text) if isinstance(text, str) else None
    if found is None:
        raise does_not_fit(f"'{text}' is geen dag die wij kunnen uitrekenen", DUE_EXAMPLE)
    return found


DueOn = Annotated[
    Due,
    BeforeValidator(_read_due),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "examples": [DUE_EXAMPLE]}),
]


class TaskTemplate(Declared):
    """`when` looks at the answers. Without `starts` it waits until staff picks it.

    `group` is what it helps with, such as work; `link` is where somebody can do it elsewhere.
    """

    key: Key
    kind: TaskKind
    title: Line
    why: Text
    due: DueOn
    needs_review: StrictBool
    example: Text = ""
    consequence: Text = ""
    link: Text = ""
    group: Text = ""
    starts: Starts | None = None
    when: When = None
