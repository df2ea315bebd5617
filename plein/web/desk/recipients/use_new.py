"""Propose a use; what the rules refuse is said at the field where it can be mended."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.vault.actions.recipients import (
    AnswerWouldDo,
    BasisDoesNotFit,
    ConsentIsNotFree,
    register_use,
)
from plein.vault.catalogue import catalogue
from plein.vault.queries.register import recipients
from plein.web.desk.recipients.use_form import UseForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

FIELD_OF: dict[type[Refusal], str] = {
    ConsentIsNotFree: "own_interest",
    BasisDoesNotFit: "basis",
    AnswerWouldDo: "why_raw",
}


@staff_may(Right.MANAGE_RECIPIENTS)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest, recipient_id: UUID, bundle: str) -> HttpResponse:
    recipient = get_object_or_404(recipients(), pk=recipient_id)
    found = catalogue().bundles.get(bundle)
    if found is None:
        raise Http404
    form = UseForm(found, request.today, request.POST or None)
    if form.is_valid():
        try:
            use = register_use(recipient, form.plan(bundle), by=request.staff, at=request.now)
        except Refusal as refusal:
            form.add_error(FIELD_OF.get(type(refusal)), str(refusal))
        else:
            messages.success(request, _("Het doel wacht op goedkeuring door een ander."))
            return redirect("desk-use", use.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "recipient": recipient, "bundle": found}
    return render(request, "web/desk/recipients/use_new.html", context, status=status)
