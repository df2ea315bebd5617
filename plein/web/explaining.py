"""The tree under an amount as a page shows it: its article, its norms and the facts under it."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.translation import gettext as _

from plein.kernel.money import euros
from plein.regelingen.persons import PARTNER
from plein.rules.facts import FactType
from plein.rules.outcome import Explanation, Origin, UsedNorm
from plein.vault.catalogue import catalogue

COUNTED = ("loon_per_jaar", "uitkeringen_per_jaar")


def node_of(node: Explanation) -> dict[str, Any]:
    """What is nought and was only given so does not matter to a reader."""
    return {
        "says": node.says,
        "value": _value(node),
        "law": node.law,
        "source": _source(node),
        "norms": [norm_of(used) for used in node.norms],
        "parts": [node_of(part) for part in _that_matter(node)],
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
        return euros(_cents(Decimal(value)))
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


def norm_of(used: UsedNorm) -> dict[str, Any]:
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
        return f"{euros(_cents(value))} {unit.removeprefix('euro')}".strip()
    if unit == "deel":
        return f"{(value * 100).normalize():f} %".replace(".", ",")
    return f"{value.normalize():f} {unit}".replace(".", ",")


def _cents(amount: Decimal) -> int:
    return int((amount * 100).to_integral_value(ROUND_HALF_UP))
