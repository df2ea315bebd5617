"""The work list without names and numbers; those stand in the call, with a line in the log."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from plein.appointments.actions.calling_back import called, not_answered, sealed_parts
from plein.appointments.models import CallBack, CallState
from plein.audit.actions import Purpose
from plein.identity.gate import read_name, read_sealed
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

WHY = Purpose("om u te bellen, zoals u vroeg", "Gemeentewet art. 108 en AVG art. 6 lid 1 onder e")
ON_PAGE = 50
STANDS = {
    CallState.ASKED: _("Te bellen"),
    CallState.MISSED: _("Nog een keer bellen"),
    CallState.CALLED: _("Gebeld"),
    CallState.UNREACHED: _("Twee keer geen gehoor"),
    CallState.WITHDRAWN: _("De inwoner trok het in"),
}


@staff_may(Right.ANSWER_TALKS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    """The first promised on top."""
    pages = Pages(request, CallBack.objects.waiting(), ON_PAGE)
    rows = [
        {
            "callback": each,
            "is_late": each.is_late_on(request.today),
            "is_second": each.state == CallState.MISSED,
        }
        for each in pages.rows
    ]
    return render(request, "web/desk/calling/list.html", {"rows": rows, "pages": pages})


@staff_may(Right.ANSWER_TALKS)
@require_GET
def show(request: StaffRequest, callback_id: UUID) -> HttpResponse:
    callback = _find(callback_id)
    by, at = request.actor, request.now
    resident, texts = callback.topic.resident, sealed_parts(callback)
    opened = read_sealed(resident, texts, purpose=WHY, by=by, at=at) if texts else ["", ""]
    context: dict[str, Any] = {
        "callback": callback,
        "stands": STANDS[CallState(callback.state)],
        "name": read_name(resident.pk, purpose=WHY, by=by, at=at),
        "phone": opened[0],
        "subject": opened[1],
        "is_late": callback.is_late_on(request.today),
        "is_second": callback.state == CallState.MISSED,
    }
    return render(request, "web/desk/calling/one.html", context)


@staff_may(Right.ANSWER_TALKS)
@require_POST
def spoken(request: StaffRequest, callback_id: UUID) -> HttpResponse:
    return _answer(request, callback_id, called, _("Genoteerd: u hebt gebeld."))


@staff_may(Right.ANSWER_TALKS)
@require_POST
def missed(request: StaffRequest, callback_id: UUID) -> HttpResponse:
    return _answer(request, callback_id, not_answered, _("Genoteerd: geen gehoor."))


def _find(callback_id: UUID) -> CallBack:
    found = CallBack.objects.select_related("topic__resident", "handler__account")
    return get_object_or_404(found, pk=callback_id)


def _answer(
    request: StaffRequest, callback_id: UUID, do: Callable[..., CallBack], done: Promise
) -> HttpResponse:
    try:
        do(_find(callback_id), by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk-callback", callback_id)
    messages.success(request, str(done))
    return redirect("desk-calls")
