"""The closed set of what a trait can ask of one value: a day, an age, an amount, or that it is so.

An answer is yes, no, or that we do not know. A list says yes when one of its rows does.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar, Literal

from pydantic import Field

from plein.journeys.declared import Declared, Slug
from plein.kernel.birthday import birthday
from plein.kernel.months import months_old_on
from plein.kernel.period import age_on
from plein.rules.norms import Norms
from plein.rules.refusals import NormMissing
from plein.vault.catalogue.types import Kind
from plein.vault.family import earliest, latest

CENTS = 100  # in a euro
DAYS = frozenset({Kind.DATE})
MOST_DAYS = 1100


@dataclass(frozen=True, slots=True)
class Now:
    """What is true for everybody on the day of the look."""

    day: date
    norms: Norms


@dataclass(frozen=True, slots=True)
class Seen:
    """`on` is the day that made it so, where that is known exactly."""

    holds: bool | None = None
    on: date | None = None


UNKNOWN, NO, YES = Seen(), Seen(False), Seen(True)


class Look(Declared, ABC):
    """`part` is a field inside an object, or of each row of a list."""

    of: ClassVar[frozenset[Kind]] = DAYS  # kinds of value that it can look at
    words: ClassVar[tuple[str, ...]] = ()  # numbers of it that a sentence can name
    part: Slug | None = None

    def at(self, value: Any, now: Now) -> Seen:
        """`value` is None where the source says that there is none.

        Without the figure of this day nothing can be said.
        """
        rows = value if isinstance(value, list) else [value]
        try:
            return _any([self._in(row, now) for row in rows if row is not None])
        except NormMissing:
            return UNKNOWN

    def _in(self, row: Any, now: Now) -> Seen:
        if self.part is None:
            return self.one(row, now)
        value = row.get(self.part)
        return UNKNOWN if value is None else self.one(value, now)

    @abstractmethod
    def one(self, value: Any, now: Now) -> Seen: ...


def _any(found: Sequence[Seen]) -> Seen:
    """The first that is so; else unknown where one of them is."""
    so = [each for each in found if each.holds]
    perhaps = [each for each in found if each.holds is None]
    return next(iter(so or perhaps), NO)


class Something(Look):
    """We see a value that is not empty. What we do not see, we say so: never unknown."""

    of = frozenset(Kind)
    seen: Literal[True]

    def one(self, value: Any, now: Now) -> Seen:
        return Seen(value not in ("", {}, 0))


class Is(Look):
    """A yes or no, or a code."""

    of = frozenset({Kind.BOOL, Kind.CODE, Kind.STRING})
    equals: bool | str = Field(alias="is")

    def one(self, value: Any, now: Now) -> Seen:
        return Seen(value == self.equals)


class Running(Look):
    """A row that holds on this day: from `vanaf` until `tot`, which is not in it."""

    of = frozenset({Kind.LIST, Kind.OBJECT})
    runs: Literal[True]

    def one(self, value: Any, now: Now) -> Seen:
        start, until = value.get("vanaf"), value.get("tot")
        has_begun = not start or earliest(start) <= now.day
        return Seen(has_begun and (not until or now.day < earliest(until)))


class Coming(Look):
    """A day from today up to and with so many days ahead."""

    words = ("within_days",)
    within_days: int = Field(ge=1, le=MOST_DAYS)

    def one(self, value: Any, now: Now) -> Seen:
        return _between(value, now.day, now.day + timedelta(days=self.within_days))


class Past(Look):
    """A day of at most so many days ago."""

    words = ("past_days",)
    past_days: int = Field(ge=1, le=MOST_DAYS)

    def one(self, value: Any, now: Now) -> Seen:
        return _between(value, now.day - timedelta(days=self.past_days), now.day)


class Before(Look):
    """A day before this one."""

    before: date

    def one(self, value: Any, now: Now) -> Seen:
        return _between(value, date.min, self.before - timedelta(days=1))


class Aged(Look):
    """A day of birth: of who has this age, until a birthday that is not in it."""

    words = ("from_age", "until_age")
    from_age: int = Field(ge=0, le=120)
    until_age: int = Field(default=200, ge=1)

    def one(self, value: Any, now: Now) -> Seen:
        ages = [age_on(now.day, each(value)) for each in (latest, earliest)]
        fit = {self.from_age <= age < self.until_age for age in ages}
        return Seen(fit.pop()) if len(fit) == 1 else UNKNOWN


class Turning(Look):
    """A day of birth: of who reaches this age within so many days."""

    words = ("turns", "within_days")
    turns: int = Field(ge=1, le=120)
    within_days: int = Field(ge=1, le=MOST_DAYS)

    def one(self, value: Any, now: Now) -> Seen:
        first, last = (birthday(each(value), self.turns) for each in (earliest, latest))
        return _spread(first, last, now.day, now.day + timedelta(days=self.within_days))


class TurningByLaw(Look):
    """The same, where the law sets the age in months and changes it now and then."""

    words = ("within_days",)
    turns_norm: str = Field(pattern=r"^[a-z_]+\.[a-z0-9_]+$")
    within_days: int = Field(ge=1, le=MOST_DAYS)

    def one(self, value: Any, now: Now) -> Seen:
        first, last = (self._reached(each(value), now) for each in (earliest, latest))
        return _spread(first, last, now.day, now.day + timedelta(days=self.within_days))

    def _reached(self, born: date, now: Now) -> date:
        """By the age of that day, where it changes before it is reached."""
        norm = norm_of(self.turns_norm, now.norms)
        day = months_old_on(born, int(norm.on(now.day).value))
        return day if day <= now.day else months_old_on(born, int(norm.on(day).value))


class Below(Look):
    """An amount below a norm of this day: of the same stretch of time, a month or a year."""

    of = frozenset({Kind.MONEY})
    below: str = Field(pattern=r"^[a-z_]+\.[a-z0-9_]+$")

    def one(self, value: Any, now: Now) -> Seen:
        return Seen(value < norm_of(self.below, now.norms).on(now.day).value * CENTS)


def norm_of(name: str, norms: Norms) -> Any:
    regeling, _dot, key = name.partition(".")
    return norms.of(regeling)[key]


def _between(value: str, first: date, last: date) -> Seen:
    return _spread(earliest(value), latest(value), first, last)


def _spread(low: date, high: date, first: date, last: date) -> Seen:
    """A day of the BRP may be known to the month or the year: only what is sure is said."""
    if first <= low and high <= last:
        return Seen(True, low if low == high else None)
    return NO if high < first or last < low else UNKNOWN


LOOKS: dict[str, type[Look]] = {
    "seen": Something,
    "is": Is,
    "runs": Running,
    "turns": Turning,
    "turns_norm": TurningByLaw,
    "within_days": Coming,
    "past_days": Past,
    "before": Before,
    "from_age": Aged,
    "below": Below,
}
