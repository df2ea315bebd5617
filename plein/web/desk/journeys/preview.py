"""Voorbeeld: the steps as a resident meets them, with the answers that somebody tries out.

Nothing is kept: the answers travel in the page itself.
"""

from typing import Any
from uuid import UUID

from django.core import signing
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from pydantic import ValidationError

from plein.authoring.models import JourneyDraft
from plein.identity.roles import Right
from plein.intake.answers import Answers
from plein.intake.progress import asked_in, route, step_after
from plein.journeys.intake import Intake, Step
from plein.journeys.languages import in_language
from plein.journeys.reading import problems_with
from plein.vault.catalogue import catalogue
from plein.web.desk.journeys.draft import find
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.step_form import StepForm
from plein.web.vault_shown import Shown


@staff_may(Right.WRITE_JOURNEYS)
@require_http_methods(["GET", "POST"])
def preview(request: StaffRequest, draft_id: UUID) -> HttpResponse:
    draft = find(draft_id)
    language = _language(request, draft)
    intake = _intake(draft, language)
    context: dict[str, Any] = {"draft": draft, "language": language, "languages": draft.languages}
    if intake is None:
        return render(request, "web/desk/journeys/preview.html", context)
    status, tried = _tried_out(request, draft, intake)
    return render(request, "web/desk/journeys/preview.html", context | tried, status=status)


def _tried_out(
    request: StaffRequest, draft: JourneyDraft, intake: Intake
) -> tuple[int, dict[str, Any]]:
    """The step where somebody is, after what was answered."""
    given = _answers(request.POST.get("antwoorden", ""), draft)
    here = _step(intake, given, request.POST.get("stap", ""))
    form = _form(request, intake, here, given, is_posted="verder" in request.POST)
    if here and form and form.is_bound and form.is_valid():
        answers = form.answered(Answers(given))
        given = dict(answers.given)
        if not set(asked_in(intake, here, answers)) - set(form.questions):
            here = step_after(intake, answers, here.key)
        form = _form(request, intake, here, given, is_posted=False)
    keys = [each.key for each in route(intake, Answers(given))]
    return 422 if form and form.errors else 200, {
        "step": here,
        "form": form,
        "answers": signing.dumps(given, salt=_salt(draft)),
        "number": keys.index(here.key) + 1 if here else len(keys) + 1,
        "total": len(keys) + 1,
        "steps": [
            {"step": each, "is_on_route": each.key in keys, "is_here": each == here}
            for each in intake.steps
        ],
    }


def _language(request: StaffRequest, draft: JourneyDraft) -> str:
    asked = request.POST.get("taal") or request.GET.get("taal", "")
    return asked if asked in draft.languages else draft.languages[0]


def _intake(draft: JourneyDraft, language: str) -> Intake | None:
    """None where there is nothing to fill in, or it does not fit yet."""
    if any(each.place[:1] == ("intake",) for each in problems_with(draft.document)):
        return None
    try:
        return Intake.model_validate(in_language(draft.document, language).get("intake"))
    except ValidationError:
        return None


def _answers(text: str, draft: JourneyDraft) -> dict[str, Any]:
    """As this page wrote them, and of this edition: else its questions may be others."""
    try:
        given: dict[str, Any] = signing.loads(text, salt=_salt(draft))
    except signing.BadSignature:
        return {}
    return given


def _salt(draft: JourneyDraft) -> str:
    return f"preview|{draft.pk}|{draft.edition}"


def _step(intake: Intake, given: dict[str, Any], key: str) -> Step | None:
    steps = route(intake, Answers(given))
    return next((each for each in steps if each.key == key), steps[0] if steps else None)


def _form(
    request: StaffRequest, intake: Intake, step: Step | None, given: Any, *, is_posted: bool
) -> StepForm | None:
    if step is None:
        return None
    values = {key: _example(request, key) for key in step.confirms if key in catalogue().elements}
    form = StepForm(
        request.POST if is_posted else None,
        intake=intake,
        step=step,
        answers=Answers(given),
        values=values,
        earlier={},
        papers=[],
    )
    for question in form.file_questions:  # nothing is kept, so no paper is needed to go on
        form.fields[question.key].required = False
    return form


def _example(request: StaffRequest, key: str) -> Shown:
    element = catalogue().elements[key]
    return Shown(
        lines=[_("Hier staat wat wij weten.")],
        source=catalogue().source_of(element).nl,
        received_at=request.now,
        seen_at=request.now,
        is_own=False,
        is_old=False,
        marks=[],
        service="",
    )
