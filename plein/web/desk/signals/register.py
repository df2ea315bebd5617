"""Algoritmeregister: a record of each kind, to read and to hand in."""

import json

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from plein.identity.roles import Right
from plein.payments.signals.register import STANDARD, record_of
from plein.payments.signals.switches import switched_kinds
from plein.tenants.models import Module
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

NAMES: dict[str, str | Promise] = {
    "description_short": _("Korte beschrijving"),
    "status": _("Status"),
    "department": _("Wie ervoor zorgt"),
    "goal": _("Doel"),
    "proportionality": _("Afweging"),
    "lawful_basis": _("Wet"),
    "source_data": _("Gegevens"),
    "methods_and_models": _("Hoe het werkt"),
    "human_intervention": _("Een mens beslist"),
    "risks": _("Risico's"),
    "begin_date": _("Begonnen"),
    "end_date": _("Gestopt"),
}


@staff_may(Right.MANAGE_SIGNALS, Module.SIGNALS)
@require_GET
def show(request: StaffRequest) -> HttpResponse:
    records = [
        {
            "name": record["name"],
            "rows": [(NAMES[key], record[key]) for key in NAMES if record[key]],
        }
        for record in _records(request)
    ]
    return render(
        request, "web/desk/signals/register.html", {"records": records, "standard": STANDARD}
    )


@staff_may(Right.MANAGE_SIGNALS, Module.SIGNALS)
@require_GET
def file(request: StaffRequest) -> HttpResponse:
    content = json.dumps(_records(request), ensure_ascii=False, indent=2)
    response = HttpResponse(content, content_type="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="algoritmeregister.json"'
    return response


def _records(request: StaffRequest) -> list[dict[str, object]]:
    return [record_of(each.kind, request.municipality, each.switch) for each in switched_kinds()]
