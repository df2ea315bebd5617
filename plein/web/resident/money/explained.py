"""Hoe komt dit? An amount down to its article, its norms and the facts under it."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plein.insight.payments import Actual
from plein.kernel.money import euros
from plein.regelingen.persons import PARTNER
from plein.rules.facts import FactType
from plein.rules.outcome import Explanation, Origin, Outcome, UsedNorm
from plein.vault.catalogue import catalogue
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.money.lines import how_known
from plein.web.resident.money.looking import Look, look
from plein.web.resident.money.resting_on import TAX
from plein.web.resident.money.words import cents

COUNTED = ("loon_per_jaar", "uitkeringen_per_jaar")


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
        "tree": _node(tree),
        "unsure": [_norm(used) for used in tree.unsure_norms],
        "back": back,
        "notes": notes,
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
    """The organisation behind an element of the vault; nothing for what is worked out.

    A year is counted out of its months, and of a partner we have what the resident filled in.
    """
    if node.name.removesuffix(PARTNER) in COUNTED:
        return _("de maanden van dit jaar, en een schatting van de rest")
    if node.name.endswith(PARTNER) and node.source:
        return _("wat u over uw partner invulde")
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
