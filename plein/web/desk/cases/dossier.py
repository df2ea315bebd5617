"""A dossier on one screen: every aanvraag in it, who takes part, who leads, and what happened."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.cases.actions.directing import take_direction
from plein.cases.models import Case, Dossier, Provision
from plein.cases.partners import partners_of
from plein.cases.worklist import dot_of
from plein.identity.gate import read_name
from plein.identity.roles import Right
from plein.inbox.event_words import words_of
from plein.inbox.models import Event
from plein.kernel.short_code import spaced
from plein.web.desk.cases.case import WHY
from plein.web.light_words import COLOURS
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

NEWEST = 50  # events


@staff_may(Right.HANDLE_CASES)
@require_GET
def show(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    found = Dossier.objects.select_related("director__account")
    dossier = get_object_or_404(found, pk=dossier_id)
    cases = list(dossier.cases.select_related("case_type", "waits_for").order_by("-filed_at"))
    others = Dossier.objects.filter(resident=dossier.resident_id).exclude(pk=dossier.pk)
    context = {
        "dossier": dossier,
        "name": read_name(dossier.resident_id, purpose=WHY, by=request.actor, at=request.now),
        "rows": [_row(case, request) for case in cases],
        "partners": partners_of(dossier, request.today),
        "provisions": Provision.objects.on(request.today).filter(decision__case__dossier=dossier),
        "events": _events(dossier, cases),
        "others": others.order_by("question"),
        "may_direct": dossier.director != request.staff,
    }
    return render(request, "web/desk/cases/dossier.html", context)


@staff_may(Right.HANDLE_CASES)
@require_POST
def direct(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    dossier = get_object_or_404(Dossier, pk=dossier_id)
    take_direction(dossier, by=request.staff, at=request.now)
    messages.success(request, _("U hebt de leiding over dit dossier. De inwoner ziet dat."))
    return redirect("desk-dossier", dossier_id)


def _row(case: Case, request: StaffRequest) -> dict[str, Any]:
    return {
        "case": case,
        "number": spaced(case.number),
        "colour": COLOURS[dot_of(case, request.today)] if case.is_open else "",
    }


def _events(dossier: Dossier, cases: list[Case]) -> list[dict[str, Any]]:
    """Of every aanvraag together, newest first."""
    about = {case.topic_id: case.case_type for case in cases}
    events = Event.objects.filter(topic__in=about).order_by("-at", "-id")[:NEWEST]
    return [
        {
            "at": each.at,
            "says": words_of(each.name, each.details),
            "who": each.team or each.organisation,
            "about": about[each.topic_id],
        }
        for each in events
    ]
