"""Hoe komt dit? An amount down to its article, its norms and the facts under it."""

from collections.abc import Sequence
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from plein.insight.payments import Actual
from plein.rules.outcome import Outcome
from plein.web.explaining import node_of, norm_of
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.money.lines import how_known
from plein.web.resident.money.looking import Look, look
from plein.web.resident.money.resting_on import TAX
from plein.web.resident.money.words import cents


@vault_only
@require_GET
def explained(request: ResidentRequest, year: int, month: int, target: str) -> HttpResponse:
    found, name = look(request), target.replace("-", "_")
    if not isinstance(found, Look):
        raise Http404
    shown = found.month(_first(year, month))
    if shown is None or name not in shown.targets:
        raise Http404
    actual = found.known.actual.get(name) if shown.first == found.first else None
    outcome = shown.outcome_of(name)
    back = reverse("my-money")
    return explanation(request, outcome, name, shown.first, back=back, actual=actual)


def explanation(
    request: ResidentRequest,
    outcome: Outcome,
    name: str,
    first: date,
    *,
    back: str,
    actual: Actual | None = None,
    notes: Sequence[str] = (),
) -> HttpResponse:
    """The page for one value; `back` is where it was opened from, `notes` say what to know."""
    tree = outcome.explain(name)
    context = {
        "first": first,
        "is_of_year": name in TAX.values(),
        "actual": actual and {"cents": cents(actual.amount), "how": how_known(actual)},
        "tree": node_of(tree),
        "unsure": [norm_of(used) for used in tree.unsure_norms],
        "back": back,
        "notes": notes,
    }
    return render(request, "web/resident/money/explained.html", context)


def _first(year: int, month: int) -> date:
    try:
        return date(year, month, 1)
    except ValueError:
        raise Http404 from None
