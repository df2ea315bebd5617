"""Is a tip for somebody? Worked out from values alone, by rule, and never kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from django.utils.formats import date_format

from plein.content.tips.explaining import Part, explained
from plein.content.tips.looks import Now, Seen
from plein.content.tips.tip import Judgeable
from plein.content.tips.trait import Trait
from plein.journeys.languages import DUTCH

R = TypeVar("R", bound=Judgeable)


@dataclass(frozen=True, slots=True)
class Judged(Generic[R]):
    """`holds` is None where we do not know enough: then nothing is shown."""

    tip: R
    holds: bool | None
    seen: Mapping[str, Seen]
    traits: Mapping[str, Trait]

    def reason_in(self, language: str) -> str:
        """ "U ziet dit omdat …", with the days that made it so."""
        days = {name: _said(each.on) for name, each in self.seen.items() if each.on}
        return self.tip.words_in(language).reason.format(**days)

    @property
    def on(self) -> date | None:
        """The first day that its reason names."""
        reason = self.tip.words_in(DUTCH).reason
        return min(
            (each.on for name, each in self.seen.items() if each.on and f"{{{name}}}" in reason),
            default=None,
        )

    def parts_in(self, language: str) -> Part:
        return explained(self.tip.condition, self.traits, language, self.seen)


def _said(day: date) -> str:
    return date_format(day, "j E Y")


def judged(
    tips: Iterable[R], traits: Mapping[str, Trait], values: Mapping[str, Any], now: Now
) -> list[Judged[R]]:
    """Each in its order. `values` are by element, as the gate gives them."""
    found = []
    for tip in tips:
        names = tip.condition.names
        seen = {name: traits[name].seen_in(values, now) for name in names}
        known = {name: each.holds for name, each in seen.items() if each.holds is not None}
        found.append(Judged(tip, tip.condition.judged(known), seen, traits))
    return found
