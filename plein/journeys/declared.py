"""What every part of a declaration is made of."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema

from plein.journeys.conditions import read_condition
from plein.journeys.problems import does_not_fit
from plein.journeys.tokens import EXAMPLE, ConditionDoesNotFit
from plein.journeys.tree import Condition


class Declared(BaseModel):
    """Nothing is missing, and nothing is there that we do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def _read_when(text: object) -> Condition | None:
    if text is None or isinstance(text, Condition):
        return text
    if not isinstance(text, str):
        raise does_not_fit("'when' hoort tekst te zijn", f"when: {EXAMPLE}")
    try:
        return read_condition(text)
    except ConditionDoesNotFit as problem:
        raise does_not_fit(problem.what, f"when: {EXAMPLE}") from None


Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Line = Annotated[str, Field(min_length=1, max_length=200)]
Text = Annotated[str, Field(max_length=2000)]
When = Annotated[
    Condition | None,
    BeforeValidator(_read_when),
    PlainSerializer(lambda when: when and str(when), return_type=str | None),
    WithJsonSchema({"type": "string", "examples": [EXAMPLE]}),
]
