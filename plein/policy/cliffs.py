"""What is left at every gross wage for a household of each kind, and where more wage costs money.

Euros in a month; an amount of once a year is in it for a twelfth part. Whoever works has low assets
and had the same income all along.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np

from plein.insight.changes import WEEKS_IN_MONTH
from plein.insight.facts import facts_in
from plein.insight.household import Adult, Flow, Household
from plein.insight.sweep import sweep
from plein.insight.timeline import TOESLAGEN
from plein.kernel.months import month_of
from plein.policy.effect import MEANS, NORM, Change
from plein.policy.invented import margins, nought
from plein.policy.kinds import KINDS, Column, Columns
from plein.rules.calculate import calculate_many
from plein.rules.norms import Norms
from plein.rules.of_municipality import Rules

STEP, MOST, SHOWN = 5, 5000, 250  # euros gross a month; the picture and its table show fewer
WAGES = np.arange(0, MOST + STEP, STEP, dtype=float)
LEAST = 400  # cents a month: three toeslagen in whole euros fall by up to 3 euros together
IN_SWEEP = (*TOESLAGEN, "bijstand_per_maand")  # what the sweep counts already


@dataclass(frozen=True)
class Cliff:
    """Who earns this gross has less than at a step lower: cents a month."""

    wage: int
    loss: int
    because: str  # the target, or what fell most of the other income


@dataclass(frozen=True)
class Curve:
    """Of one kind of household, cents a month at nought and each `SHOWN` more."""

    kind: int
    left: tuple[list[int], list[int]]  # now and then
    cliffs: tuple[list[Cliff], list[Cliff]]


def curves(change: Change) -> list[Curve]:
    """For each kind of household, now and then. Raises as `calculate_many`."""
    return [_curve(change, kind) for kind in range(len(KINDS))]


def example(kind: int, day: date) -> Household:
    """One working adult, with a partner or children as the kind has them."""
    given = margins()["examples"]
    adult = Adult(born=date(day.year - given["born"], 1, 1))
    is_pair, has_children = divmod(kind, 2)
    return Household(
        applicant=adult,
        partner=adult if is_pair else None,
        children=_born(given["children"], day) if has_children else (),
        rents=(Flow(Decimal(given["rent"])),),
    )


def _born(ages: list[int], day: date) -> tuple[date, ...]:
    return tuple(date(day.year - age, 1, 1) for age in ages)


def _curve(change: Change, kind: int) -> Curve:
    now = _parts(change, change.now, kind)
    then = _parts(change, change.then, kind)
    return Curve(kind, (_left(now), _left(then)), (_cliffs(now), _cliffs(then)))


def _parts(change: Change, norms: Norms, kind: int) -> Columns:
    """What comes in, by its name."""
    household = example(kind, change.day)
    hourly = 1 / WEEKS_IN_MONTH  # so that an hour a week is a euro a month
    swept = sweep(Rules(change.book, norms), household, change.day, hourly, WAGES)
    parts = {str(name): part for name, part in swept.parts.items()}
    target = change.topic.target
    if target not in IN_SWEEP:
        parts[target] = _target(change, norms, household)
    return parts


def _target(change: Change, norms: Norms, household: Household) -> Column:
    """What the topic gives, as if each household has what the topic is about."""
    topic, month = change.topic, month_of(change.day)
    known = facts_in(household, month) | {
        name: draw["mean"] for name, draw in topic.facts.items() if "mean" in draw
    }
    columns = {name: _column(change, known, name) for name in change.asks}
    columns |= {"brutoloon_per_maand": WAGES, "loonheffingskorting_op_loon": WAGES > 0}
    basis = calculate_many(change.book, [MEANS, NORM], columns, change.day, norms=norms)
    for name, draw in topic.facts.items():
        if "above_income" in draw:
            columns[name] = basis[MEANS] / basis[NORM]
    found = calculate_many(change.book, [topic.target], columns, change.day, norms=norms)
    return found[topic.target] * topic.times / 12


def _column(change: Change, known: dict[str, object], name: str) -> Column:
    empty = nought(change.book, name, WAGES.size)
    return np.full_like(empty, known[name]) if name in known else empty


def _left(parts: Columns) -> list[int]:
    return [int(cents) for cents in np.rint(sum(parts.values()) * 100)[:: SHOWN // STEP]]


def _cliffs(parts: Columns) -> list[Cliff]:
    """Steps down that follow each other are one."""
    steps = {name: np.diff(part) for name, part in parts.items()}
    change = np.asarray(sum(steps.values()))
    down = np.flatnonzero(change < 0)
    runs = np.split(down, np.flatnonzero(np.diff(down) > 1) + 1)
    found = [_cliff(steps, change, places) for places in runs if places.size]
    return [each for each in found if each.loss > LEAST]


def _cliff(steps: Columns, change: Column, places: Column) -> Cliff:
    return Cliff(
        wage=int(WAGES[places[0] + 1]),
        loss=round(float(-change[places].sum()) * 100),
        because=min(steps, key=lambda name: float(steps[name][places].sum())),
    )
