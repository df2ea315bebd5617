"""What is paid back, on paper: an overview at any time, and the letter of each decision."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from plein.audit.actions import Purpose
from plein.delivery.actions.unread import mark_seen
from plein.delivery.letter import pdf_of
from plein.documents.models import Document
from plein.kernel.dutch import dutch
from plein.payments.owed_statement import Owed, letter_of_owed, owed_of, words_of
from plein.payments.queries import letters_of
from plein.web.documents import as_file
from plein.web.policies import resident_only
from plein.web.public.document import hand_out
from plein.web.request import ResidentRequest

OPENING = Purpose("omdat u een brief over terugbetalen opende", "AVG artikel 15")


@resident_only
@require_GET
def overview(request: ResidentRequest) -> HttpResponse:
    found = _found(request)
    context = {
        "left": sum(each.open for each in found),
        "owed": [(each, [(words_of(step), step) for step in each.steps]) for each in found],
    }
    return render(request, "web/resident/payback/overview.html", context)


@resident_only
@require_GET
def pdf(request: ResidentRequest) -> HttpResponse:
    with dutch():
        letter = letter_of_owed(_found(request), request.today)
        content = pdf_of([letter], request.municipality, at=request.now)
    return as_file(content, "pdf")


@resident_only
@require_GET
def letter(request: ResidentRequest, letter_id: UUID) -> HttpResponse:
    """Not found for what is not theirs, and while it is being made."""
    own = letters_of(request.resident).filter(pk=letter_id).values("document")
    papers = Document.objects.select_related("resident", "enclosure")
    found = get_object_or_404(papers, pk__in=own)
    mark_seen(found.enclosure.topic_id, at=request.now)
    return hand_out(request, found, purpose=OPENING)


def _found(request: ResidentRequest) -> list[Owed]:
    """Not found for who never had to pay back."""
    found = owed_of(request.resident)
    if not found:
        raise Http404
    return found
