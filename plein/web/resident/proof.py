"""The proof to print: what to bring, where, and until when."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from plein.web.policies import shopper_or_helped
from plein.web.request import ResidentRequest
from plein.web.resident.orders import parcels_of
from plein.webshop.models import Order


@shopper_or_helped
@require_GET
def proof(request: ResidentRequest, order_id: UUID) -> HttpResponse:
    """Only what still waits at a provider; no name on it, for the code is enough."""
    placed = get_object_or_404(Order, pk=order_id, placed_by=request.resident)
    waiting = [parcel for parcel in parcels_of(request, placed) if parcel["waits"]]
    return render(request, "web/resident/proof.html", {"order": placed, "parcels": waiting})
