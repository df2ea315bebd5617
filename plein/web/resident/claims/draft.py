"""What belongs to a declaratie that is not sent yet: a photo to look at, and throwing it away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.documents.models import DocumentState
from plein.web.policies import shopper_only
from plein.web.public.document import hand_out
from plein.web.request import ResidentRequest
from plein.web.resident.claims.own import WHY, papers_of_draft
from plein.webshop.actions.dropping_claim_drafts import drop_draft


@shopper_only
@require_POST
def drop(request: ResidentRequest) -> HttpResponse:
    """`opnieuw`: and begin with an empty form."""
    drop_draft(request.resident, by=request.actor, at=request.now)
    messages.success(request, _("Weggegooid. Ook de foto's zijn weg."))
    return redirect("claim-new" if "opnieuw" in request.POST else "claims")


@shopper_only
@require_GET
def paper(request: ResidentRequest, document_id: UUID) -> HttpResponse:
    """Not found for what is not theirs, and for what is not safe yet."""
    clean = papers_of_draft(request).filter(document__state=DocumentState.CLEAN)
    found = get_object_or_404(clean, document=document_id)
    return hand_out(request, found.document, purpose=WHY)
