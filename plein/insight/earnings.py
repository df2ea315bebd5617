"""What UWV and SVB know of somebody's income: month by month as it was paid, then as it goes on.

A month that is known counts as it was; from the month after the last one we take it that what still
runs stays as it is. WW, AOW and bijstand are worked out by rules, so their rows are left out.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from plein.insight.household import Flow, Unemployment
from plein.kernel.months import month_of, months_after, months_between
from plein.rules.norms import Namespace
from plein.vault.family import earliest

WORK = "1"  # the codes of a wage begin with it: 11, 13, 15 ... (soort inkomstenverhouding)
PENSION = frozenset({"21", "23"})
BY_RULE = frozenset({"22", "33", "43"})  # AOW, WW, bijstand
Rows = Sequence[Mapping[str, Any]]


def wages_of(values: Mapping[str, Any]) -> tuple[Flow, ...]:
    """Without months, only the newest wage is known; beside WW that is the benefit itself."""
    if values.get("loon_per_maand"):
        return _flows(values, [row for row in _rows(values) if _kind(row).startswith(WORK)])
    works = bool(_running(values))
    if values.get("ww_bruto") or not works or not values.get("loon_sv"):
        return ()
    return (Flow(euros(values["loon_sv"])),)


def benefits_of(values: Mapping[str, Any]) -> tuple[Flow, ...]:
    """Ziektewet, WIA and the like; and Anw, which the SVB pays."""
    rows = [row for row in _rows(values) if _is_benefit(_kind(row))]
    svb = values.get("svb_uitkering") or {}
    if svb.get("soort") != "ANW" or any(_kind(row) == "24" for row in rows):
        return _flows(values, rows)
    return (*_flows(values, rows), Flow(euros(svb.get("bruto_per_maand")), _day(svb.get("vanaf"))))


def pensions_of(values: Mapping[str, Any]) -> tuple[Flow, ...]:
    return _flows(values, [row for row in _rows(values) if _kind(row) in PENSION])


def ww_of(values: Mapping[str, Any], ww: Namespace, day: date) -> Unemployment | None:
    """The wage per day follows from the benefit of a whole month."""
    if not all(values.get(key) for key in ("ww_begin", "ww_einde_max", "ww_bruto")):
        return None
    began = earliest(values["ww_begin"])
    is_new = months_between(began, day) < ww.aantal_eerste_maanden
    part = ww.deel_eerste_maanden if is_new else ww.deel_daarna
    day_wage = euros(values["ww_bruto"]) / part / ww.dagen_per_maand
    return Unemployment(day_wage, began, earliest(values["ww_einde_max"]))


def months_reported(values: Mapping[str, Any]) -> frozenset[date]:
    """The months over which somebody paid something, and said so."""
    return frozenset(_month(row) for row in _rows(values))


def euros(cents: Any) -> Decimal:
    return Decimal(cents or 0) / 100


def _flows(values: Mapping[str, Any], rows: Rows) -> tuple[Flow, ...]:
    """One for each month with a row, and one for what goes on after the last."""
    if not rows:
        return ()
    paid: dict[date, Decimal] = defaultdict(Decimal)
    for row in rows:
        paid[_month(row)] += euros(row.get("bruto"))
    last = max(paid)
    running = _running(values)
    goes_on = sum(
        euros(row.get("bruto"))
        for row in rows
        if _month(row) == last and row.get("werkgever") in running
    )
    known = [Flow(paid[month], month, months_after(month, 1)) for month in sorted(paid)]
    return (*known, Flow(Decimal(goes_on), months_after(last, 1))) if goes_on else tuple(known)


def _running(values: Mapping[str, Any]) -> set[str | None]:
    """Who still pays: a job or benefit without a last day."""
    jobs = values.get("dienstverbanden") or []
    return {job.get("werkgever") for job in jobs if "tot" not in job}


def _rows(values: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return (row for row in values.get("loon_per_maand") or [] if row.get("vanaf"))


def _kind(row: Mapping[str, Any]) -> str:
    return str(row.get("soort_inkomen", ""))


def _is_benefit(kind: str) -> bool:
    return not kind.startswith(WORK) and kind not in PENSION | BY_RULE


def _month(row: Mapping[str, Any]) -> date:
    return month_of(earliest(row["vanaf"]))


def _day(partial: Any) -> date | None:
    return earliest(partial) if partial else None
