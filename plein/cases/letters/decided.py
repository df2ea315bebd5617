"""What a decision says on paper: what it is, why, what somebody gets, and how to object.

Each condition that is not met stands in it with its article (Awb 3:46 and 3:47).
"""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from plein.cases.actions.deciding import EXPLANATION
from plein.cases.letters.summary import About, summary_of
from plein.cases.letters.telling import WHY, by_post, written
from plein.cases.models import Decision, Provision
from plein.cases.weighing import Unmet, open_decision
from plein.delivery.actions.language import kept_language
from plein.delivery.letter import Letter, Part
from plein.delivery.notices import Notice
from plein.kernel.actor import Actor
from plein.kernel.money import euros
from plein.kernel.short_code import spaced


def decided_letter(made: Decision, *, by: Actor, at: datetime) -> Letter:
    """As it lies among the papers: without an address, which only paper needs."""
    case = made.case
    about = About(Notice.DECISION, case)
    return Letter(
        to=(),
        greeting=_("Geachte heer of mevrouw"),
        subject=_("Ons besluit over uw aanvraag: {matter}").format(matter=case.case_type),
        reference=spaced(case.number),
        parts=tuple(decided_parts(made, by=by, at=at)),
        summary=summary_of(about, kept_language(case.topic.resident)),
    )


def decided_parts(made: Decision, *, by: Actor, at: datetime) -> Iterator[Part]:
    """Opening why is a look, with a line in the log."""
    result, resident = made.case.case_type.read.result(made.result), made.case.topic.resident
    words, weighing = open_decision(made, resident, EXPLANATION, purpose=WHY, by=by, at=at)
    day = _("Op {day} hebben wij besloten over uw aanvraag.").format(day=written(made.decided_on))
    yield Part((day, f"{result.resident}."))
    yield Part(_lines(words), _("Waarom"))
    if weighing.unmet:
        yield Part(tuple(map(_unmet, weighing.unmet)), _("Hieraan voldoet u niet"))
    if provision := getattr(made, "provision", None):
        yield Part((_given(provision),), _("Wat u krijgt"))
    if result.letter:
        yield Part(_lines(result.letter), _("Wat dit voor u betekent"))
    yield Part(_objecting(made), _("Bent u het er niet mee eens?"))


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line for line in words.splitlines() if line.strip())


def _unmet(each: Unmet) -> str:
    if not each.law:
        return each.says
    return _("{says} Dit staat in {law}.").format(says=each.says, law=each.law)


def _given(provision: Provision) -> str:
    what, start = provision.what, written(provision.start)
    if provision.amount is not None:
        what = f"{what}: {euros(provision.amount)}"
    if provision.last_day is None:
        return _("{what}, vanaf {start}.").format(what=what, start=start)
    last = written(provision.last_day)
    return _("{what}, van {start} tot en met {last}.").format(what=what, start=start, last=last)


def _objecting(made: Decision) -> tuple[str, ...]:
    """What an objection has to hold (Awb 6:5), and until when (Awb 6:7)."""
    until = _("U kunt bezwaar maken tot en met {day}. Stuur een brief naar {place}.")
    holds = _(
        "Zet erin: uw naam en adres, de datum, het kenmerk {number}, waarom u het niet eens bent,"
        " en uw handtekening."
    )
    return (
        _("Bel ons gerust eerst. Dan leggen wij het uit."),
        until.format(day=written(made.object_until), place=by_post()),
        holds.format(number=spaced(made.case.number)),
    )
