"""The receipt of an advice: what went in, what came out, and whether it would be so today."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from plein.cases.models import Advice
from plein.identity.roles import Right
from plein.kernel.short_code import spaced
from plein.web.desk.cases.deciding_shown import conditions_shown
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.workflows.deciding import open_advice
from plein.workflows.judging import changed_since
from plein.workflows.our_rules import our_rules
from plein.workflows.receipts import rows_of


@staff_may(Right.HANDLE_CASES)
@require_GET
def show(request: StaffRequest, case_id: UUID, advice_id: UUID) -> HttpResponse:
    """Calculated anew at this moment (Awb 3:46); opening it is a look, with a line in the log."""
    found = Advice.objects.select_related(
        "case__dossier__resident", "case__case_type", "asked_by__account"
    )
    advice = get_object_or_404(found, pk=advice_id, case=case_id)
    advised, rules = open_advice(advice, by=request.actor, at=request.now), our_rules()
    receipt = advised.receipt
    context = {
        "case": advice.case,
        "number": spaced(advice.case.number),
        "advice": advice,
        "conditions": conditions_shown(advice.case, advised),
        "found": advised,
        "receipt": receipt,
        "rows": rows_of(rules, receipt) if receipt else None,
        "changed": changed_since(rules, receipt) if receipt else [],
    }
    return render(request, "web/desk/cases/receipt.html", context)
