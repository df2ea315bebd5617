"""Waar wij naar gekeken hebben: each signal after a person looked into it, with its facts.

While it is open the resident sees nothing: it is a question, and perhaps there is nothing to it.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from plein.payments.models import Award, AwardSignal, Outcome
from plein.payments.signals.declared_data import Data
from plein.payments.signals.library import every_kind
from plein.payments.signals.opening import Opened, opened
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.benefit.own import WHY, own_awards

MOST = 50
CAME_OUT: dict[str, str | Promise] = {
    Outcome.HELPED: _("Wij hebben u geholpen."),
    Outcome.CHANGED: _("Er klopte iets niet. Dat is aangepast."),
    Outcome.RIGHT: _("Alles klopte al. Er veranderde niets."),
}


@resident_only
@require_GET
def looked(request: ResidentRequest) -> HttpResponse:
    rows = signals_seen(own_awards(request)).select_related("award__resident")
    found = opened(list(rows[:MOST]), why=WHY, by=request.actor, at=request.now)
    context = {"looks": [_shown(each) for each in found]}
    return render(request, "web/resident/benefit/looked.html", context)


def signals_seen(awards: Sequence[Award]) -> QuerySet[AwardSignal]:
    """The newest first."""
    rows = AwardSignal.objects.looked_into().filter(award__in=awards, kind__in=every_kind())
    return rows.order_by("-looked_at")


def _shown(each: Opened) -> dict[str, Any]:
    """Without the benefits of others (AVG art. 15 lid 4)."""
    kind = every_kind()[each.signal.kind]
    return {
        "signal": each.signal,
        "kind": kind,
        "facts": each.facts.said,
        "data": [Data(name).label for name in sorted(kind.data)],
        "came_out": CAME_OUT[each.signal.outcome],
        "words": each.words,
    }
