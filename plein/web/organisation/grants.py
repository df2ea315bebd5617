"""What was given: a page without values, and a button that shows them and is counted."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from plein.kernel.refusal import Refusal
from plein.vault.catalogue import catalogue
from plein.vault.gate import read
from plein.vault.granted import GrantAccess
from plein.vault.models import GrantState, SharingGrant
from plein.vault.queries.recipients import grants_to
from plein.web.organisation.values import values
from plein.web.organisation.words import grant_words
from plein.web.pages import Pages
from plein.web.policies import organisation_only
from plein.web.request import OrganisationRequest


@organisation_only
@require_GET
def index(request: OrganisationRequest) -> HttpResponse:
    pages = Pages(request, grants_to(request.recipient), 50)
    rows = [(grant, grant_words(grant, request.now)) for grant in pages.rows]
    return render(request, "web/organisation/grants.html", {"pages": pages, "rows": rows})


@organisation_only
@require_GET
def show(request: OrganisationRequest, grant_id: UUID) -> HttpResponse:
    """Which values there are and until when; none of them."""
    grant = _own(request, grant_id)
    context = {
        "grant": grant,
        "words": grant_words(grant, request.now),
        "elements": [catalogue().words(key) for key in grant.elements],
        "is_running": is_running(grant, request.now),
    }
    return render(request, "web/organisation/grant.html", context)


@organisation_only
@require_POST
def look(request: OrganisationRequest, grant_id: UUID) -> HttpResponse:
    """One look: logged for the resident, counted, and judged now."""
    grant = _own(request, grant_id)
    access = GrantAccess(grant, request.actor)
    try:
        readings = read(grant.vault, grant.elements, access=access, at=request.now)
    except Refusal as refusal:
        context = {"grant": grant, "refusal": refusal}
        return render(request, "web/organisation/refused.html", context, status=403)
    grant.refresh_from_db(fields=["reads"])
    context = {
        "grant": grant,
        "values": values(grant.elements, readings, request.today),
        "at": request.now,
    }
    return render(request, "web/organisation/values.html", context)


def is_running(grant: SharingGrant, at: datetime) -> bool:
    return grant.state_at(at) == GrantState.ACTIVE and grant.use.is_open


def _own(request: OrganisationRequest, grant_id: UUID) -> SharingGrant:
    return get_object_or_404(grants_to(request.recipient), pk=grant_id)
