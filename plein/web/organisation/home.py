"""Start: what waits for an answer, what can be read now, and what is over."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.vault.models import RequestState
from plein.vault.queries.recipients import ended, grants_to, requests_of, running
from plein.web.organisation.words import grant_words, request_words
from plein.web.policies import organisation_only
from plein.web.request import OrganisationRequest

NEWEST = 10
WITHOUT_GRANT = [
    RequestState.SENT,
    RequestState.SEEN,
    RequestState.REFUSED,
    RequestState.EXPIRED,
]


@organisation_only
@require_GET
def home(request: OrganisationRequest) -> HttpResponse:
    """No value and no name: a resident is a pseudonym and the organisation's own reference."""
    grants, asked = grants_to(request.recipient), requests_of(request.recipient)
    context: dict[str, Any] = {
        "recipient": request.recipient,
        "requests": [
            (each, request_words(each, request.today))
            for each in asked.filter(state__in=WITHOUT_GRANT)[:NEWEST]
        ],
        "running": running(grants, request.now)[:NEWEST],
        "ended": [
            (grant, grant_words(grant, request.now))
            for grant in ended(grants, request.now)[:NEWEST]
        ],
    }
    return render(request, "web/organisation/home.html", context)
