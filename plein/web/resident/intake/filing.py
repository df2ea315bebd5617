"""Look once more, change what is wrong, and send it; or stop, and nothing is kept."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.assisted.actions.acting import apply_with
from plein.intake.actions.filling_in import drop
from plein.intake.progress import missing, route
from plein.kernel.refusal import Refusal
from plein.web.intake_words import steps_shown
from plein.web.policies import resident_or_helped
from plein.web.request import ResidentRequest
from plein.web.resident.intake.own import own_draft


@resident_or_helped
@require_http_methods(["GET", "POST"])
def check(request: ResidentRequest, application_id: UUID) -> HttpResponse:
    draft = own_draft(request, application_id)
    if request.method == "POST":
        return _send(request, application_id)
    lacking = missing(draft.intake, draft.answers)
    context = {
        "application": draft.application,
        "steps": steps_shown(draft.intake, draft.answers, lacking),
        "is_whole": not lacking,
        "number": len(route(draft.intake, draft.answers)) + 1,
    }
    return render(request, "web/resident/intake/check.html", context)


def _send(request: ResidentRequest, application_id: UUID) -> HttpResponse:
    application = own_draft(request, application_id).application
    try:
        case = apply_with(application, session=request.assisted, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("intake-check", application_id)
    return redirect("case-received", case.pk)


@resident_or_helped
@require_http_methods(["GET", "POST"])
def stop(request: ResidentRequest, application_id: UUID) -> HttpResponse:
    """A question first: what was filled in is gone then."""
    draft = own_draft(request, application_id)
    if request.method == "GET":
        return render(request, "web/resident/intake/stop.html", {"application": draft.application})
    drop(draft.application, by=request.actor, at=request.now)
    messages.success(request, _("Gestopt. Wat u had ingevuld, is weg."))
    return redirect("cases")
