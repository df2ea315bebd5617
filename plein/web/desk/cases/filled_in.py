"""What the resident filled in, for who handles the aanvraag: a look, with a line in the log."""

from typing import Any

from plein.audit.actions import Purpose
from plein.cases.models import Case
from plein.intake.answers import open_answers
from plein.intake.journeys import journey_of
from plein.intake.models import Application
from plein.web.intake_words import steps_shown
from plein.web.request import StaffRequest


def filled_in(request: StaffRequest, case: Case, why: Purpose) -> list[dict[str, Any]]:
    """Empty where one button was enough, and for what came by post."""
    intake = journey_of(case.case_type)
    if intake is None:
        return []
    application = Application.objects.filter(case=case).select_related("resident").first()
    if application is None:
        return []
    answers = open_answers(
        application, by=request.actor, at=request.now, purpose=why, case=case.number
    )
    return steps_shown(intake, answers, frozenset())
