"""Papers of an aanvraag: send some with a task, see what was sent, open one."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from plein.audit.actions import Purpose
from plein.cases.models import Case
from plein.documents.judging import ACCEPTED
from plein.documents.models import DocumentState
from plein.documents.receiving import Received
from plein.inbox.models import Enclosure, HandIn
from plein.inbox.models.enclosures import EnclosureQuerySet
from plein.web.documents import documents_shown
from plein.web.fields import FilesField, SeveralFilesInput
from plein.web.forms import PleinForm
from plein.web.policies import resident_or_helped
from plein.web.public.document import hand_out
from plein.web.received_files import received_files
from plein.web.request import ResidentRequest
from plein.web.resident.cases.own import WHY

MOST_FILES = 5
LONGEST_NOTE = 4000  # characters
OPENING = Purpose("omdat u een papier van uw aanvraag opende", "AVG artikel 15")


class PapersForm(PleinForm):
    papers = FilesField(
        most=MOST_FILES,
        label=gettext_lazy("Foto's of pdf"),
        help_text=gettext_lazy(
            "Maak een foto met uw telefoon of kies een bestand. U kunt er 5 sturen,"
            " van hoogstens 20 MB per stuk."
        ),
        widget=SeveralFilesInput(attrs={"accept": ACCEPTED}),
        error_messages={"required": gettext_lazy("Kies een foto of een pdf.")},
    )
    note = forms.CharField(
        label=gettext_lazy("Wilt u er iets bij zeggen?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_NOTE,
        required=False,
    )

    def answer_and_files(self) -> tuple[str, list[Received]]:
        return self.cleaned_data["note"], received_files(self, "papers")


def papers_of(
    request: ResidentRequest, case: Case, *, hand_in: HandIn | None = None
) -> list[dict[str, Any]]:
    """All of the case, or those of one hand-in; the newest first."""
    own = _own(request).filter(topic=case.topic_id)
    if hand_in:
        own = own.filter(hand_in=hand_in)
    return documents_shown(
        own.newest_first(),
        request.resident,
        request=request,
        url=lambda document: reverse("case-paper", args=[case.pk, document]),
        purpose=WHY,
    )


@resident_or_helped
@require_GET
def download(request: ResidentRequest, case_id: UUID, document_id: UUID) -> HttpResponse:
    """Not found for what is not theirs, and for what is not safe yet."""
    own = _own(request).filter(topic__case=case_id, document__state=DocumentState.CLEAN)
    enclosure = get_object_or_404(own.newest_first(), document=document_id)
    return hand_out(request, enclosure.document, purpose=OPENING)


def _own(request: ResidentRequest) -> EnclosureQuerySet:
    return Enclosure.objects.of(request.resident)
