"""A draft of the resident, with what it asks and what was answered."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from plein.cases.models import Case
from plein.intake.answers import Answers, open_answers
from plein.intake.journeys import journey_of
from plein.intake.models import Application
from plein.journeys.intake import Intake
from plein.web.intake_words import steps_shown
from plein.web.request import ResidentRequest


@dataclass(frozen=True, slots=True)
class Draft:
    application: Application
    intake: Intake
    answers: Answers


def copy_of(request: ResidentRequest, case: Case) -> list[dict[str, Any]]:
    """What was sent with this aanvraag; empty where nothing had to be filled in."""
    application = Application.objects.filter(case=case).select_related("resident").first()
    intake = journey_of(case.case_type)
    if application is None or intake is None:
        return []
    answers = open_answers(application, by=request.actor, at=request.now, case=case.number)
    return steps_shown(intake, answers, frozenset())


def own_draft(request: ResidentRequest, application_id: UUID) -> Draft:
    """Not found once it was sent; its copy stands with the aanvraag."""
    drafts = Application.objects.drafts_of(request.resident)
    application = get_object_or_404(drafts, pk=application_id)
    intake = journey_of(application.case_type)
    if intake is None:
        raise Http404
    answers = open_answers(application, by=request.actor, at=request.now)
    return Draft(application, intake, answers)
