"""What the rules said of a case: each condition met, not met or not known, and how much it is."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from plein.cases.models import Advice
from plein.identity.gate import SealedText

ADVICE = "advies van de regels"  # element in the log of looks
MET, NOT_MET, UNKNOWN = "voldaan", "niet voldaan", "niet bekend"


@dataclass(frozen=True, slots=True)
class Judged:
    """`missing` are the facts that nobody told, in plain Dutch; `because` else why not known."""

    rule: str
    law: str
    verdict: str
    missing: tuple[str, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One amount, and how deep it lies under the one that was asked for."""

    depth: int
    says: str
    value: str
    law: str


@dataclass(frozen=True, slots=True)
class Advised:
    """`amount` in cents. `receipt` is as `plein.rules.receipt` makes it; none if all is unknown."""

    judged: tuple[Judged, ...]
    amount: int | None = None
    how_much: tuple[Line, ...] = ()
    amount_missing: tuple[str, ...] = ()
    receipt: Mapping[str, Any] | None = None

    @property
    def leans(self) -> bool | None:
        """Yes when every condition is met, no when one is not; none where something is unknown."""
        verdicts = {each.verdict for each in self.judged}
        if NOT_MET in verdicts:
            return False
        return True if verdicts == {MET} else None

    def verdict_of(self, rule: str) -> str:
        return next((each.verdict for each in self.judged if each.rule == rule), UNKNOWN)

    def written(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def sealed_advice(advice: Advice) -> SealedText:
    return SealedText(advice.pk, ADVICE, advice.content_sealed)


def read_advice(text: str) -> Advised:
    found = json.loads(text)
    return Advised(
        judged=tuple(
            Judged(**each | {"missing": tuple(each["missing"])}) for each in found["judged"]
        ),
        amount=found["amount"],
        how_much=tuple(Line(**each) for each in found["how_much"]),
        amount_missing=tuple(found["amount_missing"]),
        receipt=found["receipt"],
    )
