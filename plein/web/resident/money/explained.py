"""Hoe komt dit? An amount down to its article, its norms and the facts under it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plein.kernel.money import euros
from plein.rules.facts import FactType
from plein.rules.outcome import Explanation, Origin, Outcome, UsedNorm
from plein.vault.catalogue import catalogue
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.money.looking import Look, look
from plein.web.resident.money.words import cents


@vault_only
@require_GET
def explained(request: ResidentRequest, year: int, month: int, target: str) -> HttpResponse:
    found, name = look(request), target.replace("-", "_")
    if not isinstance(found, Look):
        raise Http404
    shown = found.month(_first(year, month))
    if shown is None or name not in {*shown.earned.targets, *shown.toeslagen.targets}:
        raise Http404
    return explanation(request, shown.outcome_of(name), name, shown.first, back="my-money")


def explanation(
    request: ResidentRequest, outcome: Outcome, name: str, first: date, *, back: str
) -> HttpResponse:
    """The page for one value; `back` names the page that it was opened from."""
    tree = outcome.explain(name)
    context = {
        "first": first,
        "tree": _node(tree),
        "unsure": [_norm(used) for used in tree.unsure_norms],
        "back": reverse(back),
    }
    return render(request, "web/resident/money/explained.html", context)


def _first(year: int, month: int) -> date:
    try:
        return date(year, month, 1)
    except ValueError:
        raise Http404 from None


def _node(node: Explanation) -> dict[str, Any]:
    """What is nought and was only given so does not matter to a reader."""
    return {
        "says": node.says,
        "value": _value(node),
        "law": node.law,
        "source": _source(node),
        "norms": [_norm(used) for used in node.norms],
        "parts": [_node(part) for part in _that_matter(node)],
    }


def _that_matter(node: Explanation) -> Iterator[Explanation]:
    for part in node.parts:
        if part.value or part.origin is not Origin.FACT:
            yield part


def _value(node: Explanation) -> str:
    value = node.value
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if _is_amount(node):
        return euros(cents(Decimal(value)))
    return f"{Decimal(value).normalize():f}".replace(".", ",")


def _is_amount(node: Explanation) -> bool:
    if node.fact_type:
        return node.fact_type == FactType.AMOUNT
    return node.unit == "euro"


def _source(node: Explanation) -> str:
    """The organisation behind an element of the vault; nothing for what is worked out."""
    element = catalogue().elements.get(node.source)
    return catalogue().sources[element.source].nl if element else ""


def _norm(used: UsedNorm) -> dict[str, Any]:
    norm, figure = used.norm, used.figure
    return {
        "name": norm.name.replace("_", " "),
        "value": _figure(used),
        "law": norm.law,
        "since": figure.since,
        "bylaw": ", ".join(figure.sources) if used.is_local else "",
        "is_due": used.is_due,
    }


def _figure(used: UsedNorm) -> str:
    value, unit = used.figure.value, used.norm.unit
    if isinstance(value, tuple):
        return _("een tabel")
    if unit.startswith("euro"):
        return f"{euros(cents(value))} {unit.removeprefix('euro')}".strip()
    if unit == "deel":
        return f"{(value * 100).normalize():f} %".replace(".", ",")
    return f"{value.normalize():f} {unit}".replace(".", ",")
