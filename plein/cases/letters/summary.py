"""What a letter is about, in a few lines of the language that the resident chose.

The letter itself is in Dutch, for that text counts. Nothing that is sealed is opened for it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from plein.cases.letters.appointments import appointments
from plein.cases.letters.telling import Telling, written
from plein.cases.models import Case, Decision
from plein.delivery.letter import Summary
from plein.delivery.notices import Notice, subject_of
from plein.journeys.languages import DUTCH
from plein.tenants.scope import current


@dataclass(frozen=True, slots=True)
class About:
    """Of which letter; `day` is the last day of what is asked."""

    notice: Notice
    case: Case | None
    day: date | None = None
    telling: Telling | None = None  # of a letter about appointments


def summary_of(about: About, language: str) -> Summary | None:
    """None for who reads Dutch, or never chose."""
    if language in ("", DUTCH):
        return None
    with translation.override(language):
        return Summary(language, _("Samenvatting van deze brief"), tuple(_lines(about)))


def _lines(about: About) -> Iterator[str]:
    matter = about.case.case_type.read.name if about.case else ""
    yield f"{subject_of(about.notice, matter, about.day)}."
    if about.case and (tell := TOLD.get(about.notice)):
        yield from tell(about, about.case)
    help_ = _("De Nederlandse brief telt. Begrijpt u die niet? Bel ons: {phone}.")
    yield help_.format(phone=current().phone)


def _decision(_about: About, case: Case) -> Iterator[str]:
    made: Decision = case.decisions.latest("decided_at")
    yield f"{case.case_type.read.result(made.result).resident}."
    again = _(
        "Bent u het er niet mee eens? Bel ons gerust eerst."
        " U kunt tot en met {day} vragen om een nieuw besluit. In de brief staat hoe."
    )
    yield again.format(day=written(made.object_until))


def _longer(_about: About, case: Case) -> Iterator[str]:
    hears = _("U hoort het vóór of op {day}. U hoeft nu niets te doen.")
    yield hears.format(day=written(case.last_day))


def _ends(_about: About, _case: Case) -> Iterator[str]:
    yield _("In de brief staat wat er stopt, waarom, en wat de laatste dag is.")


def _tasks(_about: About, _case: Case) -> Iterator[str]:
    yield _("In de brief staat wat u moet doen, en hoe.")
    yield _("Lukt het niet? Bel ons op tijd, dan helpen wij u.")


def _appointments(about: About, _case: Case) -> Iterator[str]:
    if about.telling:
        for part in appointments(about.telling):
            yield from part.lines


TOLD: dict[Notice, Callable[[About, Case], Iterator[str]]] = {
    Notice.DECISION: _decision,
    Notice.LONGER: _longer,
    Notice.ENDS: _ends,
    Notice.TASK: _tasks,
    Notice.REMINDER: _tasks,
    Notice.APPOINTMENT: _appointments,
    Notice.TOMORROW: _appointments,
}
