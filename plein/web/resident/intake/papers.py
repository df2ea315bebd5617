"""Photos and papers with an answer: judged, then kept with the draft; or taken away again."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from plein.documents.receiving import Received
from plein.intake.actions.adding_papers import add_papers, remove_papers
from plein.intake.actions.filling_in import keep_answers
from plein.intake.models import ApplicationPaper
from plein.journeys.intake import Step
from plein.web.policies import resident_or_helped
from plein.web.received_files import received_files
from plein.web.request import ResidentRequest
from plein.web.resident.intake.own import Draft, own_draft
from plein.web.step_form import StepForm


def received_by_question(form: StepForm) -> dict[str, list[Received]]:
    """Of a valid form; one that is not in order makes it invalid, beside its question."""
    return {each.key: received_files(form, each.key) for each in form.file_questions}


def added(
    request: ResidentRequest, draft: Draft, files: Mapping[str, Sequence[Received]]
) -> dict[str, list[str]]:
    """The answers to questions for papers, by key: all that are there now."""
    by, at = request.actor, request.now
    keys = {
        key: add_papers(draft.application, key, found, by=by, at=at)
        for key, found in files.items()
        if found
    }
    return {key: each for key, each in keys.items() if each}


@resident_or_helped
@require_POST
def remove(request: ResidentRequest, application_id: UUID, paper_id: UUID) -> HttpResponse:
    draft = own_draft(request, application_id)
    paper = get_object_or_404(
        ApplicationPaper.objects.select_related("document"),
        pk=paper_id,
        application=draft.application,
    )
    by, at = request.actor, request.now
    remove_papers(draft.application, [paper], by=by, at=at)
    here = _step_of(draft, paper.question)
    left = [each for each in draft.answers.given.get(paper.question, []) if each != str(paper_id)]
    answers = draft.answers.without({paper.question})
    answers = answers.with_given({paper.question: left} if left else {})
    keep_answers(draft.application, answers, step=here.key, by=by, at=at)
    return redirect("intake-step", application_id, here.key)


def _step_of(draft: Draft, question: str) -> Step:
    return next(each for each in draft.intake.steps if question in each.asks)
