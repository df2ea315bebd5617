"""Vraag aan: what it is, what happens, and one button. What is known is not asked again."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from plein.assisted.actions.acting import apply_for, begin_for
from plein.cases.models import Case, CaseType
from plein.cases.offered import case_type_offered
from plein.cases.queries import signature_by, with_tasks
from plein.intake.answers import Answers
from plein.intake.journeys import journey_of
from plein.intake.known import known_keys
from plein.intake.models import Application
from plein.intake.progress import still_to_do
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import spaced
from plein.web.policies import resident_or_helped
from plein.web.request import ResidentRequest
from plein.web.resident.intake.own import copy_of


@resident_or_helped
@require_http_methods(["GET", "POST"])
def apply(request: ResidentRequest, key: str) -> HttpResponse:
    case_type = case_type_offered(key.replace("-", "_"), request.today)
    if case_type is None:
        raise Http404
    if request.method == "GET":
        return render(request, "web/resident/cases/apply.html", _context(request, case_type))
    try:
        return _begun(request, case_type)
    except Refusal as refusal:
        messages.info(request, str(refusal))
        return redirect("cases")


def _begun(request: ResidentRequest, case_type: CaseType) -> HttpResponse:
    """Raises a `Refusal` where it runs already."""
    given: dict[str, Any] = {"session": request.assisted, "by": request.actor, "at": request.now}
    if journey_of(case_type):
        return redirect("intake", begin_for(request.resident, case_type, **given).pk)
    return redirect("case-received", apply_for(request.resident, case_type, **given).pk)


def _context(request: ResidentRequest, case_type: CaseType) -> dict[str, Any]:
    """With how much there is to do, where there is something to fill in."""
    context = {"case_type": case_type, "document": case_type.read}
    intake = journey_of(case_type)
    if intake is None:
        return context
    drafts = Application.objects.drafts_of(request.resident)
    declared = {key for step in intake.steps for key in step.confirms}
    known = known_keys(request.resident, declared, by=request.actor)
    return context | {
        "draft": drafts.filter(key=case_type.key).first(),
        "counts": still_to_do(intake, Answers(), known),
    }


@resident_or_helped
@require_GET
def received(request: ResidentRequest, case_id: str) -> HttpResponse:
    """The receipt: what we have, what follows, and before which day."""
    own = Case.objects.filter(dossier__resident=request.resident)
    case = get_object_or_404(with_tasks(own), pk=case_id)
    context = {
        "case": case,
        "number": spaced(case.number),
        "document": case.case_type.read,
        "light": {"signature_by": signature_by(case)},
        "steps": copy_of(request, case),
    }
    return render(request, "web/resident/cases/received.html", context)
