"""Signalen instellen: each kind with why, by which law and on what data; two people turn it on."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from plein.identity.roles import Right
from plein.identity.switch import Switched
from plein.payments.actions.switching import confirm_kind, propose_kind, turn_off
from plein.payments.models import SignalSwitch
from plein.payments.signals.declared_data import Data
from plein.payments.signals.kind import SignalKind
from plein.payments.signals.library import every_kind
from plein.payments.signals.switches import switched_kinds
from plein.tenants.models import Module
from plein.vault.retention import in_words
from plein.web.desk.switches import Act, press, standing
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

ACTS: dict[str, Act] = {
    "aan": (propose_kind, _("Uw voorstel staat klaar. Een collega bevestigt het.")),
    "bevestig": (confirm_kind, _("Het signaal staat aan.")),
    "uit": (turn_off, _("Het signaal staat uit.")),
}


@staff_may(Right.MANAGE_SIGNALS, Module.SIGNALS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    rows = [_row(each, request) for each in switched_kinds()]
    return render(request, "web/desk/signals/kinds.html", {"rows": rows})


@staff_may(Right.MANAGE_SIGNALS, Module.SIGNALS)
@require_POST
def act(request: StaffRequest, key: str, name: str) -> HttpResponse:
    press(request, name, ACTS, every_kind().get(key))
    return redirect("desk-signal-kinds")


def _row(each: Switched[SignalKind, SignalSwitch], request: StaffRequest) -> dict[str, Any]:
    return standing(each, request) | {
        "kind": each.rule,
        "data": [Data(name).label for name in sorted(each.rule.data)],
        "kept": in_words(each.rule.keep),
    }
