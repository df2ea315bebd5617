"""A field of a declaration as a control on screen, and what was typed as it is kept.

What does not fit is kept as it was typed: a draft may hold problems, and nothing gets lost.
"""

import re
from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Any

from annotated_types import MaxLen
from django import forms
from django.core.exceptions import ValidationError
from pydantic.fields import FieldInfo

from plein.authoring.places import inner, is_list
from plein.journeys.languages import DUTCH, FOR_RESIDENTS, LANGUAGES
from plein.web.desk.journeys.labels import CHOICES, HINTS, LABELS
from plein.web.fields import DayField

_WHOLE = re.compile(r"-?[0-9]{1,9}")
ONE_LINE = 200  # characters; what may be longer gets more lines
Said = Sequence[tuple[str, str, str]]  # name, language, label


def says_in(name: str, field: FieldInfo, languages: Sequence[str]) -> Said:
    """A text for residents has a control for each language; all else has one."""
    label = str(LABELS[name])
    if name not in FOR_RESIDENTS or inner(field.annotation) is not str:
        return [(name, "", label)]
    if len(languages) == 1:
        return [(f"{name}__{languages[0]}", languages[0], label)]
    return [
        (f"{name}__{each}", each, f"{label} ({LANGUAGES.get(each, each)})") for each in languages
    ]


def control(name: str, field: FieldInfo, label: str) -> forms.Field:
    kind = inner(field.annotation)
    said: dict[str, Any] = {"label": label, "required": False, "help_text": HINTS.get(name, "")}
    if is_list(field.annotation):
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), **said)
    if kind is bool:
        return forms.BooleanField(**said)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return forms.ChoiceField(choices=_choices(kind, field), **said)
    if kind is str and _longest(field) > ONE_LINE:
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), **said)
    known = {"list": "gegevens"} if name == "element" else {}
    return forms.CharField(widget=forms.TextInput(attrs={"autocomplete": "off", **known}), **said)


def typed(value: Any, field: FieldInfo) -> Any:
    """What is kept, as the control shows it."""
    if value is None:
        return ""
    if is_list(field.annotation):
        return "\n".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, bool) else str(value)


def kept(text: Any, field: FieldInfo) -> Any:
    """What was typed, as the document holds it; None for nothing."""
    kind = inner(field.annotation)
    if is_list(field.annotation):
        return [_simple(each.strip(), kind) for each in str(text).splitlines() if each.strip()]
    if kind is bool:
        return bool(text)
    return _simple(str(text).replace("\r\n", "\n").strip(), kind)


def text_in(given: Any, language: str) -> str:
    """One language of a text."""
    if isinstance(given, dict):
        return str(given.get(language, ""))
    return str(given or "") if language == DUTCH else ""


def _simple(text: str, kind: Any) -> Any:
    if not text:
        return None
    if kind is int and _WHOLE.fullmatch(text):
        return int(text)
    if kind is date:
        return _day(text)
    return text


def _day(text: str) -> str:
    try:
        day = DayField().to_python(text)
    except ValidationError:
        return text
    return day.isoformat() if day else text


def _choices(kind: type[Enum], field: FieldInfo) -> list[tuple[str, Any]]:
    values = [str(each.value) for each in kind]
    none = [] if field.is_required() or field.default is not None else [("", "-")]
    return [*none, *((each, CHOICES.get(each, each.replace("_", " "))) for each in values)]


def _longest(field: FieldInfo) -> int:
    return next((each.max_length for each in field.metadata if isinstance(each, MaxLen)), 0)
