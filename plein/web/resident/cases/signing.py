"""Sign what a partner asked for as well: what it is and what it means, yes or no, and a receipt."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from plein.audit.actions import Purpose
from plein.cases.actions.settling import WHY_NOT
from plein.cases.actions.signing import refuse_to_sign
from plein.cases.actions.signing import sign as sign_along
from plein.cases.models import Signature
from plein.identity.gate import SealedText, read_sealed
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import spaced
from plein.web.forms import PleinForm
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.cases.shown import when
from plein.web.resident.family import Family

WHY = Purpose("omdat u een handtekening bekeek", "AVG artikel 15")
LONGEST = 1000  # characters


class RefuseForm(PleinForm):
    why = forms.CharField(
        label=gettext_lazy("Waarom tekent u niet?"),
        help_text=gettext_lazy("Alleen wij lezen dit. U mag dit ook leeg laten."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        required=False,
    )


@resident_only
@require_http_methods(["GET", "POST"])
def sign(request: ResidentRequest, signature_id: UUID) -> HttpResponse:
    signature = _own(request, signature_id)
    if request.method == "POST":
        try:
            sign_along(signature, by=request.resident, at=request.now)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        return redirect("signed", signature.pk)
    if not signature.is_asked:
        return redirect("signed", signature.pk)
    return render(request, "web/resident/cases/sign.html", _context(request, signature))


@resident_only
@require_http_methods(["GET", "POST"])
def refuse(request: ResidentRequest, signature_id: UUID) -> HttpResponse:
    """A question first: it cannot be undone."""
    signature, form = _own(request, signature_id), RefuseForm(request.POST or None)
    if not signature.is_asked:
        return redirect("signed", signature.pk)
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        try:
            refuse_to_sign(signature, why, by=request.resident, at=request.now)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        return redirect("signed", signature.pk)
    context = {**_context(request, signature), "form": form}
    status = 422 if form.errors else 200
    return render(request, "web/resident/cases/refuse_to_sign.html", context, status=status)


@resident_only
@require_GET
def signed(request: ResidentRequest, signature_id: UUID) -> HttpResponse:
    """The receipt, also of what is not asked any more."""
    signature = _own(request, signature_id)
    if signature.is_asked:
        return redirect("sign", signature.pk)
    context = {**_context(request, signature), "why": _why(request, signature)}
    return render(request, "web/resident/cases/signed.html", context)


def _own(request: ResidentRequest, signature_id: UUID) -> Signature:
    """Of who made the aanvraag, and of anybody else, there is nothing here."""
    own = Signature.objects.of(request.resident)
    return get_object_or_404(
        own.select_related("case__case_type", "case__dossier"), pk=signature_id
    )


def _context(request: ResidentRequest, signature: Signature) -> dict[str, Any]:
    case = signature.case
    return {
        "signature": signature,
        "case_type": case.case_type,
        "number": spaced(case.number),
        "received_on": case.received_on,
        "name": _name_of_the_other(request, signature),
        "when": when(signature.due_on, request.today),
    }


def _name_of_the_other(request: ResidentRequest, signature: Signature) -> str:
    """As at home; who does not live together any more reads no name."""
    family, other = Family(request), signature.case.dossier.resident_id
    member = next((each for each in family.members if each.resident_id == other), None)
    return family.name_of(member) if member else _("iemand met wie u woonde")


def _why(request: ResidentRequest, signature: Signature) -> str:
    if not signature.why_sealed:
        return ""
    text = SealedText(signature.pk, WHY_NOT, signature.why_sealed)
    (why,) = read_sealed(request.resident, [text], purpose=WHY, by=request.actor, at=request.now)
    return why
