"""The register: what waits on top, then every organisation; and a page for each."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from plein.identity.roles import Right
from plein.vault.catalogue import catalogue
from plein.vault.queries.register import recipients, uses, uses_to_approve, uses_to_review
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.SEE_RECIPIENTS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    context = {
        "to_review": uses_to_review(request.today),
        "to_approve": uses_to_approve(),
        "recipients": recipients(),
        "may_propose": request.staff.may(Right.MANAGE_RECIPIENTS),
    }
    return render(request, "web/desk/recipients/index.html", context)


@staff_may(Right.SEE_RECIPIENTS)
@require_GET
def show(request: StaffRequest, recipient_id: UUID) -> HttpResponse:
    recipient = get_object_or_404(recipients(), pk=recipient_id)
    context = {
        "recipient": recipient,
        "uses": uses().filter(recipient=recipient),
        "bundles": catalogue().bundles,
        "may_propose": request.staff.may(Right.MANAGE_RECIPIENTS),
    }
    return render(request, "web/desk/recipients/recipient.html", context)
