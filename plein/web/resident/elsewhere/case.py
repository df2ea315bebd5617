"""One aanvraag of another department: where it is, its papers, and how old this is."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from plein.casestores.asking import ask_case
from plein.casestores.models import ForeignCase
from plein.casestores.papers import fetch_paper
from plein.casestores.queries import Shown
from plein.kernel.refusal import Refusal
from plein.web.documents import as_file
from plein.web.policies import resident_or_together
from plein.web.request import ResidentRequest
from plein.web.resident.elsewhere.lists import NOTHING_NEW
from plein.web.resident.elsewhere.own import own_case, own_case_shown
from plein.web.resident.elsewhere.shown import line_of, paper_key, paper_row, row_of


@resident_or_together
@require_GET
def case(request: ResidentRequest, case_id: UUID) -> HttpResponse:
    """Shows the last good copy at once, and asks for a new one in the background."""
    found = own_case(request, case_id)
    if "wacht" in request.GET and found.is_under_way(request.now):
        return HttpResponse(status=NOTHING_NEW)
    if found.may_be_asked(request.now):
        ask_case(found, at=request.now)
        found.asked_at = request.now
    name = "case_part" if request.htmx else "case"
    context = _context(request, found)
    return render(request, f"web/resident/elsewhere/{name}.html", context)


@resident_or_together
@require_GET
def paper(request: ResidentRequest, case_id: UUID, key: str) -> HttpResponse:
    """Fetched for this person, and kept nowhere."""
    shown = own_case_shown(request, own_case(request, case_id))
    papers = shown.details.papers if shown.details else ()
    wanted = next((each for each in papers if paper_key(each) == key), None)
    if wanted is None:
        raise Http404
    try:
        received = fetch_paper(shown.case, wanted)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("elsewhere-case", case_id)
    return as_file(received.content, received.ending)


def _context(request: ResidentRequest, found: ForeignCase) -> dict[str, Any]:
    shown: Shown = own_case_shown(request, found)
    details, now = shown.details, request.now
    return {
        "case": found,
        "row": row_of(shown, now, request.today),
        "number": shown.summary.number,
        "reason": shown.summary.stands_still,
        "steps": line_of(details, is_open=found.is_open) if details else [],
        "papers": [paper_row(found, each) for each in details.papers] if details else [],
        "is_under_way": found.is_under_way(now),
        "has_failed": found.has_failed(now) or found.state.has_failed(now),
    }
