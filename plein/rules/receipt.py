"""A decision that can be replayed: its facts, its day, its norms and what came out (Awb 3:46)."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from plein.rules.book import RuleBook
from plein.rules.calculate import calculate
from plein.rules.norms import Norms
from plein.rules.outcome import Outcome

FORM = 1


def receipt_of(outcome: Outcome) -> dict[str, Any]:
    """Plain JSON; amounts as text, so that no cent gets lost."""
    used = {
        f"{norm.regeling}.{norm.name}": _plain(norm.on(outcome.day).value)
        for step in outcome.steps.values()
        for norm in step.norms
    }
    return {
        "form": FORM,
        "day": outcome.day.isoformat(),
        "targets": list(outcome.targets),
        "facts": {name: _plain(value) for name, value in sorted(outcome.given.items())},
        "known": {name: _plain(value) for name, value in sorted(outcome.known.items())},
        "norms": dict(sorted(used.items())),
        "rules": version_of(outcome),
        "values": {name: _plain(value) for name, value in outcome.values.items()},
    }


def replay(book: RuleBook, receipt: Mapping[str, Any], *, norms: Norms | None = None) -> list[str]:
    """What comes out differently now, by name; empty when it is the same to the cent."""
    known = {name: _number(value) for name, value in receipt["known"].items()}
    again = receipt_of(
        calculate(
            book,
            receipt["targets"],
            receipt["facts"],
            date.fromisoformat(receipt["day"]),
            known=known,
            norms=norms,
        )
    )
    return [
        f"{part}: {name}"
        for part in ("values", "norms")
        for name in sorted({*receipt[part], *again[part]})
        if receipt[part].get(name) != again[part].get(name)
    ]


def version_of(outcome: Outcome) -> str:
    """A digest of the rules that were used: another body, law or order gives another."""
    parts = [
        [name, step.rule.law, step.rule.body.__code__.co_code.hex(), repr(_constants(step.rule))]
        for name, step in sorted(outcome.steps.items())
    ]
    return sha256(json.dumps(parts).encode()).hexdigest()


def _constants(rule: Any) -> tuple[Any, ...]:
    code = rule.body.__code__
    return (code.co_names, tuple(each for each in code.co_consts if not hasattr(each, "co_code")))


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value if isinstance(value, bool) else format(Decimal(value), "f")


def _number(value: Any) -> Any:
    return value if isinstance(value, bool) else Decimal(value)
