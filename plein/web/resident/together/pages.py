"""The end of a session at the desk; and at home: does it hold what we did together?"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.assisted.actions.sessions import confirm_by_login, end_session, refuse
from plein.assisted.queries import acts_of, to_confirm
from plein.kernel.refusal import Refusal
from plein.web.doors import DESK
from plein.web.policies import resident_only, resident_or_together
from plein.web.request import ResidentRequest


@resident_or_together
@require_POST
def done(request: ResidentRequest) -> HttpResponse:
    """The resident's door closes, and staff are back at their own."""
    session = request.assisted
    if session is None:
        raise Http404
    end_session(session, at=request.now)
    request.session.flush()
    return redirect(reverse("desk-together-one", DESK.urlconf, args=[session.pk]))


@resident_only
@require_GET
def waiting(request: ResidentRequest) -> HttpResponse:
    sessions = to_confirm(request.resident).select_related("staff").order_by("started_at")
    rows = [{"session": each, "acts": acts_of(each)} for each in sessions]
    return render(request, "web/resident/together/waiting.html", {"rows": rows})


@resident_only
@require_POST
def answer(request: ResidentRequest, session_id: UUID, answer: str) -> HttpResponse:
    if answer not in ("klopt", "klopt-niet"):
        raise Http404
    session = get_object_or_404(to_confirm(request.resident), pk=session_id)
    try:
        if answer == "klopt":
            confirm_by_login(session, by=request.resident, at=request.now)
            messages.success(request, _("Dank u. Wij gaan ermee verder."))
        else:
            refuse(session, by=request.actor, at=request.now)
            messages.success(request, _("Dank u. Wat wij samen deden, telt niet mee."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("overview")
