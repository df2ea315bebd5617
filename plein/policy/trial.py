"""What somebody tries out, as plain data: enough to calculate it again later."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from plein.bylaws.laid_over import own_norms
from plein.policy.effect import Change
from plein.policy.invented import Margins, households
from plein.policy.kinds import Columns
from plein.policy.outcome import Outcome, outcome_of
from plein.regelingen.library import rule_book
from plein.regelingen.trying import Topic
from plein.rules.norms import Dated, Norm, Norms

ALWAYS = date(2000, 1, 1)


@dataclass(frozen=True)
class Trial:
    """`now` and `then` are norms of the regeling of the topic, as text by their name."""

    topic: Topic
    day: date
    now: Mapping[str, str]
    then: Mapping[str, str]

    @property
    def change(self) -> Change:
        book, norms = rule_book(), norms_of_today()
        now, then = (laid_over(norms, self.topic, each) for each in (self.now, self.then))
        return Change(book, self.topic, self.day, now, then)

    def over(self, chunks: Iterable[Columns]) -> Outcome:
        """Over households that somebody gave. Raises as `outcome_of`."""
        return outcome_of(self.change, chunks, invented=False)

    def over_invented(
        self, size: int, margins: Margins, after: Callable[[int], None] | None = None
    ) -> Outcome:
        """`margins` with the `facts` of the topic among them. Raises as `outcome_of`."""
        change = replace(self, topic=replace(self.topic, facts=margins["facts"])).change
        drawn = households(change.book, change.asks, change.topic.facts, size, margins)
        return outcome_of(change, drawn, invented=True, after=after)


def norms_of_today() -> Norms:
    """What the law says, and what this municipality laid over it; one query."""
    return own_norms(rule_book().norms)


def laid_over(norms: Norms, topic: Topic, figures: Mapping[str, str]) -> Norms:
    own = norms.of(topic.regeling)
    return norms.with_local(_with_figure(own[name], figure) for name, figure in figures.items())


def _with_figure(norm: Norm, figure: str) -> Norm:
    return replace(norm, until=None, values=(Dated(ALWAYS, Decimal(figure), ("ingevuld",)),))
