"""Teksten en contact: where residents find help, and what the pages of this municipality say."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.identity.roles import Right
from plein.tenants.changes import change_texts
from plein.web.municipality.texts_form import TextsForm, as_shown
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.EDIT_TEXTS)
@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest) -> HttpResponse:
    """With the other button it only says how the texts read, and nothing is kept."""
    form = TextsForm(request.POST or None, initial=as_shown(request.municipality))
    if form.is_valid() and "lezen" not in request.POST:
        change_texts(
            request.municipality, form.contact(), form.texts(), by=request.actor, at=request.now
        )
        messages.success(request, _("De teksten zijn veranderd."))
        return redirect("desk-municipality")
    status = 422 if form.errors else 200
    return render(request, "web/desk/municipality/texts.html", {"form": form}, status=status)
