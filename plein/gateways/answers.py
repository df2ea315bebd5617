"""What every source gives back, or raises, whichever language it speaks."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """`warnings` are plain texts: of the source, or of ours about what it says."""

    value: T = field(repr=False)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NothingFound:
    """The source answered, and knows nothing of this person."""

    warnings: tuple[str, ...] = ()


class SourceUnreachable(Refusal):
    """Down, too late, cut off, or too busy for us (HTTP 429 and 5xx). Trying again may help."""

    message = _("Deze organisatie geeft nu geen antwoord. Probeer het later opnieuw.")


class Reason(StrEnum):
    """Why an answer was refused: for the log, which never holds the values themselves."""

    SCHEMA = "schema"
    TOO_LARGE = "too_large"
    MARKUP = "markup"
    OTHER_PERSON = "other_person"
    STATUS = "status"  # the source did not understand our question, or does not know us
    NOT_ENTITLED = "not_entitled"
    FAULT = "fault"  # the source says itself that it failed (FWI Fout)


class AnswerRefused(Refusal):
    """An answer we do not trust. Nothing of it may be kept; trying again will not help."""

    message = _("Wij kregen een antwoord dat niet klopt. Wij hebben er niets van bewaard.")

    def __init__(self, reason: Reason) -> None:
        super().__init__()
        self.reason = reason
