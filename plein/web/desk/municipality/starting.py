"""Start van de gemeente: what is still needed, what may be taken over, and the opening."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.identity.roles import Right
from plein.kernel.iban import grouped
from plein.kernel.refusal import Refusal
from plein.starting.actions.choosing import take_over_scheme
from plein.starting.actions.opening import open_municipality, take_back_proposal
from plein.starting.checklist import checklist
from plein.starting.models import Chosen, ChosenKind, Start, StartState, Step
from plein.starting.queries import ready_to_take_over, start_of
from plein.tenants.models import Municipality
from plein.web.municipality.checklist import rows_of, waiting_for
from plein.web.municipality.ticking import tick_page
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

# Where staff mend here what the guide set up; the rest is done where Plein runs.
PAGES = {Step.COLOURS: "desk-style", Step.LOGO: "desk-logo", Step.TEXTS: "desk-texts"}


@staff_may(Right.MANAGE_MUNICIPALITY)
@require_GET
def show(request: StaffRequest) -> HttpResponse:
    start = start_of(request.municipality)
    lines = checklist(start)
    context = {
        "start": start,
        "is_proposed": start.state == StartState.PROPOSED,
        "is_own_proposal": start.proposed_by_id == request.staff.account_id,
        "rows": rows_of(
            lines,
            tick_url=lambda item: reverse("desk-start-tick", args=[item]),
            step_url=lambda step: reverse(PAGES[step]) if step in PAGES else "",
        ),
        "waiting": waiting_for(lines),
        "facts": _facts(request.municipality),
        "offers": ready_to_take_over(),
        "may_take_over": request.staff.may(Right.MANAGE_SCHEMES),
    }
    return render(request, "web/desk/municipality/starting.html", context)


@staff_may(Right.MANAGE_MUNICIPALITY)
@require_http_methods(["GET", "POST"])
def tick(request: StaffRequest, item: str) -> HttpResponse:
    return tick_page(request, item, account=request.staff.account, back=reverse("desk-start"))


@staff_may(Right.MANAGE_MUNICIPALITY)
@require_POST
def open_up(request: StaffRequest) -> HttpResponse:
    return _do(request, open_municipality, _("De gemeente is open. Inwoners kunnen inloggen."))


@staff_may(Right.MANAGE_MUNICIPALITY)
@require_POST
def send_back(request: StaffRequest) -> HttpResponse:
    return _do(request, take_back_proposal, _("Nog niet open. Wie Plein invoert, ziet dit ook."))


@staff_may(Right.MANAGE_SCHEMES)
@require_POST
def take_over(request: StaffRequest, chosen_id: UUID) -> HttpResponse:
    chosen = get_object_or_404(Chosen, pk=chosen_id, kind=ChosenKind.SCHEME)
    try:
        period = take_over_scheme(chosen, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk-schemes")
    messages.success(request, _("De regeling is een concept. Kijk alles na."))
    return redirect("desk-scheme-edit", period.pk)


def _facts(here: Municipality) -> list[dict[str, object]]:
    """What somebody else filled in, for the eyes of who opens."""
    known = [
        (_("Adres op internet"), here.host),
        (_("Gemeentecode van het CBS"), here.cbs_code),
        (_("RSIN"), here.rsin),
        (_("Rekening die de aanbieders betaalt"), grouped(here.iban)),
    ]
    return [{"key": key, "value": value or _("nog niet ingevuld")} for key, value in known]


def _do(request: StaffRequest, act: Callable[..., None], done: str) -> HttpResponse:
    start = get_object_or_404(Start)
    start.municipality = request.municipality
    try:
        act(start, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("desk-start")
