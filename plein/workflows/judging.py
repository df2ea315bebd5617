"""From facts alone: which conditions are met, and how much it is. No database, no clock."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from plein.cases.advised import MET, NOT_MET, UNKNOWN, Advised, Judged, Line
from plein.journeys.outcomes import HowDecided
from plein.kernel.money import euros
from plein.rules.calculate import calculate
from plein.rules.facts import FactType
from plein.rules.of_municipality import Rules
from plein.rules.outcome import Explanation, Origin, Outcome
from plein.rules.receipt import receipt_of, replay, version_of
from plein.rules.refusals import CannotCalculate, FactsMissing
from plein.rules.rule import EURO

DEEPEST = 2  # how far an amount is explained: what lies under it stands in the receipt


def advised_by(how: HowDecided, rules: Rules, facts: Mapping[str, Any], day: date) -> Advised:
    """Each condition on its own; one receipt for all that could be worked out."""
    wanted = [each.rule for each in how.conditions]
    judged = tuple(_judge(name, rules, facts, day) for name in wanted)
    can = [each.rule for each in judged if each.verdict != UNKNOWN]
    missing: tuple[str, ...] = ()
    if how.amount:
        try:
            _worked_out(how.amount, rules, facts, day)
            can.append(how.amount)
        except FactsMissing as reason:
            missing = labels(rules, reason)
        except CannotCalculate as reason:
            missing = (str(reason),)
    if not can:
        return Advised(judged, amount_missing=missing)
    outcome = calculate(rules.book, can, facts, day, norms=rules.norms)
    is_known = how.amount in can
    return Advised(
        judged=judged,
        amount=_cents(outcome[how.amount]) if how.amount and is_known else None,
        how_much=tuple(_lines(outcome.explain(how.amount))) if how.amount and is_known else (),
        amount_missing=missing,
        receipt=receipt_of(outcome),
    )


def changed_since(rules: Rules, receipt: Mapping[str, Any]) -> list[str]:
    """What comes out differently now, by name; empty when rules, norms and outcome are the same."""
    try:
        found = replay(rules.book, receipt, norms=rules.norms)
        again = calculate(
            rules.book,
            receipt["targets"],
            receipt["facts"],
            date.fromisoformat(receipt["day"]),
            norms=rules.norms,
        )
    except CannotCalculate as reason:
        return [str(reason)]
    return found if version_of(again) == receipt["rules"] else [*found, _("de tekst van een regel")]


def law_of(rules: Rules, name: str, day: date) -> str:
    """The article of a rule on a day; of one that does not hold then, as it was first."""
    if name not in rules.book.rules:
        return ""
    every = rules.book.rules[name]
    return next((each.law for each in every if each.holds_on(day)), every[0].law)


def labels(rules: Rules, reason: FactsMissing) -> tuple[str, ...]:
    return tuple(rules.book.facts[name].label for name in reason.names)


def _judge(name: str, rules: Rules, facts: Mapping[str, Any], day: date) -> Judged:
    law = law_of(rules, name, day)
    try:
        is_met = bool(_worked_out(name, rules, facts, day)[name])
    except FactsMissing as reason:
        return Judged(name, law, UNKNOWN, labels(rules, reason))
    except CannotCalculate as reason:
        return Judged(name, law, UNKNOWN, because=str(reason))
    return Judged(name, law, MET if is_met else NOT_MET)


def _worked_out(name: str, rules: Rules, facts: Mapping[str, Any], day: date) -> Outcome:
    return calculate(rules.book, [name], facts, day, norms=rules.norms)


def _lines(tree: Explanation) -> Iterator[Line]:
    for depth, node in tree.walk():
        if depth <= DEEPEST and (node.value or node.origin is not Origin.FACT):
            yield Line(depth, node.says, _value(node), node.law)


def _value(node: Explanation) -> str:
    if isinstance(node.value, bool):
        return _("ja") if node.value else _("nee")
    is_amount = node.fact_type is FactType.AMOUNT if node.fact_type else node.unit == EURO
    if is_amount:
        return euros(_cents(node.value))
    return f"{Decimal(node.value).normalize():f}".replace(".", ",")


def _cents(amount: Any) -> int:
    return int((Decimal(amount) * 100).to_integral_value())
