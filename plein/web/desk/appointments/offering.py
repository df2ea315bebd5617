"""Stel een afspraak voor, from the case that it is about."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Case, When
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from plein.appointments.actions.offering import offer
from plein.appointments.models import AppointmentKind
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.desk.cases.case import find_case
from plein.web.fields import DayField
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


class OfferForm(PleinForm):
    kind: "forms.ModelChoiceField[AppointmentKind]" = forms.ModelChoiceField(
        label=_("Welke afspraak?"), queryset=None
    )
    why = forms.CharField(
        label=_("Waarom wilt u elkaar spreken?"),
        help_text=_("De inwoner leest dit. Bijvoorbeeld: om samen uw aanvraag door te nemen"),
        max_length=300,
    )
    due_on = DayField(label=_("Tot en met welke dag kan de inwoner kiezen?"), required=False)

    def __init__(self, *args: Any, first: Collection[str], **kwargs: Any) -> None:
        """`first` are the kinds that the journey names."""
        super().__init__(*args, **kwargs)
        kinds: Any = self.fields["kind"]
        named = Case(When(name__in=first, then=0), default=1)
        kinds.queryset = AppointmentKind.objects.order_by(named, "name")


@staff_may(Right.HANDLE_CASES)
@require_http_methods(["GET", "POST"])
def offer_in_case(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = find_case(case_id)
    form = OfferForm(request.POST or None, first=case.case_type.read.appointments)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            offer(
                given["kind"],
                case.topic,
                why=given["why"],
                due_on=given["due_on"],
                by=request.actor,
                at=request.now,
            )
        except Refusal as refusal:
            form.add_error("kind", str(refusal))
        else:
            messages.success(request, _("De inwoner kan nu een tijd kiezen."))
            return redirect("desk-case", case_id)
    context, status = {"case": case, "form": form}, 422 if form.errors else 200
    return render(request, "web/desk/appointments/offer.html", context, status=status)
