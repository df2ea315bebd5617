"""Logo: sent, checked, shown, and taken away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plein.identity.roles import Right
from plein.tenants.changes import change_logo, remove_logo
from plein.web.municipality.logo_form import LogoForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.MANAGE_MUNICIPALITY)
@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest) -> HttpResponse:
    sent = request.method == "POST"
    form = LogoForm(request.POST, request.FILES) if sent else LogoForm()
    if form.is_valid():
        logo = form.cleaned_data["logo"]
        change_logo(request.municipality, logo, by=request.actor, at=request.now)
        messages.success(request, _("Het logo staat boven aan elke pagina."))
        return redirect("desk-logo")
    status = 422 if form.errors else 200
    return render(request, "web/desk/municipality/logo.html", {"form": form}, status=status)


@staff_may(Right.MANAGE_MUNICIPALITY)
@require_POST
def remove(request: StaffRequest) -> HttpResponse:
    remove_logo(request.municipality, by=request.actor, at=request.now)
    messages.success(request, _("Het logo is weg. U ziet weer het huis van Plein."))
    return redirect("desk-logo")
