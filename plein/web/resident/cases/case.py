"""One aanvraag: its light, what we need, the decision, what happened, and how to stop it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plein.cases.actions.deciding import EXPLANATION
from plein.cases.actions.moving import withdraw
from plein.cases.models import Case, Decision
from plein.cases.partners import partners_of
from plein.cases.queries import CaseFile, done_of, tasks_of
from plein.cases.weighing import open_decision
from plein.delivery.actions.unread import mark_seen
from plein.inbox.event_words import words_of
from plein.inbox.models import Event
from plein.inbox.notices import has_legal_effect
from plein.inbox.showing import events_for_resident, version_of
from plein.journeys.phases import MOVES, Phase
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import spaced
from plein.offers.queries import to_answer_about
from plein.web.background import fragment
from plein.web.light_words import light_words
from plein.web.policies import resident_only, resident_or_helped
from plein.web.request import ResidentRequest
from plein.web.resident.cases.own import WHY, own_file
from plein.web.resident.cases.papers import papers_of
from plein.web.resident.cases.shown import line_of, tasks_shown, with_us

DECIDED = (Phase.DECIDED, Phase.DONE)


@resident_or_helped
@require_GET
def case(request: ResidentRequest, case_id: UUID) -> HttpResponse:
    """A script asks for its middle part again when something happened."""
    version = version_of(
        Event.objects.filter(topic__resident=request.resident, topic__case=case_id)
    )
    if not version:
        raise Http404
    return fragment(
        request,
        f"{case_id.hex}-{version}",
        lambda: _context(request, own_file(request, case_id)),
        page="web/resident/cases/case.html",
        part="web/resident/cases/case_live.html",
    )


def _context(request: ResidentRequest, file: CaseFile) -> dict[str, Any]:
    events, hidden = events_for_resident(file.case.topic, request.today)
    is_read = request.mandate is None  # by who must know, not by a helper
    if is_read and any(has_legal_effect(event) for event in events):
        mark_seen(file.case.topic_id, at=request.now)
    return {
        "case": file.case,
        "number": spaced(file.case.number),
        "light": light_words(file.light),
        "tasks": tasks_shown(file, request.today),
        "with_us": with_us(file),
        "done": done_of(tasks_of(file.case)),
        **_reported(request, file),
        "steps": line_of(file),
        "decision": _decision(request, file.case),
        "documents": papers_of(request, file.case),
        "events": [_event(event, file) for event in events],
        "is_something_hidden": hidden,
        "partners": partners_of(file.case.dossier, request.today),
        "suggestions": to_answer_about(file.case.topic, request.resident, request.today),
        "may_withdraw": Phase.WITHDRAWN in MOVES[Phase(file.case.phase)],
    }


def _reported(request: ResidentRequest, file: CaseFile) -> dict[str, Any]:
    """After a melding: when the aanvraag can follow, and why not yet."""
    if file.case.phase != Phase.REPORTED:
        return {}
    declared = file.case.case_type.read.report
    return {
        "is_reported": True,
        "waits_to_file": not file.may_file_on(request.today),
        "search": declared.search_period if declared else None,
    }


@resident_only
@require_http_methods(["GET", "POST"])
def stop(request: ResidentRequest, case_id: UUID) -> HttpResponse:
    """A question first: stopping cannot be undone."""
    file = own_file(request, case_id)
    if request.method == "GET":
        return render(request, "web/resident/cases/stop.html", {"case": file.case})
    try:
        withdraw(file.case, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Uw aanvraag is gestopt."))
    return redirect("case", case_id)


def _decision(request: ResidentRequest, case: Case) -> dict[str, Any] | None:
    if case.phase not in DECIDED:
        return None
    decision = case.decisions.select_related("provision").latest("decided_at")
    explanation, weighing = open_decision(
        decision, request.resident, EXPLANATION, purpose=WHY, by=request.actor, at=request.now
    )
    result = case.case_type.read.result(decision.result)
    return {
        "says": result.resident,
        "is_favourable": result.is_favourable,
        "explanation": explanation,
        "unmet": weighing.unmet,
        "means": result.letter,
        "decided_on": decision.decided_on,
        "provision": getattr(decision, "provision", None),
        **_objection(decision, request),
    }


def _objection(decision: Decision, request: ResidentRequest) -> dict[str, Any]:
    return {
        "object_until": decision.object_until,
        "can_object": decision.can_object_on(request.today),
    }


def _event(event: Event, file: CaseFile) -> dict[str, Any]:
    """With the function and the team, and not the name, of who did it."""
    who = ", ".join(part for part in (event.function, event.team) if part)
    return {
        "at": event.at,
        "says": words_of(event.name, event.details),
        "about": file.words[event.task_id].title if event.task_id else "",
        "who": who or event.organisation,
        "channel": "" if event.channel == "online" else event.get_channel_display(),
    }
