"""The form of one step, with what we know, what was said before, and the papers that are there."""

from plein.intake.earlier import earlier_answers
from plein.intake.known import known
from plein.intake.progress import asked_in
from plein.journeys.intake import Step
from plein.web.request import ResidentRequest
from plein.web.resident.intake.own import Draft
from plein.web.step_form import StepForm
from plein.web.vault_shown import shown


def step_form(request: ResidentRequest, draft: Draft, here: Step) -> StepForm:
    by, at, is_sent = request.actor, request.now, request.method == "POST"
    asked = [
        each
        for each in asked_in(draft.intake, here, draft.answers)
        if each.key not in draft.answers.given
    ]
    readings = known(request.resident, here.confirms, by=by, at=at)
    return StepForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        intake=draft.intake,
        step=here,
        answers=draft.answers,
        values={key: shown(each, request.today) for key, each in readings.items()},
        earlier=earlier_answers(draft.application, asked, by=by, at=at),
        papers=list(draft.application.papers.select_related("document")),
    )
