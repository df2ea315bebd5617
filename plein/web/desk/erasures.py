"""Wissen: a second person agrees that a vault is emptied. Nothing of it is opened for that."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.vault.actions.erasing import approve_erasure
from plein.vault.models import Erasure, ErasureState
from plein.vault.outcomes import outcomes_of
from plein.vault.queries.filled import filled
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.APPROVE_ERASURES)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    pages = Pages(request, Erasure.objects.waiting(), 50)
    return render(request, "web/desk/erasures.html", {"pages": pages})


@staff_may(Right.APPROVE_ERASURES)
@require_http_methods(["GET", "POST"])
def approve(request: StaffRequest, erasure_id: UUID) -> HttpResponse:
    """What goes and what others keep; one button. Who it is, nobody needs to know for this."""
    erasures = Erasure.objects.select_related("vault", "approved_by__account")
    erasure = get_object_or_404(erasures, pk=erasure_id)
    if request.method == "POST":
        return _approve(request, erasure)
    context = {
        "erasure": erasure,
        "count": len(filled(erasure.vault)),
        "outcomes": outcomes_of(erasure, at=request.now),
        "can_approve": erasure.state == ErasureState.ASKED,
    }
    return render(request, "web/desk/erasure.html", context)


def _approve(request: StaffRequest, erasure: Erasure) -> HttpResponse:
    try:
        approve_erasure(erasure, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Goedgekeurd. Na de bedenktijd wordt de kluis gewist."))
    return redirect("desk-erasures")
