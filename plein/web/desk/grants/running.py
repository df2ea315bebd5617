"""A budget that runs: more money, standing still, and going on."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.fields import MoneyField
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.actions.changing_grants import block_grant, raise_grant, unblock_grant
from plein.webshop.models import BlockReason, Grant


class RaiseForm(PleinForm):
    """The key is made with the page: a double click raises once."""

    amount = MoneyField(label=gettext_lazy("Hoeveel komt erbij?"), min_cents=1)
    key = forms.RegexField(r"^[0-9a-f]{32}$", widget=forms.HiddenInput)


@staff_may(Right.GRANT)
@require_POST
def more(request: StaffRequest, grant_id: UUID) -> HttpResponse:
    grant, form = _own(grant_id), RaiseForm(request.POST)
    if not form.is_valid():
        messages.error(request, next(iter(form.errors.values())).as_text().lstrip("* "))
        return redirect("desk-grant", grant.pk)
    cents, key = form.cleaned_data["amount"], form.cleaned_data["key"]
    try:
        raise_grant(grant, cents, key=key, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Het budget is verhoogd."))
    return redirect("desk-grant", grant.pk)


@staff_may(Right.GRANT)
@require_POST
def block(request: StaffRequest, grant_id: UUID) -> HttpResponse:
    grant, because = _own(grant_id), request.POST.get("reden", "")
    if because not in BlockReason.values:
        raise Http404
    try:
        block_grant(grant, BlockReason(because), by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Het budget staat stil. De inwoner ziet waarom."))
    return redirect("desk-grant", grant.pk)


@staff_may(Right.GRANT)
@require_POST
def unblock(request: StaffRequest, grant_id: UUID) -> HttpResponse:
    grant = _own(grant_id)
    try:
        unblock_grant(grant, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Het budget kan weer worden gebruikt."))
    return redirect("desk-grant", grant.pk)


def _own(grant_id: UUID) -> Grant:
    return get_object_or_404(Grant, pk=grant_id)
