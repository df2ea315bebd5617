"""What was sent in a case, for who handles it; every look has its line in the log."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET

from plein.audit.actions import Purpose
from plein.cases.models import Case
from plein.documents.models import DocumentState
from plein.identity.roles import Right
from plein.inbox.models import Enclosure
from plein.web.documents import documents_shown
from plein.web.policies import staff_may
from plein.web.public.document import hand_out
from plein.web.request import StaffRequest

OPENING = Purpose("om uw aanvraag te behandelen", "Participatiewet art. 7 en Awb art. 3:2")


def papers_of(request: StaffRequest, case: Case) -> list[dict[str, Any]]:
    """For `web/parts/documents.html`, the newest first. The page names its own right."""
    return documents_shown(
        Enclosure.objects.filter(topic=case.topic_id).newest_first(),
        case.dossier.resident,
        request=request,
        url=lambda document: reverse("desk-case-paper", args=[case.pk, document]),
        purpose=OPENING,
        case=case.number,
    )


@staff_may(Right.HANDLE_CASES)
@require_GET
def download(request: StaffRequest, case_id: UUID, document_id: UUID) -> HttpResponse:
    case = get_object_or_404(Case, pk=case_id)
    own = Enclosure.objects.filter(topic=case.topic_id, document__state=DocumentState.CLEAN)
    document = get_object_or_404(own.newest_first(), document=document_id).document
    return hand_out(request, document, purpose=OPENING, case=case.number)
