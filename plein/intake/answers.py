"""What somebody filled in, sealed under their own key; opening it is a look."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from plein.audit.actions import Purpose
from plein.identity.gate import SealedText, read_sealed, seal_for
from plein.intake.models import Application
from plein.kernel.actor import Actor

ANSWERS = "antwoorden van een aanvraag"  # element in the log of looks
OWN = Purpose("omdat u uw aanvraag invulde of bekeek", "AVG artikel 15")


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What the resident said of a value that we knew: right, or what it should be.

    `shown` is as it stood on the page, with its source; so the copy says what was agreed with.
    `is_own`: it stood there as they stated it before.
    """

    right: bool
    shown: str = ""
    source: str = ""
    says: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """By key: `given` to questions (text, cents, whole numbers, ISO days, true or false, lists)."""

    given: Mapping[str, Any] = field(default_factory=dict)
    confirmed: Mapping[str, Confirmed] = field(default_factory=dict)

    def with_given(self, more: Mapping[str, Any]) -> "Answers":
        return Answers({**self.given, **more}, self.confirmed)

    def without(self, keys: Collection[str]) -> "Answers":
        """What was taken back."""
        given = {key: value for key, value in self.given.items() if key not in keys}
        return Answers(given, self.confirmed)

    def with_confirmed(self, more: Mapping[str, Confirmed]) -> "Answers":
        return Answers(self.given, {**self.confirmed, **more})

    def only(self, keys: frozenset[str]) -> "Answers":
        """What is on the route that was walked: an answer behind a turn not taken is not sent."""
        return Answers(
            {key: value for key, value in self.given.items() if key in keys},
            {key: value for key, value in self.confirmed.items() if key in keys},
        )


def known_and_right(answers: Answers) -> int:
    """How many things nobody had to tell."""
    return sum(each.right for each in answers.confirmed.values())


def put_away(application: Application, answers: Answers) -> None:
    """The caller saves the row."""
    text = json.dumps(asdict(answers), ensure_ascii=False)
    application.answers_sealed = seal_for(application.resident, application.pk, ANSWERS, text)


def open_answers(
    application: Application, *, by: Actor, at: datetime, purpose: Purpose = OWN, case: str = ""
) -> Answers:
    """Empty for what was never filled in, or was thrown away."""
    if not application.answers_sealed:
        return Answers()
    sealed = SealedText(application.pk, ANSWERS, application.answers_sealed)
    (text,) = read_sealed(application.resident, [sealed], purpose=purpose, by=by, at=at, case=case)
    found = json.loads(text)
    confirmed = {key: Confirmed(**each) for key, each in found["confirmed"].items()}
    return Answers(found["given"], confirmed)
