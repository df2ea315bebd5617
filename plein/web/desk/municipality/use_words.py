"""How a count, a price and a statement are written: on the page, in the picture and in a file."""

from decimal import Decimal
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from plein.kernel.money import bare_euros, euros
from plein.metering.meters import Meter
from plein.metering.statement import Line, Statement
from plein.web.templatetags.plein_ui import number

GIGABYTE = 1_000_000_000
NOT_COUNTED = "–"


def row(line: Line, before: Line) -> dict[str, str]:
    return {
        "name": capfirst(str(line.meter.label)),
        "count": _counted(line),
        "before": _counted(before),
        "price": _price(line),
        "cents": _amount(line),
        "before_cents": _amount(before),
    }


def _amount(line: Line) -> str:
    return NOT_COUNTED if line.cents is None else euros(line.cents)


def bar(line: Line, before: Line | None) -> dict[str, Any]:
    now, then = line.cents or 0, (before.cents or 0) if before else 0
    return {
        "label": capfirst(str(line.meter.label)),
        "first": now,
        "second": then,
        "first_words": euros(now),
        "second_words": euros(then),
    }


def _counted(line: Line) -> str:
    if line.count is None:
        return NOT_COUNTED
    return gigabytes(line.count) if line.meter == Meter.STORAGE else number(line.count)


def gigabytes(count: int) -> str:
    """With three figures behind the comma, so that a small municipality sees its megabytes."""
    whole, _dot, rest = f"{Decimal(count) / GIGABYTE:.3f}".partition(".")
    return _("{size} GB").format(size=f"{number(int(whole))},{rest}")


def _price(line: Line) -> str:
    if line.price is None:
        return NOT_COUNTED
    unit = gigabytes_of(line.per) if line.meter == Meter.STORAGE else number(line.per)
    if line.per == 1:
        return euros(line.price)
    return _("{price} per {unit}").format(price=euros(line.price), unit=unit)


def gigabytes_of(per: int) -> str:
    return _("GB") if per == GIGABYTE else gigabytes(per)


def sheet_rows(written: list[Statement]) -> list[list[str]]:
    head = [_("maand"), _("wat"), _("aantal"), _("prijs"), _("per"), _("bedrag")]
    return [head, *(_cells(each, line) for each in written for line in each.lines)]


def _cells(statement: Statement, line: Line) -> list[str]:
    return [
        f"{statement.month:%Y-%m}",
        str(line.meter.label),
        "" if line.count is None else str(line.count),
        "" if line.price is None else bare_euros(line.price),
        str(line.per),
        "" if line.cents is None else bare_euros(line.cents),
    ]


def total_rows(written: list[Statement]) -> list[list[str]]:
    rows = ([f"{each.month:%Y-%m}", bare_euros(each.total)] for each in written)
    return [[_("maand"), _("bedrag")], *rows]
