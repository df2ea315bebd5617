"""Waar u misschien recht op hebt: worked out only when somebody asks for it, and kept nowhere."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from plein.insight.calculating import Rules
from plein.insight.entitlements import Entitlement, unused
from plein.regelingen.applying import Way, ways_to_apply
from plein.regelingen.library import rule_book
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.money.looking import Look, look
from plein.web.resident.money.words import cents


@vault_only
@require_GET
def maybe(request: ResidentRequest) -> HttpResponse:
    found = look(request)
    if not isinstance(found, Look):
        return redirect("my-money")
    ways = {way.target: way for way in ways_to_apply()}
    every = unused(
        Rules(rule_book()),
        found.household,
        request.today,
        known_from={target: way.known_from for target, way in ways.items()},
        has=found.known.present,
    )
    context = {"rows": [_row(each, ways[each.target]) for each in every]}
    return render(request, "web/resident/money/maybe.html", context)


def _row(each: Entitlement, way: Way) -> dict[str, Any]:
    return {
        "name": way.name["nl"],
        "cents": cents(each.amount),
        "per": way.per,
        "decides": way.decides["nl"],
        "url": way.url,
        "steps": [step["nl"] for step in way.steps],
        "is_unsure": bool(each.unsure),
    }
