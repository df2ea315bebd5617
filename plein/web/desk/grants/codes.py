"""Codes voor brieven: made many at once, shown in one file, once."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import spaced
from plein.web.fields import DayField, MoneyField
from plein.web.forms import PleinForm
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.sheets import csv_file
from plein.webshop.actions.activating import MOST_CODES, make_codes, withdraw_code
from plein.webshop.models import ActivationCode
from plein.webshop.queries.desk import periods

LONGEST = 60  # letters in a reference


class CodesForm(PleinForm):
    """A number of letters, each with a reference of its own, so that a code can be found back."""

    reference = forms.CharField(
        label=gettext_lazy("Kenmerk"),
        help_text=gettext_lazy("Elke brief krijgt dit kenmerk met een nummer. Geen naam of BSN."),
        max_length=LONGEST - 10,
    )
    number = forms.IntegerField(
        label=gettext_lazy("Hoeveel brieven?"), min_value=1, max_value=MOST_CODES
    )
    amount = MoneyField(
        label=gettext_lazy("Bedrag"),
        help_text=gettext_lazy("Laat leeg voor het bedrag van de regeling."),
        required=False,
        min_cents=1,
    )
    last_day = DayField(label=gettext_lazy("Te gebruiken tot en met"))

    def references(self) -> list[str]:
        given: dict[str, Any] = self.cleaned_data
        return [f"{given['reference'].strip()}-{n}" for n in range(1, given["number"] + 1)]


@staff_may(Right.GRANT)
@require_http_methods(["GET", "POST"])
def index(request: StaffRequest, period_id: UUID) -> HttpResponse:
    period = get_object_or_404(periods(), pk=period_id)
    form = CodesForm(request.POST or None, initial={"last_day": period.last_day})
    if request.method == "POST" and form.is_valid():
        try:
            pairs = make_codes(
                period,
                form.references(),
                cents=form.cleaned_data["amount"],
                valid_until=form.cleaned_data["last_day"] + timedelta(days=1),
                by=request.staff,
                at=request.now,
            )
        except Refusal as refusal:
            form.add_error("reference", str(refusal))
        else:
            rows = [[reference, spaced(code)] for reference, code in pairs]
            return csv_file("codes-voor-brieven.csv", [_("kenmerk"), _("code")], rows)
    words = request.GET.get("zoek", "").strip()[:LONGEST]
    codes = period.codes.filter(reference__icontains=words).order_by("-made_at", "reference")
    context = {"period": period, "form": form, "words": words, "pages": Pages(request, codes, 50)}
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/grants/codes.html", context, status=status)


@staff_may(Right.GRANT)
@require_POST
def withdraw(request: StaffRequest, code_id: UUID) -> HttpResponse:
    code = get_object_or_404(ActivationCode, pk=code_id)
    try:
        withdraw_code(code, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Met deze code kan niemand meer een budget krijgen."))
    return redirect("desk-codes", code.period_id)
