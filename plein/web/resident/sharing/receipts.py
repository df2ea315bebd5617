"""Bewijzen: what was decided, in plain words and as a signed file that anybody can check."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_GET

from plein.kernel.clock import local_day
from plein.vault.actions.opening import vault_of
from plein.vault.catalogue import catalogue
from plein.vault.models import Receipt, ReceiptKind, UseKind
from plein.vault.receipts import signed_record
from plein.web.pages import Pages
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest


@vault_only
@require_GET
def index(request: ResidentRequest) -> HttpResponse:
    vault = vault_of(request.resident, at=request.now)
    receipts = vault.receipts.select_related("use__recipient__organisation")
    pages = Pages(request, receipts.order_by("-issued_at", "pk"), 25)
    return render(request, "web/resident/sharing/receipts.html", {"pages": pages})


@vault_only
@require_GET
def show(request: ResidentRequest, receipt_id: UUID) -> HttpResponse:
    """What was signed, word for word from the file itself."""
    receipt = _own(request, receipt_id)
    signed = signed_record(receipt)
    until = parse_datetime(signed["until"]) if signed["until"] else None
    context: dict[str, Any] = {
        "receipt": receipt,
        "signed": signed,
        "sharing": UseKind(signed["sharing"]).label,
        "elements": [catalogue().words(key) for key in signed["elements"]],
        "until": until,
    }
    return render(request, "web/resident/sharing/receipt.html", context)


@vault_only
@require_GET
def done(request: ResidentRequest, receipt_id: UUID) -> HttpResponse:
    """Right after the decision: that it worked, and what happens next."""
    receipt = _own(request, receipt_id)
    context = {
        "receipt": receipt,
        "grant": receipt.grant,
        "gave": receipt.kind in (ReceiptKind.GIVEN, ReceiptKind.PARTLY),
        "stopped": receipt.kind == ReceiptKind.WITHDRAWN,
    }
    return render(request, "web/resident/sharing/done.html", context)


@vault_only
@require_GET
def file(request: ResidentRequest, receipt_id: UUID) -> HttpResponse:
    """The compact JWS (RFC 7515 section 9.2.1: application/jose)."""
    receipt = _own(request, receipt_id)
    response = HttpResponse(receipt.jws, content_type="application/jose")
    name = f"bewijs-{local_day(receipt.issued_at)}-{str(receipt.pk)[:8]}.jws"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _own(request: ResidentRequest, receipt_id: UUID) -> Receipt:
    vault = vault_of(request.resident, at=request.now)
    own = vault.receipts.select_related("use__recipient__organisation", "grant")
    return get_object_or_404(own, pk=receipt_id)
