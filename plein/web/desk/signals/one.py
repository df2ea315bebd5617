"""One signal: the question, what may help, the facts, and what a person found."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.payments.actions.signalling import look_into
from plein.payments.models import Award, AwardSignal, Outcome
from plein.payments.signals.library import every_kind
from plein.payments.signals.opening import opened
from plein.tenants.models import Module
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

LONGEST = 2000


class OutcomeForm(PleinForm):
    outcome = forms.ChoiceField(
        label=_("Wat kwam eruit?"), choices=Outcome.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("Uitleg voor de inwoner"),
        help_text=_(
            "Schrijf gewoon: wat hebt u gezien, en wat gebeurt er nu? De inwoner leest dit."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
    )


@staff_may(Right.HANDLE_SIGNALS, Module.SIGNALS)
@require_http_methods(["GET", "POST"])
def show(request: StaffRequest, signal_id: UUID) -> HttpResponse:
    signal = _find(signal_id)
    form = OutcomeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _answer(request, signal, form)
    return _page(request, signal, form)


def _find(signal_id: UUID) -> AwardSignal:
    """Raises `Http404`, also for a kind that is no longer declared."""
    rows = AwardSignal.objects.filter(pk=signal_id, kind__in=every_kind())
    found = rows.select_related("award__resident", "looked_by__account").first()
    if found is None:
        raise Http404
    return found


def _answer(request: StaffRequest, signal: AwardSignal, form: OutcomeForm) -> HttpResponse:
    outcome, words = Outcome(form.cleaned_data["outcome"]), form.cleaned_data["words"]
    try:
        look_into(signal, outcome, words, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk-signal", signal.pk)
    messages.success(request, gettext("Uitgezocht. De inwoner ziet nu waar u naar keek."))
    return redirect("desk-signals")


def _page(request: StaffRequest, signal: AwardSignal, form: OutcomeForm) -> HttpResponse:
    """Opening it is a look, with a line in the log."""
    kind = every_kind()[signal.kind]
    (found,) = opened([signal], why=kind.why, by=request.staff.actor, at=request.now)
    context: dict[str, Any] = {
        "signal": signal,
        "kind": kind,
        "facts": found.facts.said,
        "told": found.words,
        "beside": Award.objects.filter(pk__in=found.facts.beside).order_by("number"),
        "may_see_award": request.staff.may(Right.HANDLE_AWARDS),
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "web/desk/signals/one.html", context, status=status)
