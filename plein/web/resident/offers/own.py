"""What was suggested to the resident and what they responded to: yes, not now, and taken back."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.audit.actions import Purpose
from plein.identity.gate import SealedText, read_sealed
from plein.kernel.refusal import Refusal
from plein.offers.actions.responding import Shared, respond, withdraw
from plein.offers.actions.suggesting import not_now
from plein.offers.elements import WHY
from plein.offers.models import Response, Suggestion, SuggestionState
from plein.offers.queries import responses_of, suggestions_to
from plein.web.forms import PleinForm
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.offers.pages import find

LOOK = Purpose("omdat u las wat uw consulent voorstelt", "AVG artikel 15")
LEAST_DIGITS = 10  # of a telephone number


class ShareForm(PleinForm):
    name = forms.CharField(
        label=gettext_lazy("Uw voornaam"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    contact = forms.CharField(
        label=gettext_lazy("Uw telefoonnummer of e-mailadres"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_contact(self) -> str:
        given: str = self.cleaned_data["contact"]
        if "@" in given:
            validate_email(given)
        elif sum(each.isdecimal() for each in given) < LEAST_DIGITS:
            words = _("Vul een telefoonnummer in, of een e-mailadres. Bijvoorbeeld: 06 12 34 56 78")
            raise ValidationError(words)
        return given


@resident_only
@require_GET
def index(request: ResidentRequest) -> HttpResponse:
    suggested = list(suggestions_to(request.resident, request.today))
    opened = _opened(request, [each for each in suggested if each.why_sealed])
    context = {
        "suggestions": [(each, opened.get(each.pk, "")) for each in suggested],
        "responses": responses_of(request.resident),
        "waits": SuggestionState.SUGGESTED,
    }
    return render(request, "web/resident/offers/own.html", context)


@resident_only
@require_http_methods(["GET", "POST"])
def answer(request: ResidentRequest, offer_id: UUID) -> HttpResponse:
    """Says exactly what goes to whom, and until when, before anything is sent."""
    version, form = find(request, offer_id), ShareForm(request.POST or None)
    if form.is_bound and form.is_valid():
        shared = Shared(**form.cleaned_data)
        try:
            respond(version.offer, request.resident, shared, by=request.actor, at=request.now)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Uw reactie is verstuurd."))
            return redirect("own-offers")
    context, status = {"version": version, "form": form}, 422 if form.errors else 200
    return render(request, "web/resident/offers/answer.html", context, status=status)


@resident_only
@require_POST
def later(request: ResidentRequest, suggestion_id: UUID) -> HttpResponse:
    own = Suggestion.objects.filter(topic__resident=request.resident)
    try:
        not_now(get_object_or_404(own, pk=suggestion_id), by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Dat is goed. Dit heeft geen gevolgen voor u."))
    return redirect("own-offers")


@resident_only
@require_POST
def stop(request: ResidentRequest, response_id: UUID) -> HttpResponse:
    own = Response.objects.filter(resident=request.resident)
    withdraw(get_object_or_404(own, pk=response_id), by=request.actor, at=request.now)
    messages.success(request, _("U reageert niet meer. Uw naam en nummer zijn gewist."))
    return redirect("own-offers")


def _opened(request: ResidentRequest, suggestions: list[Suggestion]) -> dict[Any, str]:
    """Why, in one look with one line."""
    if not suggestions:
        return {}
    texts = [SealedText(each.pk, WHY, each.why_sealed) for each in suggestions]
    read = read_sealed(request.resident, texts, purpose=LOOK, by=request.actor, at=request.now)
    return {each.pk: why for each, why in zip(suggestions, read, strict=True)}
