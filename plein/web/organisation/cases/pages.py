"""Dossiers for a partner: the part that its participation names, with a line for every look."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.audit.actions import Purpose
from plein.cases.actions.handing_over import hand_back
from plein.cases.actions.participating import let_out
from plein.cases.models import Case, Participation
from plein.cases.partners import cases_for
from plein.cases.queries import files_of, tasks_of, with_tasks, words_of_tasks
from plein.identity.gate import read_name
from plein.inbox.event_words import words_of
from plein.inbox.showing import events_for_resident
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import spaced
from plein.web.light_words import light_words
from plein.web.policies import organisation_only
from plein.web.request import OrganisationRequest

MOST = 200  # on one page


@organisation_only
@require_GET
def index(request: OrganisationRequest) -> HttpResponse:
    """Without names: those stand in the case, and opening it is logged."""
    found = with_tasks(cases_for(request.recipient.organisation, request.today))[:MOST]
    rows = [
        {
            "case": file.case,
            "number": spaced(file.case.number),
            "step": file.case.current_step.staff,
            "is_our_turn": file.case.waits_for_id == request.recipient.organisation_id,
            "light": light_words(file.light),
        }
        for file in files_of(found, request.today)
    ]
    context = {"rows": rows, "recipient": request.recipient}
    return render(request, "web/organisation/cases/list.html", context)


@organisation_only
@require_GET
def show(request: OrganisationRequest, case_id: UUID) -> HttpResponse:
    own = cases_for(request.recipient.organisation, request.today).filter(pk=case_id)
    found = list(with_tasks(own))
    if not found:
        raise Http404
    case, participation = found[0], _own(request, found[0])
    purpose = Purpose(participation.purpose, participation.basis)
    (file,) = files_of(found, request.today, _words(request, case, purpose))
    events, _hidden = events_for_resident(case.topic, request.today)
    context = {
        "case": case,
        "number": spaced(case.number),
        "name": read_name(
            case.dossier.resident_id,
            purpose=purpose,
            by=request.provider_user.organisation_actor,
            at=request.now,
        ),
        "participation": participation,
        "is_our_turn": case.waits_for_id == participation.organisation_id,
        "light": light_words(file.light),
        "tasks": [{"task": task, "title": file.said(task).title} for task in file.tasks],
        "events": [
            {"at": each.at, "says": words_of(each.name, each.details), "who": each.team}
            for each in events
        ],
        "recipient": request.recipient,
    }
    return render(request, "web/organisation/cases/case.html", context)


@organisation_only
@require_POST
def ready(request: OrganisationRequest, case_id: UUID) -> HttpResponse:
    """The organisation did its part for now; it goes on taking part."""
    own = cases_for(request.recipient.organisation, request.today)
    case = get_object_or_404(own.filter(waits_for=request.recipient.organisation), pk=case_id)
    try:
        hand_back(case, by=request.provider_user.organisation_actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("De gemeente is weer aan de beurt. De inwoner ziet dat."))
    return redirect("organisation-case", case_id)


@organisation_only
@require_POST
def leave(request: OrganisationRequest, case_id: UUID) -> HttpResponse:
    """The organisation is done; from the next request on it sees nothing of it."""
    own = cases_for(request.recipient.organisation, request.today).select_related("topic")
    case = get_object_or_404(own, pk=case_id)
    why, by = _("de organisatie is klaar"), request.provider_user.organisation_actor
    try:
        let_out(_own(request, case), case, why, by=by, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("U werkt niet meer mee. U ziet dit dossier niet meer."))
    return redirect("organisation-cases")


def _own(request: OrganisationRequest, case: Case) -> Participation:
    """The running one of this organisation in the dossier of the case."""
    running = Participation.objects.on(request.today).filter(dossier_id=case.dossier_id)
    return get_object_or_404(running, organisation=request.recipient.organisation)


def _words(request: OrganisationRequest, case: Case, purpose: Purpose) -> dict[UUID, Any]:
    return words_of_tasks(
        case.dossier.resident,
        tasks_of(case),
        purpose=purpose,
        by=request.provider_user.organisation_actor,
        at=request.now,
    )
