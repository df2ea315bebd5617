"""Wachtlijst: who waits for money in the pot, in the order in which they came."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.actions.waiting import grant_waiting, remove_from_waiting_list
from plein.webshop.models import WaitingGrant, WaitingStatus
from plein.webshop.queries.desk import periods


@staff_may(Right.GRANT)
@require_GET
def index(request: StaffRequest, period_id: UUID) -> HttpResponse:
    period = get_object_or_404(periods(), pk=period_id)
    places = period.waiting.filter(status=WaitingStatus.WAITING).select_related("member")
    context = {"period": period, "pages": Pages(request, places, 50)}
    return render(request, "web/desk/grants/waiting.html", context)


@staff_may(Right.GRANT)
@require_POST
def give(request: StaffRequest, period_id: UUID) -> HttpResponse:
    """From the front, for as long as there is money."""
    period = get_object_or_404(periods(), pk=period_id)
    granted = grant_waiting(period, by=request.actor, at=request.now)
    if granted:
        messages.success(request, _("Toegekend: %(n)s budgetten.") % {"n": len(granted)})
    else:
        messages.info(request, _("In de pot zit te weinig voor wie vooraan staat."))
    return redirect("desk-waiting", period.pk)


@staff_may(Right.GRANT)
@require_POST
def remove(request: StaffRequest, place_id: UUID) -> HttpResponse:
    place = get_object_or_404(WaitingGrant, pk=place_id)
    try:
        remove_from_waiting_list(place, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Deze plek is van de wachtlijst."))
    return redirect("desk-waiting", place.period_id)
