"""The looks of one page: per day, per organisation, with the resident's own folded together."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from plein.audit.models import Channel, Look, Result
from plein.audit.queries import operations_of
from plein.identity.look_question import Kind, LookQuestion
from plein.identity.models import Resident
from plein.kernel.clock import local_day
from plein.web.look_words import sentence_of


@dataclass(frozen=True, slots=True)
class Line:
    """A look as it is shown, what was asked about it, and what can still be asked."""

    look: Look
    sentence: str
    asked: list[LookQuestion]
    kinds: list[Kind]

    @property
    def is_refused(self) -> bool:
        return self.look.result == Result.REFUSED


@dataclass(slots=True)
class Day:
    day: date
    own: list[Look] = field(default_factory=list)
    organisations: dict[str, list[Line]] = field(default_factory=dict)


def days_of(looks: list[Look], questions: list[LookQuestion], resident: Resident) -> list[Day]:
    by_resident = [look for look in looks if look.channel == Channel.RESIDENT]
    own = operations_of(str(resident.pk), by_resident)
    days = []
    for day, rows in groupby(looks, key=lambda look: local_day(look.at)):
        shown = Day(day)
        for look in rows:
            if look.operation in own:
                shown.own.append(look)
            else:
                line = _line(look, [each for each in questions if each.look_id == look.pk])
                shown.organisations.setdefault(_heading(look), []).append(line)
        days.append(shown)
    return days


def _line(look: Look, asked: list[LookQuestion]) -> Line:
    known = {question.kind for question in asked}
    kinds = [kind for kind in _askable(look) if kind not in known]
    return Line(look, sentence_of(look), asked, kinds)


def _askable(look: Look) -> Iterator[Kind]:
    """A system is nobody; and who of one's own household it was is not for us to tell."""
    if look.channel not in (Channel.SYSTEM, Channel.RESIDENT):
        yield Kind.WHO
    yield Kind.WHY


def _heading(look: Look) -> str:
    return "" if look.channel == Channel.RESIDENT else look.organisation
