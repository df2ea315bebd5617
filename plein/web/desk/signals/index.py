"""Signalen: what is to be looked into, by the day it came. Nobody is ranked or named."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.identity.roles import Right
from plein.payments.models import AwardSignal
from plein.payments.signals.library import every_kind
from plein.payments.signals.switches import waiting_signals
from plein.tenants.models import Module
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

MOST = 100  # on a page: the longest waiting, or the last that were looked into
DONE = "klaar"


@staff_may(Right.HANDLE_SIGNALS, Module.SIGNALS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    is_done = request.GET.get("kies") == DONE
    looked = AwardSignal.objects.looked_into().filter(kind__in=every_kind())
    rows = looked.select_related("award").order_by("-looked_at") if is_done else waiting_signals()
    context = {
        "rows": [_row(each) for each in rows[:MOST]],
        "is_done": is_done,
        "may_manage": request.staff.may(Right.MANAGE_SIGNALS),
    }
    return render(request, "web/desk/signals/index.html", context)


def _row(signal: AwardSignal) -> dict[str, Any]:
    return {"signal": signal, "kind": every_kind()[signal.kind]}
