"""The norms with which a municipality calculates: those of the law, with its own laid over them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from plein.bylaws.models import Bylaw
from plein.rules.norms import Confidence, Dated, Norm, Norms

Row = tuple[str, date, str, tuple[tuple[str, str], ...]]  # regeling, since, title, figures


def own_norms(norms: Norms) -> Norms:
    """Of the municipality we work for; one query."""
    rows = Bylaw.objects.approved().values_list("regeling", "since", "title", "figures")
    return _laid_over(
        norms,
        tuple((name, since, title, tuple(set_.items())) for name, since, title, set_ in rows),
    )


@lru_cache(maxsize=64)
def _laid_over(norms: Norms, rows: tuple[Row, ...]) -> Norms:
    """The same rows give the same object, so that its days are worked out once."""
    return norms.with_local(_own(norms, rows)) if rows else norms


def _own(norms: Norms, rows: tuple[Row, ...]) -> Iterator[Norm]:
    figures: dict[tuple[str, str], dict[date, Dated]] = {}
    for regeling, since, title, given in rows:
        for name, figure in given:
            dated = Dated(since, Decimal(figure), (title,), Confidence.CONFIRMED)
            figures.setdefault((regeling, name), {})[since] = dated
    for (regeling, name), own in figures.items():
        if norm := norms.of(regeling).get(name):
            yield _over(norm, own)


def _over(norm: Norm, own: dict[date, Dated]) -> Norm:
    """What the law says holds until the first day of the municipality's own."""
    first = min(own)
    before = [each for each in norm.values if each.since < first]
    return replace(norm, values=(*before, *(own[since] for since in sorted(own))))
