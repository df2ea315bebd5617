"""What is sealed of a conversation, and how long we take to answer."""

from datetime import date, datetime

from plein.identity.gate import SealedText
from plein.inbox.models import Contribution
from plein.kernel.clock import local_day
from plein.kernel.working_days import working_days_after

TALK = "bericht"  # element in the log of looks
LONGEST = 4000  # characters


def sealed_text(contribution: Contribution) -> SealedText:
    return SealedText(contribution.pk, TALK, contribution.words_sealed)


def answer_due(waiting_since: datetime, within: int) -> date:
    """The last day of our promise; `within` are working days."""
    return working_days_after(local_day(waiting_since), within)
