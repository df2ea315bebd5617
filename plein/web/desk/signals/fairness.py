"""Eerlijkheid: how often each kind asks, how often that was of use, and whom it falls on."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.identity.roles import Right
from plein.payments.actions.counting_signals import count_signals
from plein.payments.models import SignalCount
from plein.payments.signals.fairness import MUCH_MORE, SMALLEST, Group, Part, Split
from plein.payments.signals.library import every_kind
from plein.tenants.models import Module
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.sheets import csv_file

HEAD = (
    *("signaal", "groep", "uitkeringen", "uitkeringen met een vraag", "deel met een vraag"),
    *("uitgezocht", "nuttig", "niet nuttig"),
)


@staff_may(Right.MANAGE_SIGNALS, Module.SIGNALS)
@require_GET
def show(request: StaffRequest) -> HttpResponse:
    """Of the last time it was counted: looking at this page opens nothing."""
    count = _newest()
    context = {
        "count": count,
        "kinds": [] if count is None else list(_kinds(count)),
        "smallest": SMALLEST,
        "much_more": f"{float(MUCH_MORE):.1f}".replace(".", ","),
    }
    return render(request, "web/desk/signals/fairness.html", context)


@staff_may(Right.MANAGE_SIGNALS, Module.SIGNALS)
@require_POST
def count(request: StaffRequest) -> HttpResponse:
    count_signals(by=request.staff, at=request.now)
    messages.success(request, _("Er is geteld. U ziet alleen groepen, en geen mensen."))
    return redirect("desk-signals-fair")


@staff_may(Right.MANAGE_SIGNALS, Module.SIGNALS)
@require_GET
def sheet(request: StaffRequest) -> HttpResponse:
    """The same groups as on the page, so nothing more can be read from it."""
    found = _newest()
    if found is None:
        raise Http404
    rows = [_cells(shown["kind"].name, row) for shown in _kinds(found) for row in shown["rows"]]
    return csv_file("signalen-eerlijk.csv", HEAD, rows)


def _newest() -> SignalCount | None:
    return SignalCount.objects.select_related("counted_by__account").order_by("counted_at").last()


def _kinds(count: SignalCount) -> Iterator[dict[str, Any]]:
    for kind in every_kind().values():
        groups = [Group(**row) for row in count.content.get(kind.key, [])]
        if groups:
            yield {"kind": kind, "rows": [_row(each, groups[0]) for each in groups]}


def _row(group: Group, everybody: Group) -> dict[str, Any]:
    return {
        "group": group,
        "name": str(Part(group.part).label) if group.part else _("Iedereen"),
        "split": str(Split(group.split).label) if group.split else "",
        "percent": f"{float(100 * group.share):.1f}%".replace(".", ","),
        "not_useful": group.looked_into - group.useful,
        "stands_out": bool(group.part) and group.stands_out_from(everybody),
    }


def _cells(kind: object, row: dict[str, Any]) -> list[str]:
    group: Group = row["group"]
    numbers = (group.looked_into, group.useful, row["not_useful"])
    return [
        *(str(kind), row["name"], str(group.awards), str(group.asked), row["percent"]),
        *map(str, numbers),
    ]
