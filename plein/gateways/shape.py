"""The shape an answer must have. What a source says is input like any other: judged, then read.

Types are strict, lengths have an end, and no text carries markup or signs that cannot be seen.
Fields we do not know are dropped.
"""

import re
import unicodedata
from typing import Annotated, NoReturn, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationError,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from plein.gateways.answers import AnswerRefused, Reason
from plein.gateways.partial_date import PartialDate
from plein.kernel.bsn import Bsn, NotABsn

_MARKUP = "markup"
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # Unicode: controls and line separators
_MOST_CENTS = 10**13
_BSN = re.compile(r"[0-9]{9}")


class Shape(BaseModel):
    """Its text shows nothing, so that no value ends up in a log or an error."""

    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="ignore",
        hide_input_in_errors=True,
        arbitrary_types_allowed=True,
    )

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"

    __str__ = __repr__


def _without_markup(text: str) -> str:
    if any(sign in "<>" or unicodedata.category(sign) in _INVISIBLE for sign in text):
        raise PydanticCustomError(_MARKUP, "markup or an invisible sign")
    return text


def _bsn(value: object) -> Bsn:
    if isinstance(value, str) and _BSN.fullmatch(value):
        try:
            return Bsn(value)
        except NotABsn:
            pass
    raise PydanticCustomError("bsn", "not a BSN")


S = TypeVar("S", bound=Shape)
Burgerservicenummer = Annotated[
    Bsn, BeforeValidator(_bsn), PlainSerializer(Bsn.reveal, return_type=str, when_used="json")
]
Day = Annotated[PartialDate, PlainSerializer(str, return_type=str, when_used="json")]
Code = Annotated[str, Field(min_length=1, max_length=40), AfterValidator(_without_markup)]
Text = Annotated[str, Field(max_length=400), AfterValidator(_without_markup)]
LongText = Annotated[str, Field(max_length=4000), AfterValidator(_without_markup)]
Cents = Annotated[int, Field(ge=-_MOST_CENTS, le=_MOST_CENTS)]
Year = Annotated[int, Field(ge=1900, le=2999)]


def read_json(shape: type[S], body: bytes) -> S:
    """Raises `AnswerRefused`, with nothing in it of what was said."""
    try:
        return shape.model_validate_json(body)
    except ValidationError as problem:
        found = problem.errors(include_url=False, include_context=False, include_input=False)
    _refuse(found)


def read_plain(shape: type[S], found: object) -> S:
    """As `read_json`, for what was parsed before. Lists are tuples here."""
    try:
        return shape.model_validate(found)
    except ValidationError as problem:
        problems = problem.errors(include_url=False, include_context=False, include_input=False)
    _refuse(problems)


def _refuse(problems: list[ErrorDetails]) -> NoReturn:
    is_markup = any(problem["type"] == _MARKUP for problem in problems)
    raise AnswerRefused(Reason.MARKUP if is_markup else Reason.SCHEMA)
