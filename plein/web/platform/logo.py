"""Logo: checked as in Beheer gemeente, and shown here before anybody else sees it."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.kernel.refusal import Refusal
from plein.starting.actions.keeping import kept_step
from plein.starting.models import Start, Step
from plein.tenants.changes import change_logo, remove_logo
from plein.web.logo_file import logo_file
from plein.web.municipality.logo_form import LogoForm
from plein.web.platform.place import go_on, of_start, step_page
from plein.web.platform.refusing import keeps
from plein.web.policies import platform_only
from plein.web.request import PlatformRequest


@platform_only
@require_http_methods(["GET", "POST"])
@of_start
def edit(request: PlatformRequest, start: Start) -> HttpResponse:
    place = start.municipality
    sent = request.method == "POST"
    form = LogoForm(request.POST, request.FILES) if sent else LogoForm()

    def keep() -> None:
        with kept_step(start, Step.LOGO):
            logo = form.cleaned_data["logo"]
            change_logo(place, logo, by=request.actor, at=request.now)

    if form.is_valid() and keeps(form, keep):
        return go_on(request, start, Step.LOGO)
    url = reverse("platform-logo-file", args=[place.slug, place.logo]) if place.logo else ""
    return step_page(request, start, Step.LOGO, "logo", form=form, logo_url=url)


@platform_only
@require_POST
@of_start
def remove(request: PlatformRequest, start: Start) -> HttpResponse:
    try:
        with kept_step(start, Step.LOGO):
            remove_logo(start.municipality, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("platform-logo", start.municipality.slug)


@platform_only
@require_GET
@of_start
def show(request: PlatformRequest, start: Start, name: str) -> HttpResponseBase:
    return logo_file(start.municipality, name)
