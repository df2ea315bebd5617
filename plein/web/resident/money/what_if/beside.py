"""Two scenarios that were kept, beside each other: by half year and by source."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import formats
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from plein.insight.course import MonthOfMoney, totals
from plein.insight.events import from_json
from plein.insight.payments import Kind
from plein.vault.kept_scenarios import Opened, open_scenarios
from plein.web.forms import PleinForm
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.money.looking import Look, look
from plein.web.resident.money.what_if.result import Result
from plein.web.resident.money.what_if.shown import SOURCES, amounts_of

HALF_YEAR = 6  # months


class BesideForm(PleinForm):
    """Which two; their ids say nothing to who reads an address."""

    one = forms.ChoiceField(label=gettext_lazy("De eerste"))
    other = forms.ChoiceField(label=gettext_lazy("De tweede"))

    def __init__(self, *args: Any, kept: Sequence[Opened], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, first in (("one", 0), ("other", 1)):
            self.fields[name].choices = [(str(each.pk), each.name) for each in kept]  # type: ignore[attr-defined]
            if len(kept) > first:
                self.fields[name].initial = str(kept[first].pk)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("one") and given.get("one") == given.get("other"):
            self.add_error("other", _("Kies een andere dan de eerste."))
        return given


@vault_only
@require_GET
def beside(request: ResidentRequest) -> HttpResponse:
    found = look(request)
    if not isinstance(found, Look):
        return redirect("my-money")
    kept = open_scenarios(by=request.resident, at=request.now)
    form = BesideForm(request.GET, kept=kept)
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        by_id = {str(each.pk): each for each in kept}
        pair = [by_id[form.cleaned_data[name]] for name in ("one", "other")]
        context |= _compared(found, pair, request)
    status = 422 if form.errors else 200
    return render(request, "web/resident/money/what_if/beside.html", context, status=status)


def _compared(found: Look, pair: Sequence[Opened], request: ResidentRequest) -> dict[str, Any]:
    one, other = (_course(found, each, request) for each in pair)
    by_kind = totals(one), totals(other)
    kinds = [kind for kind in Kind if any(kind in each for each in by_kind)]
    return {
        "names": [each.name for each in pair],
        "halves": [
            amounts_of(label, _sum(first), _sum(second))
            for (label, first), (_label, second) in zip(_halves(one), _halves(other), strict=True)
        ],
        "sources": [
            amounts_of(SOURCES[kind], *(each.get(kind) for each in by_kind)) for kind in kinds
        ],
        "total": amounts_of(_("Samen in 2 jaar"), _sum(one), _sum(other)),
    }


def _course(found: Look, kept: Opened, request: ResidentRequest) -> list[MonthOfMoney]:
    events = [from_json(event) for event in kept.events]
    return Result(found, events, request.today).course


def _halves(course: Sequence[MonthOfMoney]) -> list[tuple[str, list[MonthOfMoney]]]:
    """The first and the last may be shorter."""
    groups = groupby(course, key=lambda each: (each.first.year, each.first.month > HALF_YEAR))
    halves = [list(group) for _key, group in groups]
    return [(_months(half[0].first, half[-1].first), half) for half in halves]


def _months(first: date, last: date) -> str:
    if first == last:
        return capfirst(formats.date_format(first, "F Y"))
    words = {"first": formats.date_format(first, "F"), "last": formats.date_format(last, "F Y")}
    return capfirst(_("%(first)s tot en met %(last)s") % words)


def _sum(course: Sequence[MonthOfMoney]) -> Decimal:
    return sum((month.total for month in course), Decimal(0))
