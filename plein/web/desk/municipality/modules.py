"""Modules: which parts of Plein the residents of this municipality can use."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from plein.identity.roles import Right
from plein.payments.models import AwardSignal
from plein.tenants.changes import switch_module
from plein.tenants.models import Module
from plein.tenants.modules import WHEN_OFF
from plein.vault.models import GrantState, SharingGrant
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.models import OrderLine
from plein.webshop.models.orders import HELD


def orders_waiting() -> str:
    """What residents could not pick up any more; empty when there is nothing."""
    lines = OrderLine.objects.filter(status__in=HELD).count()
    words = ngettext(
        "Er wacht nu %(lines)s bestelling om op te halen.",
        "Er wachten nu %(lines)s bestellingen om op te halen.",
        lines,
    )
    return words % {"lines": lines} if lines else ""


def grants_running() -> str:
    """What organisations could not read any more; empty when there is nothing."""
    grants = SharingGrant.objects.filter(state=GrantState.ACTIVE).count()
    words = ngettext(
        "Inwoners delen nu %(grants)s keer gegevens met een organisatie.",
        "Inwoners delen nu %(grants)s keer gegevens met een organisatie.",
        grants,
    )
    return words % {"grants": grants} if grants else ""


def signals_open() -> str:
    """Questions that nobody would look into any more; empty when there is nothing."""
    signals = AwardSignal.objects.waiting().count()
    words = ngettext(
        "Er staat nu %(signals)s vraag uit een signaal open.",
        "Er staan nu %(signals)s vragen uit signalen open.",
        signals,
    )
    return words % {"signals": signals} if signals else ""


WAITING: dict[Module, Callable[[], str]] = {
    Module.WEBSHOP: orders_waiting,
    Module.VAULT: grants_running,
    Module.SIGNALS: signals_open,
}


@staff_may(Right.MANAGE_MUNICIPALITY)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    modules = [
        {
            "module": module,
            "is_on": request.municipality.has(module),
            "when_off": WHEN_OFF[module],
            "waiting": WAITING[module](),
        }
        for module in Module
    ]
    return render(request, "web/desk/municipality/modules.html", {"modules": modules})


@staff_may(Right.MANAGE_MUNICIPALITY)
@require_POST
def switch(request: StaffRequest, module: str) -> HttpResponse:
    if module not in Module.values:
        raise Http404
    chosen, on = Module(module), "aan" in request.POST
    switch_module(request.municipality, chosen, on=on, by=request.actor, at=request.now)
    done = _("%(module)s staat aan.") if on else _("%(module)s staat uit.")
    messages.success(request, done % {"module": chosen.label})
    return redirect("desk-modules")
