"""What a decision rests on beside its words: conditions that are not met, and why it differs."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from plein.audit.actions import Purpose
from plein.cases.actions.providing import Given
from plein.cases.models import Advice, Decision
from plein.identity.gate import SealedText, read_sealed
from plein.identity.models import Resident
from plein.kernel.actor import Actor

WEIGHED = "afweging bij een besluit"  # element in the log of looks


@dataclass(frozen=True, slots=True)
class Unmet:
    """A condition that the resident does not meet: in plain words, with its article."""

    rule: str
    says: str
    law: str


@dataclass(frozen=True, slots=True)
class Weighing:
    """`differs` says why it is not as the rules advised: kept, and no part of the letter."""

    unmet: tuple[Unmet, ...] = ()
    differs: str = ""

    def written(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def read(cls, found: Mapping[str, Any]) -> "Weighing":
        return cls(tuple(Unmet(**each) for each in found["unmet"]), found["differs"])


NOTHING_WEIGHED = Weighing()


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision as somebody wants to take it."""

    result: str
    explanation: str
    given: Given | None = None
    weighing: Weighing = NOTHING_WEIGHED
    advice: Advice | None = None


def sealed_weighing(decision: Decision) -> list[SealedText]:
    """None for what was decided before there was anything to weigh."""
    if not decision.weighing_sealed:
        return []
    return [SealedText(decision.pk, WEIGHED, decision.weighing_sealed)]


def open_decision(
    decision: Decision,
    resident: Resident,
    explanation: str,
    *,
    purpose: Purpose,
    by: Actor,
    at: datetime,
) -> tuple[str, Weighing]:
    """Its words and its weighing, in one look; `explanation` is the element of its words."""
    texts = [
        SealedText(decision.pk, explanation, decision.explanation_sealed),
        *sealed_weighing(decision),
    ]
    words, *weighed = read_sealed(
        resident, texts, purpose=purpose, by=by, at=at, case=decision.case.number
    )
    return words, read_weighing(weighed[0]) if weighed else NOTHING_WEIGHED


def read_weighing(text: str) -> Weighing:
    return Weighing.read(json.loads(text))
