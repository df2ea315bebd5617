"""Waar u misschien recht op hebt: worked out only when somebody asks for it, and kept nowhere."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from plein.cases.offered import case_types_offered
from plein.insight.entitlements import Entitlement, Unknown, applying_now, outcome_with, unused
from plein.insight.timeline import timeline
from plein.kernel.months import month_of
from plein.regelingen.applying import Way, ways_to_apply
from plein.regelingen.library import rule_book
from plein.rules.refusals import NormMissing, NoRuleOnDay
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.money.explained import explanation
from plein.web.resident.money.looking import Look, look
from plein.web.resident.money.words import cents


@vault_only
@require_GET
def maybe(request: ResidentRequest) -> HttpResponse:
    found = look(request)
    if not isinstance(found, Look):
        return redirect("my-money")
    present = found.known.present
    ways = {way.target: way for way in ways_to_apply() if way.known_from not in present}
    offered = {each.key: each.slug for each in case_types_offered(request.today)}
    entitlements, unknown = unused(found.rules, found.household, request.today, list(ways))
    context = {
        "rows": [_row(each, ways[each.target], offered) for each in entitlements],
        "unknown": [_unknown(each, ways[each.target], offered) for each in unknown],
    }
    return render(request, "web/resident/money/maybe.html", context)


@vault_only
@require_GET
def why(request: ResidentRequest, target: str) -> HttpResponse:
    """Down to the article: how this would come about."""
    found, name = look(request), target.replace("-", "_")
    if not isinstance(found, Look) or name not in {way.target for way in ways_to_apply()}:
        raise Http404
    household = applying_now(found.household, request.today)
    (month,) = timeline(found.rules, household, request.today, 1)
    try:
        outcome = outcome_with(found.rules, month, name)
    except (NormMissing, NoRuleOnDay):
        raise Http404 from None
    return explanation(
        request, outcome, name, month_of(request.today), back=reverse("maybe-entitled")
    )


def _row(each: Entitlement, way: Way, offered: Mapping[str, str]) -> dict[str, Any]:
    facts = rule_book().facts
    return _way(way, offered) | {
        "cents": None if each.amount is None else cents(each.amount),
        "is_unsure": each.is_unsure,
        "not_known": [facts[name].label for name in way.unsure_of],
        "why": reverse("maybe-why", args=[way.target.replace("_", "-")]),
    }


def _unknown(each: Unknown, way: Way, offered: Mapping[str, str]) -> dict[str, Any]:
    return _way(way, offered) | {"reason": each.reason}


def _way(way: Way, offered: Mapping[str, str]) -> dict[str, Any]:
    """With the way to apply here, where the municipality takes it in here."""
    slug = offered.get(way.regeling)
    return {
        "apply_url": reverse("case-apply", args=[slug]) if slug else "",
        "name": way.name["nl"],
        "per": way.per,
        "decides": way.decides["nl"],
        "url": way.url,
        "steps": [step["nl"] for step in way.steps],
    }
