"""A month of many awards at once, by the rules of law; and of one, with the reason of each amount.

A month may fall into stretches: somebody starts halfway, or lives differently from a day on. The
norm is then that of each stretch for its days; the income of the month stands against all of it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

import numpy as np

from plein.kernel.months import days_in
from plein.payments.living import INSTEAD_OF_RULES, Income, Living
from plein.rules.calculate import calculate_many
from plein.rules.of_municipality import Rules
from plein.rules.outcome import Outcome
from plein.rules.receipt import version_of

NORM = "bijstandsnorm"
RIGHT, PAID = "bijstand_per_maand", "bijstand_uitbetaald_per_maand"
RESERVED = "vakantietoeslag_gereserveerd"
COUNTS, INCOME = "middelen_in_aanmerking", "netto_inkomen_bij_beslag"
FREE = "beslagvrije_voet_tot_de_norm"
HOLIDAY_OF_BENEFIT = "vakantiegeld_bij_uitkering_per_maand"
BOTH = ("", "_partner")
EXEMPT = ("vrijlating_van_loon", "vrijlating_n", "vrijlating_r", "vrijlating_y", "vrijlating_aa")
TARGETS = (
    *(RIGHT, PAID, RESERVED, COUNTS, INCOME, FREE),
    *(name + whose for name in EXEMPT for whose in BOTH),
)
USED = tuple(f"maanden_vrijlating_{which}_gebruikt{whose}" for which in "nr" for whose in BOTH)
KNOWN = frozenset({NORM, *INSTEAD_OF_RULES, *(HOLIDAY_OF_BENEFIT + whose for whose in BOTH)})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days of a month in which somebody lives in one way."""

    days: int
    on: date  # the first of them
    living: Living


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a month of one award is worked out from; `used` months of exemption, as in `USED`."""

    stretches: tuple[Stretch, ...]
    income: Income
    used: tuple[int, ...] = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Worked:
    """Cents, as in `AwardMonth`."""

    norm: int
    income: int
    kept: int
    kept_as: str
    kept_as_partner: str
    right: int
    paid: int
    reserved: int
    room: int


def work_out(rules: Rules, inputs: Sequence[Inputs], month: date) -> list[Worked]:
    """In the order of `inputs`. Raises as `calculate_many`."""
    if not inputs:
        return []
    norms = _norms(rules, inputs, month)
    known = _known(rules, inputs, norms, month)
    facts = [_facts(each) for each in inputs]
    asks = rules.book.plan(TARGETS, month, known.keys()).asks
    found = calculate_many(
        rules.book, TARGETS, _columns(facts, asks), month, known=known, norms=rules.norms
    )
    cents = {name: np.rint(found[name] * 100).astype(np.int64) for name in TARGETS}
    return [_worked(cents, number, norm) for number, norm in enumerate(norms)]


def explain(rules: Rules, inputs: Inputs, month: date) -> Outcome:
    """The same for one, on exact numbers, with its reasons."""
    known = _known(rules, [inputs], _norms(rules, [inputs], month), month)
    exact = {name: Decimal(str(column[0])) for name, column in known.items()}
    return rules.calculate(TARGETS, _facts(inputs), month, exact)


def explain_norm(rules: Rules, stretch: Stretch, month: date) -> Outcome:
    return rules.calculate([NORM], stretch.living.facts_on(stretch.on), month)


def version(rules: Rules, month: date) -> str:
    """A digest of the rules and norms of a month: what may make it come out differently."""
    nothing = dict.fromkeys(KNOWN, Decimal(0))
    outcomes = rules.calculate([NORM], {}, month), rules.calculate(TARGETS, {}, month, nothing)
    figures = sorted(
        f"{norm.regeling}.{norm.name}={norm.on(month).value}"
        for outcome in outcomes
        for step in outcome.steps.values()
        for norm in step.norms
    )
    return sha256("\n".join([*map(version_of, outcomes), *figures]).encode()).hexdigest()


def _norms(rules: Rules, inputs: Sequence[Inputs], month: date) -> list[int]:
    """Cents over the days with a right, half up."""
    stretches = [stretch for each in inputs for stretch in each.stretches]
    asks = rules.book.plan([NORM], month).asks
    columns = _columns([each.living.facts_on(each.on) for each in stretches], asks)
    found = calculate_many(rules.book, [NORM], columns, month, norms=rules.norms)
    whole = iter(np.rint(found[NORM] * 100).astype(np.int64).tolist())
    days = days_in(month)
    sums = [sum(stretch.days * next(whole) for stretch in each.stretches) for each in inputs]
    return [(2 * total + days) // (2 * days) for total in sums]


def _known(
    rules: Rules, inputs: Sequence[Inputs], norms: Sequence[int], month: date
) -> dict[str, np.ndarray]:
    """Actual amounts in the place of rules: the norm by its days, and what came in."""
    incomes = [each.income.in_euros() for each in inputs]
    known = {name: np.array([each[name] for each in incomes], float) for name in INSTEAD_OF_RULES}
    share = float((rules.norms or rules.book.norms).on(month)["minimumloon"].vakantiebijslag)
    for whose in BOTH:
        benefit = known["netto_uitkering_per_maand" + whose]
        known[HOLIDAY_OF_BENEFIT + whose] = np.rint(benefit * share * 100) / 100
    return known | {NORM: np.array(norms, float) / 100}


def _facts(inputs: Inputs) -> dict[str, Any]:
    last = inputs.stretches[-1]
    income = inputs.income.in_euros()
    told = {name: income[name] for name in income.keys() - INSTEAD_OF_RULES}
    return last.living.facts_on(last.on) | told | dict(zip(USED, inputs.used, strict=True))


def _columns(facts: Sequence[Mapping[str, Any]], asks: Collection[str]) -> dict[str, np.ndarray]:
    """What nobody said is nought."""
    return {name: np.array([each.get(name, 0) for each in facts]) for name in asks}


def _worked(cents: Mapping[str, np.ndarray], number: int, norm: int) -> Worked:
    def of(name: str) -> int:
        return int(cents[name][number])

    return Worked(
        norm=norm,
        income=of(COUNTS),
        kept=of("vrijlating_van_loon") + of("vrijlating_van_loon_partner"),
        kept_as=_kept_as(of, ""),
        kept_as_partner=_kept_as(of, "_partner"),
        right=of(RIGHT),
        paid=of(PAID),
        reserved=of(RESERVED),
        # Above the norm the table of the law is not found yet: of that part nothing is taken.
        room=max(0, min(of(INCOME), norm) - of(FREE)),
    )


def _kept_as(of: Any, whose: str) -> str:
    """Which exemption used up a month: one without an end goes first where it is as wide."""
    kept = of("vrijlating_van_loon" + whose)
    if not kept or kept in (of("vrijlating_y" + whose), of("vrijlating_aa" + whose)):
        return ""
    return "n" if kept == of("vrijlating_n" + whose) else "r"
