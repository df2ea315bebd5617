"""Verordeningen in the words of the page."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from plein.bylaws.models import Bylaw
from plein.bylaws.queries import OwnNorms
from plein.identity.models import Staff
from plein.kernel.money import euros
from plein.rules.norms import Norm, Norms
from plein.rules.refusals import NormMissing
from plein.web.desk.norm_fields import CHOICE, SHARE, as_filled_in, words_of


def overview_of(own: OwnNorms, day: date) -> dict[str, Any]:
    bylaw, unset = own.holds_on(day), own.unset_on(day)
    return {
        "name": own.name,
        "slug": own.regeling.replace("_", "-"),
        "bylaw": bylaw,
        "unset": [words_of(norm).lower() for norm in unset],
        "set": len(own.norms) - len(unset),
        "count": len(own.norms),
    }


def proposal_of(bylaw: Bylaw, norms: Norms, *, by: Staff) -> dict[str, Any]:
    known = norms.of(bylaw.regeling)
    figures = [
        {"name": words_of(known[name]), "value": figure_words(known[name], Decimal(figure))}
        for name, figure in bylaw.figures.items()
        if name in known
    ]
    name = bylaw.regeling.replace("_", " ")
    return {
        "bylaw": bylaw,
        "name": name,
        "figures": figures,
        "may_approve": bylaw.proposed_by_id != by.pk,
    }


def rows_of(norms: Norms, names: Sequence[str], regeling: str, day: date) -> list[dict[str, str]]:
    """What holds now, and what says so: the verordening, or else the law."""
    every = norms.of(regeling)
    return [_row(every[name], day, is_local=norms.is_local(every[name])) for name in names]


def _row(norm: Norm, day: date, *, is_local: bool) -> dict[str, str]:
    try:
        figure = norm.on(day)
    except NormMissing:
        return {"name": words_of(norm), "value": _("niet ingevuld"), "from": norm.law}
    value = figure.value if isinstance(figure.value, Decimal) else Decimal(0)
    return {
        "name": words_of(norm),
        "value": figure_words(norm, value),
        "from": ", ".join(figure.sources) if is_local else norm.law,
    }


def figure_words(norm: Norm, figure: Decimal) -> str:
    if norm.unit == CHOICE:
        return _("ja") if figure else _("nee")
    if norm.unit == SHARE:
        return f"{as_filled_in(norm, figure)} %"
    if norm.unit.startswith("euro"):
        return f"{euros(int(figure * 100))} {norm.unit.removeprefix('euro')}".strip()
    return f"{as_filled_in(norm, figure)} {norm.unit}"
