"""What lies sealed in signals about one resident: opened in one look, with one line in the log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from plein.audit.actions import Purpose
from plein.identity.gate import SealedText, read_sealed
from plein.kernel.actor import Actor
from plein.payments.models import AwardSignal
from plein.payments.signals.facts import Facts

FACTS, WORDS = "feiten bij een signaal", "uitkomst van een signaal"


@dataclass(frozen=True, slots=True)
class Opened:
    """`words` are empty while nobody looked into it."""

    signal: AwardSignal
    facts: Facts
    words: str


def opened(
    signals: Sequence[AwardSignal], *, why: Purpose, by: Actor, at: datetime
) -> list[Opened]:
    """All of one resident, in their order."""
    if not signals:
        return []
    texts = [text for signal in signals for text in _texts(signal)]
    resident = signals[0].award.resident
    found = iter(read_sealed(resident, texts, purpose=why, by=by, at=at))
    return [
        Opened(each, Facts.read(next(found)), next(found) if each.words_sealed else "")
        for each in signals
    ]


def _texts(signal: AwardSignal) -> list[SealedText]:
    texts = [SealedText(signal.pk, FACTS, signal.facts_sealed)]
    if signal.words_sealed:
        texts.append(SealedText(signal.pk, WORDS, signal.words_sealed))
    return texts
