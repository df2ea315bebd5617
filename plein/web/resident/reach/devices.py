"""Een seintje op dit apparaat: switched on by a tap, and off for each device."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plein.delivery.actions.devices import add_device, remove_device
from plein.gateways.push.subscription import NoSubscription, Subscription, checked
from plein.kernel.refusal import Refusal
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.reach.forms import DeviceForm


@resident_only
@require_POST
def add(request: ResidentRequest) -> HttpResponse:
    form = DeviceForm(request.POST)
    try:
        if not form.is_valid():
            raise NoSubscription
        given = checked(Subscription(**form.cleaned_data), services=settings.PUSH_SERVICES)
        add_device(request.resident, given, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Gelukt. U krijgt voortaan een seintje op dit apparaat."))
    return redirect("reach")


@resident_only
@require_POST
def remove(request: ResidentRequest, device_id: UUID) -> HttpResponse:
    device = get_object_or_404(request.resident.devices, pk=device_id)
    remove_device(device, by=request.actor, at=request.now)
    messages.success(request, _("Dit apparaat krijgt geen seintje meer."))
    return redirect("reach")
