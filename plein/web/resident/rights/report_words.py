"""How far a report is: as steps, and who is at turn."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.audit.queries import acts_on
from plein.vault.catalogue import catalogue
from plein.vault.models import Correction, CorrectionState
from plein.web.templatetags.plein_ui import day, moment

Step = dict[str, str]
ANSWERED = {
    CorrectionState.CHANGED: gettext_lazy("Het is aangepast"),
    CorrectionState.TOLD: gettext_lazy("Het is aangepast"),
    CorrectionState.DONE: gettext_lazy("Het is aangepast"),
    CorrectionState.REFUSED: gettext_lazy("Het is niet aangepast"),
    CorrectionState.WITHDRAWN: gettext_lazy("U trok de melding in"),
}


def keeper_of(correction: Correction) -> str:
    """Who puts it right: the source of the version that was reported."""
    return catalogue().sources[correction.version.source].keeper


def turn_of(correction: Correction) -> str:
    """One sentence: who does what now, and by when."""
    words = {"keeper": keeper_of(correction), "day": day(correction.due_on)}
    match CorrectionState(correction.state):
        case CorrectionState.REPORTED:
            return _("Wij sturen uw melding door. U krijgt antwoord op %(day)s, of eerder.") % words
        case CorrectionState.FORWARDED | CorrectionState.EXAMINED:
            return (
                _("Nu aan de beurt: %(keeper)s. U krijgt antwoord op %(day)s, of eerder.") % words
            )
        case CorrectionState.OBJECTED:
            return _("Wij kijken er nog een keer naar. U krijgt antwoord op %(day)s.") % words
        case CorrectionState.CHANGED | CorrectionState.TOLD:
            return _("Wie het foute gegeven zag, krijgt bericht. U hoeft niets te doen.")
        case _:
            return _("U hoeft niets te doen.")


def steps_of(correction: Correction) -> list[Step]:
    """Reported, passed on, looked into, answered, and told to who read it."""
    moments = _moments(correction)
    state = CorrectionState(correction.state)
    is_answered = state in ANSWERED
    passed_on = moments.get(CorrectionState.FORWARDED)
    examined = moments.get(CorrectionState.EXAMINED)
    steps = [
        _step(_("U meldde dat het niet klopt"), correction.reported_at, is_done=True),
        _step(
            _("Doorgestuurd naar: %(keeper)s") % {"keeper": keeper_of(correction)},
            passed_on,
            is_done=bool(passed_on) or is_answered,
        ),
        *([] if is_answered and not examined else [_looked_into(examined)]),
        _step(
            str(ANSWERED.get(state, _("U krijgt antwoord"))),
            correction.closed_at or moments.get(CorrectionState.CHANGED),
            is_done=is_answered,
        ),
    ]
    if state in (CorrectionState.TOLD, CorrectionState.DONE):
        is_told = state == CorrectionState.DONE
        steps.append(_step(_("Wie het eerder zag, weet het"), None, is_done=is_told))
    return _with_now(steps)


def _looked_into(examined: datetime | None) -> Step:
    return _step(_("Wordt onderzocht"), examined, is_done=examined is not None)


def _moments(correction: Correction) -> dict[str, datetime]:
    names = {f"vault.correction.{state}": state for state in CorrectionState}
    acts = acts_on(correction, names)
    return {names[act.name]: act.at for act in reversed(acts)}


def _step(title: str, at: datetime | None, *, is_done: bool) -> Step:
    return {"state": "done" if is_done else "todo", "title": title, "meta": moment(at)}


def _with_now(steps: list[Step]) -> list[Step]:
    """The first that is not done is what happens now."""
    if waiting := next((step for step in steps if step["state"] == "todo"), None):
        waiting["state"] = "now"
    return steps
