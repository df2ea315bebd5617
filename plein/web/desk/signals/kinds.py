"""Signalen instellen: each kind with why, by which law and on what data; two people turn it on."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from plein.identity.roles import Right
from plein.identity.switch import Switched
from plein.kernel.refusal import Refusal
from plein.payments.actions.switching import confirm_kind, propose_kind, turn_off
from plein.payments.models import SignalSwitch
from plein.payments.signals.declared_data import Data
from plein.payments.signals.kind import SignalKind
from plein.payments.signals.library import every_kind
from plein.payments.signals.switches import switched_kinds
from plein.tenants.models import Module
from plein.vault.retention import in_words
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

Act = Callable[..., object]
ACTS: dict[str, tuple[Act, str | Promise]] = {
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
    kind = every_kind().get(key)
    if kind is None or name not in ACTS:
        raise Http404
    do, said = ACTS[name]
    try:
        do(kind, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, str(said))
    return redirect("desk-signal-kinds")


def _row(each: Switched[SignalKind, SignalSwitch], request: StaffRequest) -> dict[str, Any]:
    switch = each.switch
    return {
        "kind": each.rule,
        "switch": switch,
        "is_on": each.is_on,
        "is_proposed": each.is_proposed,
        "is_own": switch is not None and switch.proposed_by_id == request.staff.pk,
        "has_changed": each.has_changed,
        "is_overdue": not each.rule.is_reviewed_on(request.today),
        "data": [Data(name).label for name in sorted(each.rule.data)],
        "kept": in_words(each.rule.keep),
    }
