"""Amounts that law or municipality set: dated, with law, source and how sure we are."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from plein.rules.missing import Missing
from plein.rules.refusals import NormMissing, NormNotSet

Value = Decimal | tuple[Decimal, ...]  # one figure, or a column of a table


class Confidence(StrEnum):
    CONFIRMED = "confirmed"
    ONE_SOURCE = "one_source"
    DERIVED = "derived"
    UNVERIFIED = "unverified"


@dataclass(frozen=True)
class Dated:
    """One figure, from this day until the next one."""

    since: date
    value: Value
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.ONE_SOURCE
    note: str = ""


@dataclass(frozen=True)
class Norm:
    """`renewed` says in which months a new figure is due; empty for one that stays.

    What is `municipal` may be without figures here: each municipality lays its own over it. What
    is `missing` says which figure of the law we could not find.
    """

    regeling: str
    name: str
    law: str
    unit: str
    values: tuple[Dated, ...]
    renewed: tuple[int, ...] = ()
    until: date | None = None  # not in it
    note: str = ""
    municipal: bool = False
    missing: str = ""

    def on(self, day: date) -> Dated:
        """Raises `NormMissing`, and its kind `NormNotSet` where the municipality must say it."""
        if self.municipal and not self.values:
            raise NormNotSet(f"{self.regeling}.{self.name}", day)
        place = bisect_right(self.values, day, key=lambda each: each.since)
        if place == 0 or (self.until and day >= self.until):
            first = self.values[0].since if self.values and not place else None
            raise NormMissing(f"{self.regeling}.{self.name}", day, first)
        return self.values[place - 1]

    def is_due_on(self, day: date) -> bool:
        """Whether a newer figure should have come by this day, and has not."""
        if not self.renewed or (self.until and day >= self.until):
            return False
        due = [date(day.year, month, 1) for month in self.renewed if month <= day.month]
        last = max(due, default=date(day.year - 1, max(self.renewed), 1))
        return self.on(day).since < last


class Namespace:
    """The norms of one regeling on one day, as attributes: `bijstand.norm_alleenstaande`."""

    def __init__(self, norms: Mapping[str, Norm], day: date, number: type) -> None:
        self._norms, self._day, self._number = norms, day, number

    def __getattr__(self, name: str) -> Any:
        """Asked once for each norm: from then on it is a plain attribute."""
        if name.startswith("_") or name not in self._norms:
            raise AttributeError(name)
        value = self._as_number(self._norms[name].on(self._day).value)
        setattr(self, name, value)
        return value

    def _as_number(self, value: Value) -> Any:
        if isinstance(value, tuple):
            return tuple(map(self._number, value))
        return self._number(value)


class Reading:
    """Notes which norms a rule reads; one that we do not have is `Missing`."""

    def __init__(self, namespace: Namespace, used: list[Norm]) -> None:
        self._namespace, self._used = namespace, used

    def __getattr__(self, name: str) -> Any:
        """Asked once for each norm, so each is noted once."""
        try:
            value = getattr(self._namespace, name)
        except NormMissing as reason:
            value = Missing(reason)
        else:
            self._used.append(self._namespace._norms[name])
        setattr(self, name, value)
        return value


@dataclass(frozen=True, eq=False)
class Norms:
    """All norms by regeling; what a municipality sets itself lies over what the law sets."""

    national: Mapping[str, Mapping[str, Norm]]
    local: Mapping[str, Mapping[str, Norm]] = field(default_factory=dict)

    def with_local(self, norms: Iterable[Norm]) -> "Norms":
        """The same with these of a municipality laid over them."""
        laid: dict[str, dict[str, Norm]] = {name: dict(own) for name, own in self.local.items()}
        for norm in norms:
            laid.setdefault(norm.regeling, {})[norm.name] = norm
        return Norms(self.national, laid)

    def of(self, regeling: str) -> dict[str, Norm]:
        return {**self.national.get(regeling, {}), **self.local.get(regeling, {})}

    def is_local(self, norm: Norm) -> bool:
        return self.local.get(norm.regeling, {}).get(norm.name) is norm

    @property
    def regelingen(self) -> set[str]:
        return {*self.national, *self.local}

    @lru_cache(maxsize=512)  # noqa: B019 - one object lives as long as the process
    def on(self, day: date, number: type = Decimal) -> dict[str, Namespace]:
        return {name: Namespace(self.of(name), day, number) for name in self.regelingen}
