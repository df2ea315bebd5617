"""Retouren: staff book something back for a provider that cannot do it, and say why."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.return_form import StaffReturnForm
from plein.webshop.actions.returning import return_line
from plein.webshop.models import OrderLine
from plein.webshop.queries.returns import given_in, latest


@staff_may(Right.MANAGE_PROVIDERS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    """By order number, and without a name: who has the number asked for it."""
    number = request.GET.get("nummer", "").strip()[:20]
    context = {"number": number, "lines": given_in(number) if number else [], "latest": latest()}
    return render(request, "web/desk/returns.html", context)


@staff_may(Right.MANAGE_PROVIDERS)
@require_http_methods(["GET", "POST"])
def take_back(request: StaffRequest, line_id: UUID) -> HttpResponse:
    lines = OrderLine.objects.select_related("version", "order", "pickup__provider__organisation")
    line = get_object_or_404(lines, pk=line_id)
    form = StaffReturnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        came, by, at = form.came_back(), request.actor, request.now
        try:
            return_line(line, came, staff=request.staff, by=by, at=at)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Teruggeboekt. Het geld staat weer op het budget."))
        return redirect("desk-shop-returns")
    context = {"form": form, "line": line}
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/return_form.html", context, status=status)
