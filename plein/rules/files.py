"""Norms and facts as they stand in files beside the rules."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from plein.rules.facts import Fact, FactType
from plein.rules.norms import Confidence, Dated, Norm, Value

MONTHS = {"": (), "jaar": (1,), "halfjaar": (1, 7)}  # in which a new figure is due


def read_norms(regeling: str, file: Path) -> dict[str, Norm]:
    """The norms of one regeling; `sources` at the top says what each source is."""
    given = yaml.load(file.read_text(), yaml.CSafeLoader)
    return {name: _norm(regeling, name, each) for name, each in given["norms"].items()}


def _norm(regeling: str, name: str, given: Mapping[str, Any]) -> Norm:
    figures = (_dated(since, each) for since, each in (given.get("values") or {}).items())
    return Norm(
        regeling=regeling,
        name=name,
        law=given["law"],
        unit=given["unit"],
        values=tuple(sorted(figures, key=lambda each: each.since)),
        renewed=MONTHS[given.get("renewed", "")],
        until=given.get("until"),
        note=given.get("note", ""),
        municipal=given.get("municipal", False),
        missing=given.get("missing", ""),
    )


def _dated(since: date, given: Mapping[str, Any]) -> Dated:
    return Dated(
        since=since,
        value=_value(given["value"]),
        sources=tuple(given["source"]),
        confidence=Confidence(given["confidence"]),
        note=given.get("note", ""),
    )


def _value(given: Any) -> Value:
    """Amounts stand in quotes, so that no float comes between."""
    if isinstance(given, list):
        return tuple(Decimal(str(each)) for each in given)
    return Decimal(str(given))


def read_fact_file(file: Path) -> dict[str, Fact]:
    given = yaml.load(file.read_text(), yaml.CSafeLoader)
    return {name: _fact(name, each) for name, each in given.items()}


def _fact(name: str, given: Mapping[str, Any]) -> Fact:
    return Fact(
        name=name,
        type=FactType(given["type"]),
        label=given["label"],
        source=given["source"],
        per=given.get("per", ""),
        lowest=_limit(given.get("lowest", 0)),
        highest=_limit(given.get("highest")),
        per_person=given.get("per_person", False),
    )


def _limit(given: Any) -> Decimal | None:
    return None if given is None else Decimal(str(given))
