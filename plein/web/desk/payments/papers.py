"""Papers of a benefit: payslips that were sent, specifications and letters; each look is logged."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET

from plein.documents.models import DocumentState
from plein.identity.roles import Right
from plein.inbox.models import Enclosure
from plein.payments.models import Award
from plein.web.desk.payments.looking import WHY, find_award
from plein.web.documents import documents_shown
from plein.web.policies import staff_may
from plein.web.public.document import hand_out
from plein.web.request import StaffRequest

MOST = 24


def papers_of(request: StaffRequest, award: Award) -> list[dict[str, Any]]:
    """For `web/parts/documents.html`, the newest first. None where nothing was ever sent."""
    if award.topic_id is None:
        return []
    return documents_shown(
        Enclosure.objects.filter(topic=award.topic_id).newest_first()[:MOST],
        award.resident,
        request=request,
        url=lambda document: reverse("desk-award-paper", args=[award.pk, document]),
        purpose=WHY,
        case=award.number,
    )


@staff_may(Right.HANDLE_AWARDS)
@require_GET
def download(request: StaffRequest, award_id: UUID, document_id: UUID) -> HttpResponse:
    award = find_award(award_id)
    if award.topic_id is None:
        raise Http404
    own = Enclosure.objects.filter(topic=award.topic_id, document__state=DocumentState.CLEAN)
    document = get_object_or_404(own.newest_first(), document=document_id).document
    return hand_out(request, document, purpose=WHY, case=award.number)
