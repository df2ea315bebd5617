"""One row of the list: why, with which data, what staff may do, and what came of it."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from plein.identity.roles import Right
from plein.inbox.actions.talking import general_conversation
from plein.journeys.languages import DUTCH
from plein.kernel.refusal import Refusal
from plein.proactive.access import MayNotBeOffered
from plein.proactive.actions.handling import finish, give_back, take
from plein.proactive.actions.opening import open_offer
from plein.proactive.library import needs
from plein.proactive.listing import listed
from plein.proactive.models import OF_STAFF, HelpOffer, Outcome
from plein.proactive.need import May
from plein.proactive.register import data_of
from plein.tenants.models import Module
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


class OutcomeForm(PleinForm):
    outcome = forms.ChoiceField(
        label=_("Wat kwam eruit?"),
        choices=[(each.value, each.label) for each in OF_STAFF],
        widget=forms.RadioSelect,
    )


@staff_may(Right.HANDLE_OFFERS, Module.VAULT)
@require_GET
def show(request: StaffRequest, helpoffer_id: UUID) -> HttpResponse:
    return _page(request, _found(request, helpoffer_id), OutcomeForm())


@staff_may(Right.HANDLE_OFFERS, Module.VAULT)
@require_POST
def act(request: StaffRequest, helpoffer_id: UUID, name: str) -> HttpResponse:
    offer = _found(request, helpoffer_id)
    if name == "klaar":
        return _finish(request, offer)
    if name == "gesprek":
        return redirect("desk-talk", general_conversation(offer.resident, at=request.now).pk)
    if name not in ACTS:
        raise Http404
    do, said = ACTS[name]
    try:
        do(offer, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk-proactive")
    messages.success(request, str(said))
    return (
        redirect("desk-proactive-one", offer.pk)
        if name == "oppakken"
        else redirect("desk-proactive")
    )


ACTS: dict[str, tuple[Callable[..., object], str | Promise]] = {
    "oppakken": (take, _("U hebt dit opgepakt.")),
    "terug": (give_back, _("Een collega kan dit nu oppakken.")),
}


def _finish(request: StaffRequest, offer: HelpOffer) -> HttpResponse:
    form = OutcomeForm(request.POST)
    if not form.is_valid():
        return _page(request, offer, form)
    try:
        outcome = Outcome(form.cleaned_data["outcome"])
        finish(offer, outcome, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk-proactive-one", offer.pk)
    messages.success(request, _("Dit is klaar."))
    return redirect("desk-proactive")


def _found(request: StaffRequest, helpoffer_id: UUID) -> HelpOffer:
    rows = listed(request.today).select_related("resident__vault", "taken_by__account")
    return get_object_or_404(rows, pk=helpoffer_id)


def _page(request: StaffRequest, offer: HelpOffer, form: OutcomeForm) -> HttpResponse:
    """Opening it is a look, with a line in the log; what holds no longer is gone."""
    found = open_offer(offer, by=request.staff, at=request.now)
    if found is None:
        messages.error(request, str(MayNotBeOffered.message))
        return redirect("desk-proactive")
    need = needs()[offer.kind]
    context = {
        "offer": offer,
        "title": need.words_in(DUTCH).title,
        "reason": found.reason_in(DUTCH),
        "data": data_of(need),
        "law": need.law,
        "may": [each.label for each in need.may],
        "may_write": May.WRITE in need.may and request.staff.may(Right.ANSWER_TALKS),
        "is_own": offer.taken_by_id == request.staff.pk,
        "is_late": offer.is_late_on(request.today),
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "web/desk/proactive/one.html", context, status=status)
