"""A use as it was registered; approved by another person, and ended."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.vault.actions.recipients import approve_use, end_use
from plein.vault.catalogue import catalogue
from plein.vault.models import DataUse
from plein.vault.offers import offered_elements
from plein.vault.queries.register import uses
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.SEE_RECIPIENTS)
@require_GET
def show(request: StaffRequest, use_id: UUID) -> HttpResponse:
    use = _found(use_id)
    waits = use.approved_at is None and use.ended_at is None
    context = {
        "use": use,
        "basis": catalogue().bases[use.basis],
        "bundle": catalogue().bundles[use.bundle],
        "elements": [(catalogue().words(k), k in use.optional) for k in offered_elements(use)],
        "waits": waits,
        "is_own": use.registered_by_id == request.staff.pk,
        "may_approve": waits and request.staff.may(Right.APPROVE_USES),
        "may_end": use.ended_at is None and request.staff.may(Right.MANAGE_RECIPIENTS),
        "is_late": use.is_open and use.review_on <= request.today,
    }
    return render(request, "web/desk/recipients/use.html", context)


@staff_may(Right.APPROVE_USES)
@require_POST
def approve(request: StaffRequest, use_id: UUID) -> HttpResponse:
    use = _found(use_id)
    try:
        approve_use(use, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Goedgekeurd. De organisatie kan hiervoor nu vragen."))
    return redirect("desk-use", use.pk)


@staff_may(Right.MANAGE_RECIPIENTS)
@require_POST
def end(request: StaffRequest, use_id: UUID) -> HttpResponse:
    use = _found(use_id)
    end_use(use, by=request.staff, at=request.now)
    messages.success(request, _("Gestopt. Niemand kan hiervoor nog vragen of kijken."))
    return redirect("desk-use", use.pk)


def _found(use_id: UUID) -> DataUse:
    return get_object_or_404(uses(), pk=use_id)
