"""How ZGW stores write things: a relation that is not there is absent, null, empty or `{}`."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from plein.gateways.shape import LongText

LONGEST_ADDRESS = 1000


def _none_if_empty(value: Any) -> Any:
    return value if value not in ("", {}, []) else None


def _one_line(value: Any) -> Any:
    """Free text has line ends and tabs, which are no part of what it says."""
    return " ".join(value.split()) if isinstance(value, str) else value or ""


def _nothing(value: Any) -> Any:
    return value or {}


Words = Annotated[LongText, BeforeValidator(_one_line)]
Url = Annotated[LongText, Field(min_length=1, max_length=LONGEST_ADDRESS)]
# What stands below a reader of ours is no JSON any more, and a moment is text there.
Moment = Annotated[datetime, Field(strict=False)]
MaybeEmpty = BeforeValidator(_none_if_empty)
MaybeNothing = BeforeValidator(_nothing)
