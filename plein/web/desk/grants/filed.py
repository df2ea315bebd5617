"""How far a file of budgets is, after the yes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.imports.booking import ask_to_book
from plein.webshop.models import GrantFile, GrantFileState
from plein.webshop.queries.desk import periods


@staff_may(Right.GRANT)
@require_POST
def confirm(request: StaffRequest, period_id: UUID) -> HttpResponse:
    period = get_object_or_404(periods(), pk=period_id)
    token = request.POST.get("token", "")
    try:
        file = ask_to_book(period, token, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk-grant-import", period.pk)
    return redirect("desk-grant-file", file.pk)


@staff_may(Right.GRANT)
@require_GET
def show(request: StaffRequest, file_id: UUID) -> HttpResponse:
    """Asked for again each second while it is booked; without scripts by a link."""
    file = get_object_or_404(GrantFile.objects.select_related("period__scheme"), pk=file_id)
    name = "file_state.html" if request.htmx else "file.html"
    context = {"file": file, "waits": file.state == GrantFileState.WAITING}
    return render(request, f"web/desk/grants/{name}", context)
