"""Krediet: money for a pot, proposed by one and booked by another."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.actions.credits import approve_credit
from plein.webshop.models import CreditProposal
from plein.webshop.queries.desk import open_credits


@staff_may(Right.APPROVE_CREDIT)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    return render(request, "web/desk/credits.html", {"credits": open_credits()})


@staff_may(Right.APPROVE_CREDIT)
@require_POST
def approve(request: StaffRequest, credit_id: UUID) -> HttpResponse:
    proposal = get_object_or_404(CreditProposal, pk=credit_id)
    try:
        approve_credit(proposal, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Het geld staat in de pot."))
    return redirect("desk-credits")
