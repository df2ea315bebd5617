"""Payments that came back, until somebody did something about each."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.payments.actions.returning import settle_return
from plein.payments.bank_words import DECEASED, words_for
from plein.payments.died import died_since
from plein.payments.models import DeductionKind, Returned
from plein.payments.returned import waiting
from plein.web.forms import PleinForm
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

ON_PAGE = 25


class DoneForm(PleinForm):
    note = forms.CharField(max_length=500, required=False)
    to_resident = forms.BooleanField(required=False)


@staff_may(Right.PAY_AWARDS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    """Without names: those stand with the award, which logs the look."""
    pages = Pages(request, waiting(), ON_PAGE)
    died = died_since([each.line.award for each in pages.rows], request.now)
    rows = [
        {
            "returned": each,
            "why": words_for(each.reason),
            "died": each.line.award_id in died or each.reason == DECEASED,
            **_of(each),
        }
        for each in pages.rows
    ]
    return render(request, "web/desk/bank/returns.html", {"rows": rows, "pages": pages})


def _of(each: Returned) -> dict[str, object]:
    deduction = each.off.deduction if each.off else None
    return {
        "deduction": deduction,
        "may_to_resident": bool(deduction and deduction.kind != DeductionKind.SEIZURE),
    }


@staff_may(Right.PAY_AWARDS)
@require_POST
def settle(request: StaffRequest, returned_id: UUID) -> HttpResponse:
    returned = get_object_or_404(Returned, pk=returned_id)
    form = DoneForm(request.POST)
    form.is_valid()
    note = form.cleaned_data.get("note", "")
    to_resident = form.cleaned_data.get("to_resident", False)
    try:
        settle_return(returned, note, to_resident=to_resident, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Afgehandeld. Wat openstaat, gaat de volgende keer mee."))
    return redirect("desk-returns")
