"""One need: what it asks, on which data, what residents read; on by two people, by a regulation."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.identity.algorithm_register import record_of
from plein.identity.roles import Right
from plein.identity.switch import Switched
from plein.journeys.languages import LANGUAGES
from plein.kernel.refusal import Refusal
from plein.proactive.actions.switching import confirm_need, propose_need, turn_need_off
from plein.proactive.library import needs
from plein.proactive.models import NeedSwitch
from plein.proactive.need import May, Need
from plein.proactive.outcomes import shown_outcomes
from plein.proactive.register import asked_in_line, data_of, described
from plein.proactive.standing import switched_needs
from plein.tenants.models import Module
from plein.web.desk.algorithms import as_file, to_read
from plein.web.desk.proactive.needs import row_of
from plein.web.desk.switches import Act, press
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

LONGEST = 300
ACTS: dict[str, Act] = {
    "bevestig": (confirm_need, _("Dit staat aan. Wij kijken nu voor wie dit geldt.")),
    "uit": (turn_need_off, _("Dit staat uit. De lijst is leeg.")),
}


class BasisForm(PleinForm):
    basis = forms.CharField(
        label=_("Welke regels van uw gemeente staan dit toe?"),
        help_text=_("Noem de verordening of regeling en het artikel. Inwoners lezen dit."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=LONGEST,
    )


@staff_may(Right.MANAGE_OFFERS, Module.VAULT)
@require_http_methods(["GET", "POST"])
def show(request: StaffRequest, key: str) -> HttpResponse:
    """A proposal is sent to the page itself."""
    each, form = _found(key), BasisForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _propose(request, each.rule, form)
    return _page(request, each, form)


@staff_may(Right.MANAGE_OFFERS, Module.VAULT)
@require_POST
def act(request: StaffRequest, key: str, name: str) -> HttpResponse:
    press(request, name, ACTS, needs().get(key))
    return redirect("desk-need", key)


@staff_may(Right.MANAGE_OFFERS, Module.VAULT)
@require_GET
def record(request: StaffRequest, key: str) -> HttpResponse:
    """For the Algoritmeregister."""
    return as_file(_record(request, _found(key)), f"algoritmeregister-aanbod-{key}")


def _propose(request: StaffRequest, need: Need, form: BasisForm) -> HttpResponse:
    try:
        propose_need(need, form.cleaned_data["basis"], by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Uw voorstel staat klaar. Een collega bevestigt het."))
    return redirect("desk-need", need.key)


def _found(key: str) -> Switched[Need, NeedSwitch]:
    found = next((each for each in switched_needs() if each.rule.key == key), None)
    if found is None:
        raise Http404
    return found


def _record(request: StaffRequest, each: Switched[Need, NeedSwitch]) -> dict[str, object]:
    basis = each.switch.basis if each.switch else ""
    return record_of(described(each.rule, basis), request.municipality, each.switch)


def _page(request: StaffRequest, each: Switched[Need, NeedSwitch], form: BasisForm) -> HttpResponse:
    need = each.rule
    context = {
        "row": row_of(each, request),
        "asked": asked_in_line(need),
        "data": data_of(need),
        "may": [May(name).label for name in need.may],
        "languages": [
            {"code": code, "name": name, "words": need.texts[code]}
            for code, name in LANGUAGES.items()
        ],
        "outcomes": shown_outcomes(need),
        "record": to_read(_record(request, each)),
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "web/desk/proactive/need.html", context, status=status)
