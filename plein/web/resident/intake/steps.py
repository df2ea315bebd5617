"""One step a page: what is typed is kept at each, also when somebody goes on another day."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from plein.intake.actions.filling_in import keep_answers
from plein.intake.actions.renewing import newer_version
from plein.intake.answers import Answers
from plein.intake.progress import asked_in, first_open, route, step_after
from plein.journeys.intake import Step
from plein.web.policies import resident_or_helped
from plein.web.request import ResidentRequest
from plein.web.resident.intake.one_step import step_form
from plein.web.resident.intake.own import Draft, own_draft
from plein.web.resident.intake.papers import added, received_by_question
from plein.web.step_form import StepForm


@resident_or_helped
@require_GET
def resume(request: ResidentRequest, application_id: UUID) -> HttpResponse:
    """Where something is still to be told; else the check."""
    draft = own_draft(request, application_id)
    if newer_version(draft.application, request.today):
        return redirect("intake-changed", application_id)
    return _to(application_id, first_open(draft.intake, draft.answers))


@resident_or_helped
@require_http_methods(["GET", "POST"])
def step(request: ResidentRequest, application_id: UUID, key: str) -> HttpResponse:
    """`bewaar` keeps what is in order while somebody still types; a script asks for it."""
    draft = own_draft(request, application_id)
    here = next((each for each in route(draft.intake, draft.answers) if each.key == key), None)
    if here is None:
        raise Http404
    form = step_form(request, draft, here)
    if request.method == "GET":
        return _page(request, draft, here, form)
    if "bewaar" in request.GET:
        form.is_valid()
        _keep(request, draft, here, form.answered(draft.answers))
        return render(request, "web/resident/intake/kept.html", {"at": request.now})
    return _answered(request, draft, here, form)


def _answered(request: ResidentRequest, draft: Draft, here: Step, form: StepForm) -> HttpResponse:
    is_valid = form.is_valid()
    files = received_by_question(form) if is_valid else {}
    answers = form.answered(draft.answers)
    if not form.errors:
        answers = answers.with_given(added(request, draft, files))
    _keep(request, draft, here, answers)
    if form.errors:
        return _page(request, draft, here, form)
    following = _following(draft, here, form, answers)
    if "controle" in request.GET and following != here:
        following = first_open(draft.intake, answers)
    return _to(draft.application.pk, following)


def _keep(request: ResidentRequest, draft: Draft, here: Step, answers: Answers) -> None:
    by, at = request.actor, request.now
    keep_answers(draft.application, answers, step=here.key, by=by, at=at)


def _following(draft: Draft, here: Step, form: StepForm, answers: Answers) -> Step | None:
    """This step once more, where an answer leads to another question in it."""
    if set(asked_in(draft.intake, here, answers)) - set(form.questions):
        return here
    return step_after(draft.intake, answers, here.key)


def _to(application_id: UUID, step: Step | None) -> HttpResponse:
    if step is None:
        return redirect("intake-check", application_id)
    return redirect("intake-step", application_id, step.key)


def _page(request: ResidentRequest, draft: Draft, here: Step, form: StepForm) -> HttpResponse:
    keys = [each.key for each in route(draft.intake, draft.answers)]
    number = keys.index(here.key)
    context: dict[str, Any] = {
        "application": draft.application,
        "step": here,
        "form": form,
        "knows_nothing": bool(here.confirms) and not form.values,
        "number": number + 1,
        "total": len(keys) + 1,
        "before": keys[number - 1] if number else "",
    }
    status = 422 if form.errors else 200
    return render(request, "web/resident/intake/step.html", context, status=status)
