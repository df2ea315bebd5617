"""Iets terugnemen: what this provider handed over, found by order number or code."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from plein.kernel.refusal import Refusal
from plein.web.forms import PleinForm
from plein.web.policies import provider_only
from plein.web.provider.guessing import find_within_limit
from plein.web.request import ProviderRequest
from plein.web.return_form import ReturnForm
from plein.webshop.actions.returning import return_line
from plein.webshop.models import OrderLine, Pickup
from plein.webshop.queries.returns import given_under


class FindForm(PleinForm):
    which = forms.CharField(
        label=gettext_lazy("Bestelnummer of code"),
        help_text=gettext_lazy("Bijvoorbeeld: B-7KQ4M2P of 7KQ4-M2PX"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


@provider_only
@require_http_methods(["GET", "POST"])
def find(request: ProviderRequest) -> HttpResponse:
    form = FindForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("provider-return-lines", _find(request, form.cleaned_data["which"]).pk)
        except Refusal as refusal:
            form.add_error("which", str(refusal))
    status = 422 if request.method == "POST" else 200
    return render(request, "web/provider/return_find.html", {"form": form}, status=status)


def _find(request: ProviderRequest, text: str) -> Pickup:
    return find_within_limit(
        text,
        provider=request.provider,
        person=request.provider_user,
        at=request.now,
        also_number=True,
    )


@provider_only
@require_GET
def lines(request: ProviderRequest, pickup_id: UUID) -> HttpResponse:
    """What was handed over of it; no person."""
    pickup = get_object_or_404(request.provider.pickups.select_related("order"), pk=pickup_id)
    context = {"pickup": pickup, "lines": given_under(pickup)}
    return render(request, "web/provider/return_lines.html", context)


@provider_only
@require_http_methods(["GET", "POST"])
def take_back(request: ProviderRequest, line_id: UUID) -> HttpResponse:
    lines = OrderLine.objects.filter(pickup__provider=request.provider)
    line = get_object_or_404(lines.select_related("version", "order"), pk=line_id)
    form = ReturnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return_line(line, form.came_back(), by=request.actor, at=request.now)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(
                request, _("Teruggenomen. De klant heeft het geld weer op het budget.")
            )
        return redirect("provider-return-lines", line.pickup_id)
    context = {"form": form, "line": line}
    status = 422 if request.method == "POST" else 200
    return render(request, "web/provider/return_form.html", context, status=status)
