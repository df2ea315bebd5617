"""A calculation that waits on the page: signed, so that it can be kept or downloaded as it was."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.signing import BadSignature, dumps, loads
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.policy.invented import Margins
from plein.policy.outcome import Outcome
from plein.policy.trial import Trial
from plein.regelingen.trying import topics

LASTS = 24 * 60 * 60  # seconds


class CalculationIsGone(Refusal):
    message = _("Deze berekening is te oud. Reken het opnieuw uit.")


@dataclass(frozen=True)
class Calculation:
    """`margins` is None for a file of somebody's own."""

    trial: Trial
    margins: Margins | None
    outcome: Outcome

    def signed(self, by: Staff) -> str:
        trial = self.trial
        given = {
            "target": trial.topic.target,
            "day": trial.day.isoformat(),
            "now": trial.now,
            "then": trial.then,
            "margins": self.margins,
            "outcome": self.outcome.as_json(),
        }
        return dumps(given, salt=_salt(by), compress=True)


def read_signed(text: str, by: Staff) -> Calculation:
    """Raises `CalculationIsGone`, also for that of somebody else."""
    try:
        given: dict[str, Any] = loads(text, salt=_salt(by), max_age=LASTS)
    except BadSignature:
        raise CalculationIsGone from None
    day = date.fromisoformat(given["day"])
    trial = Trial(topics()[given["target"]], day, given["now"], given["then"])
    return Calculation(trial, given["margins"], Outcome.from_json(given["outcome"]))


def _salt(by: Staff) -> str:
    return f"plein.policy.{by.pk}"
