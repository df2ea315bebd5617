"""A month of an award: each amount down to its article, and whether it still comes out the same."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from plein.identity.roles import Right
from plein.payments.calculating import (
    BOTH,
    COUNTS,
    EXEMPT,
    NORM,
    PAID,
    RESERVED,
    RIGHT,
    Inputs,
    explain,
    explain_norm,
)
from plein.payments.known import known_of
from plein.payments.models import AwardMonth
from plein.payments.replaying import Replay, replay
from plein.rules.of_municipality import Rules
from plein.rules.outcome import Explanation
from plein.web.desk.payments.looking import find_award
from plein.web.explaining import node_of
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.workflows.our_rules import our_rules

WORDS = {
    "norm": _("de norm"),
    "income": _("het inkomen dat telt"),
    "kept": _("wat van het loon blijft"),
    "right": _("het recht"),
    "paid": _("wat na de maand wordt betaald"),
    "reserved": _("de vakantietoeslag"),
}
KEPT = EXEMPT[0]
TITLES = {
    COUNTS: _("Inkomen dat telt"),
    RIGHT: _("Recht"),
    PAID: _("Betaald na de maand"),
    RESERVED: _("Vakantietoeslag die wacht"),
}


@staff_may(Right.HANDLE_AWARDS)
@require_GET
def show(request: StaffRequest, award_id: UUID, year: int, number: int) -> HttpResponse:
    """Worked out anew from what was known then; opening it is a look, with a line in the log."""
    award = find_award(award_id)
    versions = list(award.months.filter(month=_first(year, number)).order_by("-version"))
    row = _chosen(versions, request.GET.get("versie", ""))
    known = known_of([award], row.month, at=row.known_at, by=request.staff.actor, now=request.now)
    inputs, rules = known[award.pk].inputs, our_rules()
    context = {
        "award": award,
        "row": row,
        "versions": versions,
        **_again(replay(row, inputs, rules)),
        "trees": list(_trees(rules, inputs, row.month)) if inputs else [],
    }
    return render(request, "web/desk/payments/month.html", context)


def _first(year: int, number: int) -> date:
    try:
        return date(year, number, 1)
    except (ValueError, OverflowError):
        raise Http404 from None


def _chosen(versions: list[AwardMonth], version: str) -> AwardMonth:
    """The newest, unless another was asked for."""
    found = [row for row in versions if version in ("", str(row.version))]
    if not found:
        raise Http404
    return found[0]


def _again(found: Replay) -> dict[str, Any]:
    return {
        "differs": [WORDS[name] for name in found.differs if name in WORDS],
        "is_same": not found.differs,
        "other_rules": found.other_rules,
    }


def _trees(rules: Rules, inputs: Inputs, month: date) -> Iterator[dict[str, Any]]:
    """Of the norm for each stretch of days, and of the rest for the month as a whole."""
    for stretch in inputs.stretches:
        tree = node_of(explain_norm(rules, stretch, month).explain(NORM))
        yield {"title": _("Norm"), "days": stretch.days, "from_on": stretch.on, "tree": tree}
    outcome = explain(rules, inputs, month)
    kept = [KEPT + whose for whose in BOTH if outcome[KEPT + whose]]
    titles: dict[str, Any] = dict.fromkeys(kept, _("Blijft van het loon"))
    for name, title in {**titles, **TITLES}.items():
        shown = _cut(outcome.explain(name), {*kept, *TITLES})
        yield {"title": title, "tree": node_of(shown)}


def _cut(node: Explanation, shown: Collection[str]) -> Explanation:
    """Without what stands under a heading of its own on the same page."""
    parts = (
        replace(part, parts=()) if part.name in shown else _cut(part, shown) for part in node.parts
    )
    return replace(node, parts=tuple(parts))
