"""With what is calculated: rules and norms, and nought for what a household does not say."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from plein.rules.book import RuleBook
from plein.rules.calculate import calculate
from plein.rules.norms import Norms
from plein.rules.outcome import Outcome
from plein.rules.refusals import NormMissing


@dataclass(frozen=True)
class Rules:
    """The book, and the norms of a municipality over it.

    It remembers what it worked out: two households that differ from a day on share the months
    before it. So make one for a page, and not for longer.
    """

    book: RuleBook
    norms: Norms | None = None
    done: dict[Any, Outcome] = field(default_factory=dict, compare=False, repr=False)

    def calculate(
        self,
        targets: Collection[str],
        facts: Mapping[str, Any],
        day: date,
        known: Mapping[str, Any] | None = None,
    ) -> Outcome:
        """What the household did not say is nought or no."""
        asks = self.book.plan(targets, day, (known or {}).keys()).asks
        nought = {name: self.book.facts[name].nought for name in asks}
        given = nought | {name: facts[name] for name in facts.keys() & asks}
        key = (day, tuple(targets), *map(frozenset, (given.items(), (known or {}).items())))
        if key not in self.done:
            self.done[key] = calculate(
                self.book, targets, given, day, known=known, norms=self.norms
            )
        return self.done[key]

    def what_can_be(
        self,
        targets: Collection[str],
        facts: Mapping[str, Any],
        day: date,
        known: Mapping[str, Any] | None = None,
    ) -> tuple[Outcome, dict[str, NormMissing]]:
        """The targets for which every norm is there; and of the others, which norm is not."""
        missing: dict[str, NormMissing] = {}
        try:
            return self.calculate(targets, facts, day, known), missing
        except NormMissing:
            for target in targets:
                try:
                    self.calculate([target], facts, day, known)
                except NormMissing as reason:
                    missing[target] = reason
        rest = [target for target in targets if target not in missing]
        return self.calculate(rest, facts, day, known), missing

    def with_holiday(self, day: date) -> Decimal:
        """By what a gross wage or WW grows in a year: 1 and the holiday allowance."""
        norms = self.norms or self.book.norms
        return Decimal(1 + norms.on(day)["minimumloon"].vakantiebijslag)
