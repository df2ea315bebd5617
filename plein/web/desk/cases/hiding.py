"""Kept from the resident for a while: proposed from a case, decided on by somebody else."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.identity.roles import Right
from plein.inbox.actions.hiding import agree_to_hiding, propose_hiding, refuse_hiding
from plein.inbox.event_words import words_of
from plein.inbox.models import Event, Hiding
from plein.inbox.models.events import HidingGround
from plein.kernel.refusal import Refusal
from plein.web.desk.cases.case import find_case
from plein.web.fields import DayField
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


class HidingForm(PleinForm):
    ground = forms.ChoiceField(
        label=_("Waarom mag de inwoner dit nu niet zien?"),
        choices=HidingGround.choices,
        widget=forms.RadioSelect,
    )
    last_day = DayField(
        label=_("Tot en met welke dag?"), help_text=_("Hoogstens drie maanden verder.")
    )
    tells_nothing = forms.BooleanField(
        label=_("De inwoner mag ook niet weten dat er iets is weggelaten"), required=False
    )


@staff_may(Right.HANDLE_CASES)
@require_http_methods(["GET", "POST"])
def propose(request: StaffRequest, case_id: UUID, event_id: UUID) -> HttpResponse:
    case = find_case(case_id)
    event = get_object_or_404(Event, pk=event_id, topic=case.topic)
    form = HidingForm(request.POST or None)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            propose_hiding(
                event,
                HidingGround(given["ground"]),
                given["last_day"] + timedelta(days=1),
                tells_nothing=given["tells_nothing"],
                by=request.staff,
                at=request.now,
            )
        except Refusal as refusal:
            form.add_error("last_day", str(refusal))
        else:
            messages.success(request, _("Uw voorstel staat klaar. Een ander beslist erover."))
            return redirect("desk-case", case_id)
    context = {"case": case, "form": form, "says": words_of(event.name, event.details)}
    status = 422 if form.errors else 200
    return render(request, "web/desk/cases/hide.html", context, status=status)


@staff_may(Right.AGREE_HIDING)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    """What waits for a decision, and what is kept from residents now."""
    found = Hiding.objects.select_related(
        "event__topic__case__case_type", "proposed_by__account", "agreed_by__account"
    )
    context: dict[str, Any] = {
        "waiting": [_row(each) for each in found.filter(agreed_at=None).order_by("proposed_at")],
        "hidden": [_row(each) for each in _running(found, request).order_by("until")],
    }
    return render(request, "web/desk/cases/hidden.html", context)


@staff_may(Right.AGREE_HIDING)
@require_POST
def decide(request: StaffRequest, hiding_id: UUID, answer: str) -> HttpResponse:
    acts = {"ja": agree_to_hiding, "nee": refuse_hiding}
    if answer not in acts:
        raise Http404
    hiding = get_object_or_404(Hiding, pk=hiding_id)
    try:
        acts[answer](hiding, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Dit is genoteerd."))
    return redirect("desk-hidden")


def _running(found: QuerySet[Hiding], request: StaffRequest) -> QuerySet[Hiding]:
    return found.filter(agreed_at__isnull=False, until__gt=request.today)


def _row(hiding: Hiding) -> dict[str, Any]:
    event = hiding.event
    case = getattr(event.topic, "case", None)
    return {
        "hiding": hiding,
        "says": words_of(event.name, event.details),
        "about": case.case_type if case else "",
        "last_day": hiding.until - timedelta(days=1),
    }
