"""Algoritmeregister: a record of each kind, to read and to hand in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.identity.algorithm_register import STANDARD, record_of
from plein.identity.roles import Right
from plein.payments.signals.register import described
from plein.payments.signals.switches import switched_kinds
from plein.tenants.models import Module
from plein.web.desk.algorithms import as_file, to_read
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.MANAGE_SIGNALS, Module.SIGNALS)
@require_GET
def show(request: StaffRequest) -> HttpResponse:
    records = [to_read(record) for record in _records(request)]
    return render(
        request, "web/desk/signals/register.html", {"records": records, "standard": STANDARD}
    )


@staff_may(Right.MANAGE_SIGNALS, Module.SIGNALS)
@require_GET
def file(request: StaffRequest) -> HttpResponse:
    return as_file(_records(request), "algoritmeregister")


def _records(request: StaffRequest) -> list[dict[str, object]]:
    return [
        record_of(described(each.rule), request.municipality, each.switch)
        for each in switched_kinds()
    ]
