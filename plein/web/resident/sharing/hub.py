"""Delen: what waits for an answer, what is shared now, and who may ask."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.vault.actions.opening import vault_of
from plein.vault.catalogue import catalogue
from plein.vault.models import UseKind
from plein.vault.offers import offered_elements
from plein.vault.queries.recipients import open_uses
from plein.vault.queries.shared import ended_grants, open_requests, running_grants
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.sharing.kinds import KINDS, state_words
from plein.web.resident.sharing.tasks import as_task

NEWEST = 10


@vault_only
@require_GET
def hub(request: ResidentRequest) -> HttpResponse:
    """No value on this page, so nothing is opened."""
    vault = vault_of(request.resident, at=request.now)
    running = list(running_grants(vault, request.now))
    by_law = UseKind.LAW
    context: dict[str, Any] = {
        "vault": vault,
        "tasks": [as_task(each) for each in open_requests(request.resident, request.today)],
        "chosen": [grant for grant in running if grant.use.kind != by_law],
        "by_law": [grant for grant in running if grant.use.kind == by_law],
        "ended": [
            (grant, state_words(grant, request.now))
            for grant in ended_grants(vault, request.now)[:NEWEST]
        ],
        "receipts": vault.receipts.count(),
    }
    return render(request, "web/resident/sharing/hub.html", context)


@vault_only
@require_GET
def who_may_ask(request: ResidentRequest) -> HttpResponse:
    """Every use that somebody approved: to give for, or to know of."""
    uses = list(open_uses())
    parts = [
        {
            "kind": kind,
            "name": name,
            "can_give": name != UseKind.LAW,
            "uses": [
                (use, [catalogue().words(key) for key in offered_elements(use)])
                for use in uses
                if use.kind == name
            ],
        }
        for name, kind in KINDS.items()
    ]
    context = {"parts": [part for part in parts if part["uses"]]}
    return render(request, "web/resident/sharing/uses.html", context)
