"""The journey changed since somebody began: what is different, and that their answers are kept."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from plein.intake.actions.renewing import newer_version, renew, renewed
from plein.intake.journeys import must_have_journey
from plein.web.policies import resident_or_helped
from plein.web.request import ResidentRequest
from plein.web.resident.intake.own import own_draft


@resident_or_helped
@require_http_methods(["GET", "POST"])
def changed(request: ResidentRequest, application_id: UUID) -> HttpResponse:
    draft = own_draft(request, application_id)
    newest = newer_version(draft.application, request.today)
    if request.method == "POST" or newest is None:
        renew(draft.application, by=request.actor, at=request.now)
        return redirect("intake", application_id)
    found = renewed(draft.intake, must_have_journey(newest), draft.answers)
    context = {"application": draft.application, "found": found}
    return render(request, "web/resident/intake/changed.html", context)
