"""Kinds, bands, norms and amounts in the words of the page."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.insight.payments import Kind
from plein.policy.groups import Group
from plein.policy.kinds import BANDS, KINDS
from plein.regelingen.trying import topics
from plein.rules.norms import Norm
from plein.web.desk.norm_fields import CHOICE, SHARE, as_filled_in, words_of

NAMES = {"iasz": "IASZ"}  # a service of several municipalities
KIND_WORDS = dict(
    zip(
        KINDS,
        (
            gettext_lazy("alleenstaande"),
            gettext_lazy("alleenstaande ouder"),
            gettext_lazy("paar"),
            gettext_lazy("paar met kinderen"),
        ),
        strict=True,
    )
)
PARTS = {
    Kind.WAGE: gettext_lazy("loon"),
    Kind.BENEFIT: gettext_lazy("uitkering"),
    Kind.BIJSTAND: gettext_lazy("bijstand"),
    Kind.HOUSING: gettext_lazy("huurtoeslag"),
    Kind.HEALTH: gettext_lazy("zorgtoeslag"),
    Kind.CHILDREN: gettext_lazy("kindgebonden budget"),
    Kind.CHILD_BENEFIT: gettext_lazy("kinderbijslag"),
}


def place_name(place: str) -> str:
    return NAMES.get(place, place.replace("_", " ").title())


def kind_word(kind: int | None) -> str:
    return _("andere huishoudens samen") if kind is None else str(KIND_WORDS[KINDS[kind]])


def band_word(group: Group) -> str:
    """Income as a share of the bijstand norm."""
    limits = [f"{limit * 100:.0f} %" for limit in BANDS]
    if group.band is None:
        return _("andere inkomens samen") if group.kind is not None else _("alle inkomens")
    if group.band == 0:
        return _("tot {limit}").format(limit=limits[0])
    if group.band == len(BANDS):
        return _("boven {limit}").format(limit=limits[-1])
    return f"{limits[group.band - 1]} - {limits[group.band]}"


def part_word(name: str) -> str:
    """Why income falls: another part of it, or what the calculation is about."""
    return topics()[name].name if name in topics() else str(PARTS[Kind(name)])


def norm_label(norm: Norm) -> str:
    unit = {SHARE: "", CHOICE: ""}.get(norm.unit, f" ({norm.unit})")
    return words_of(norm) + unit


def figure_word(norm: Norm, figure: Decimal) -> str:
    """A figure of a norm as people write it."""
    if norm.unit == CHOICE:
        return _("ja") if figure else _("nee")
    return as_filled_in(norm, figure) + (" %" if norm.unit == SHARE else "")
