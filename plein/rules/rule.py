"""A rule: a function that reads like its article, with its law and the days on which it holds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from inspect import signature
from typing import Any

EURO = "euro"


@dataclass(frozen=True)
class Rule:
    """`arguments` are other rules, facts or the norms of a regeling, found by name.

    It holds from `from_` until `until`, which is not in it; without them it always holds. One that
    is `per_person` holds for each of two adults (see `plein.regelingen.persons`).
    """

    name: str
    law: str
    body: Callable[..., Any]
    arguments: tuple[str, ...]
    says: str
    from_: date | None = None
    until: date | None = None
    per_person: bool = False
    unit: str = EURO

    def holds_on(self, day: date) -> bool:
        return (self.from_ is None or self.from_ <= day) and (
            self.until is None or day < self.until
        )


def rule(
    law: str,
    *,
    from_: date | None = None,
    until: date | None = None,
    per_person: bool = False,
    unit: str = EURO,
) -> Callable[[Callable[..., Any]], Rule]:
    """Make a rule of a function: its name is its place in the graph, its docstring its sense.

    `unit` is what comes out, where that is no euros and no yes or no: jaar, aantal, deel.
    """

    def make(body: Callable[..., Any]) -> Rule:
        return Rule(
            name=body.__name__,
            law=law,
            body=body,
            arguments=tuple(signature(body).parameters),
            says=" ".join((body.__doc__ or "").split()),
            from_=from_,
            until=until,
            per_person=per_person,
            unit=unit,
        )

    return make
