"""What the municipality paid, and for which orders."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from plein.web.pages import Pages
from plein.web.policies import provider_only
from plein.web.request import ProviderRequest
from plein.web.sheets import csv_file
from plein.webshop.models import PaymentInstruction
from plein.webshop.queries.provider import not_paid_yet, payments
from plein.webshop.queries.specification import HEAD, as_rows, specification


@provider_only
@require_GET
def index(request: ProviderRequest) -> HttpResponse:
    pages = Pages(request, payments(request.provider), 25)
    context = {"pages": pages, "not_paid": not_paid_yet(request.provider)}
    return render(request, "web/provider/payments.html", context)


@provider_only
@require_GET
def payment(request: ProviderRequest, instruction_id: UUID) -> HttpResponse:
    instruction = _own(request, instruction_id)
    context = {"payment": instruction, "rows": specification(instruction)}
    return render(request, "web/provider/payment.html", context)


@provider_only
@require_GET
def sheet(request: ProviderRequest, instruction_id: UUID) -> HttpResponse:
    """The same as a file for the books."""
    instruction = _own(request, instruction_id)
    return csv_file(f"{instruction.end_to_end_id}.csv", HEAD, as_rows(instruction))


def _own(request: ProviderRequest, instruction_id: UUID) -> PaymentInstruction:
    return get_object_or_404(payments(request.provider), pk=instruction_id)
