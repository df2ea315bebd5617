"""Somebody lives otherwise from a day on, or the benefit ends: a person decided on it."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.desk.payments.award import page
from plein.web.desk.payments.forms import DeathForm, EndForm, SituationForm
from plein.web.desk.payments.looking import find_award
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.workflows.benefit_changes import change_situation, end_as_resident_died, end_benefit


@staff_may(Right.HANDLE_AWARDS)
@require_POST
def situation(request: StaffRequest, award_id: UUID) -> HttpResponse:
    award, form = find_award(award_id), SituationForm(request.POST)
    if not form.is_valid():
        return page(request, award, situation_form=form)
    by, from_on = request.staff, form.cleaned_data["from_on"]
    try:
        months = change_situation(award, form.living(), from_on=from_on, by=by, at=request.now)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return page(request, award, situation_form=form)
    messages.success(request, _("Opgeslagen. Vanaf die dag rekenen wij hiermee."))
    return _back(request, award_id, months)


@staff_may(Right.HANDLE_AWARDS)
@require_POST
def stop(request: StaffRequest, award_id: UUID) -> HttpResponse:
    award, form = find_award(award_id), EndForm(request.POST)
    if not form.is_valid():
        return page(request, award, end_form=form)
    try:
        months = end_benefit(award, **form.cleaned_data, by=request.staff, at=request.now)
    except Refusal as refusal:
        form.add_error("on", str(refusal))
        return page(request, award, end_form=form)
    messages.success(request, _("De uitkering is beëindigd."))
    return _back(request, award_id, months)


@staff_may(Right.HANDLE_AWARDS)
@require_POST
def died(request: StaffRequest, award_id: UUID) -> HttpResponse:
    award, form = find_award(award_id), DeathForm(request.POST)
    if not form.is_valid():
        return page(request, award, death_form=form)
    try:
        months = end_as_resident_died(award, **form.cleaned_data, by=request.staff, at=request.now)
    except Refusal as refusal:
        form.add_error("died_on", str(refusal))
        return page(request, award, death_form=form)
    said = _("De uitkering is beëindigd. Er wordt niets meer betaald op deze rekening.")
    messages.success(request, said)
    return _back(request, award_id, months)


def _back(request: StaffRequest, award_id: UUID, months: Sequence[object]) -> HttpResponse:
    if months:
        said = ngettext(
            "1 maand die al betaald was, komt er nu anders uit.",
            "{n} maanden die al betaald waren, komen er nu anders uit.",
            len(months),
        )
        messages.info(request, said.format(n=len(months)))
    return redirect("desk-award", award_id)
