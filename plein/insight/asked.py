"""What a life event asks, as fields of a data class; and the event as what can be kept."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_type_hints

from django.utils.functional import Promise


class Answer(StrEnum):
    """What kind of answer: the page makes a field of it."""

    DAY = "dag"
    MONTH = "maand"
    EUROS = "euro"
    HOURS = "uren"
    AGE = "leeftijd"
    CHILD = "kind"  # the birth date of a child of the household


@dataclass(frozen=True)
class Asks:
    """Stands beside the type of a field. A field with a default need not be answered."""

    answer: Answer
    label: Promise
    hint: str | Promise = ""


@dataclass(frozen=True)
class Question:
    name: str
    asks: Asks
    required: bool


def questions(kind: type[Any]) -> list[Question]:
    hints = get_type_hints(kind, include_extras=True)
    return [
        Question(each.name, hints[each.name].__metadata__[0], each.default is MISSING)
        for each in fields(kind)
    ]


def written(event: Any) -> dict[str, Any]:
    """As JSON knows it."""
    values = {each.name: getattr(event, each.name) for each in fields(event)}
    return {
        name: str(value) if isinstance(value, date | Decimal) else value
        for name, value in values.items()
    }


def read(kind: type[Any], values: Mapping[str, Any]) -> Any:
    """The other way round."""
    return kind(
        **{
            each.name: _read(each.asks.answer, values[each.name])
            for each in questions(kind)
            if values.get(each.name) is not None
        }
    )


def _read(answer: Answer, value: Any) -> Any:
    if answer in (Answer.DAY, Answer.MONTH, Answer.CHILD):
        return date.fromisoformat(value)
    return Decimal(value) if answer is Answer.EUROS else value
