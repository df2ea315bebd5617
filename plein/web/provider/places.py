"""Vestigingen: added, changed and taken away; residents read them at once."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plein.web.policies import provider_only
from plein.web.provider.place_form import PlaceForm, as_typed
from plein.web.request import ProviderRequest
from plein.webshop.actions.places import drop_place, keep_place
from plein.webshop.models import ProviderPlace


@provider_only
@require_http_methods(["GET", "POST"])
def new(request: ProviderRequest) -> HttpResponse:
    return _edit(request, None)


@provider_only
@require_http_methods(["GET", "POST"])
def edit(request: ProviderRequest, place_id: UUID) -> HttpResponse:
    return _edit(request, _own(request, place_id))


@provider_only
@require_POST
def drop(request: ProviderRequest, place_id: UUID) -> HttpResponse:
    drop_place(_own(request, place_id), by=request.actor, at=request.now)
    messages.success(request, _("De plek is weg."))
    return redirect("provider-business")


def _edit(request: ProviderRequest, place: ProviderPlace | None) -> HttpResponse:
    form = PlaceForm(request.POST or None, initial=as_typed(place) if place else None)
    if form.is_valid():
        keep_place(request.provider, form.spot(), place=place, by=request.actor, at=request.now)
        messages.success(request, _("De plek is bewaard. Inwoners zien dit meteen."))
        return redirect("provider-business")
    status = 422 if form.errors else 200
    context = {"form": form, "place": place}
    return render(request, "web/provider/place_form.html", context, status=status)


def _own(request: ProviderRequest, place_id: UUID) -> ProviderPlace:
    return get_object_or_404(request.provider.places, pk=place_id)
