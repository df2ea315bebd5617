"""What a municipality set, per regeling: for the page of its staff."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plein.bylaws.models import Bylaw
from plein.rules.norms import Norm, Norms


@dataclass(frozen=True)
class OwnNorms:
    """Of one regeling: what the municipality may set, and what it did set by this day."""

    regeling: str
    norms: tuple[Norm, ...]
    bylaws: tuple[Bylaw, ...]  # newest first; proposals too

    @property
    def name(self) -> str:
        return self.regeling.replace("_", " ").capitalize()

    def holds_on(self, day: date) -> Bylaw | None:
        return next((each for each in self.bylaws if each.holds_on(day)), None)

    def unset_on(self, day: date) -> list[Norm]:
        """What nobody said: neither the law nor the municipality."""
        own = {name for each in self.bylaws if each.holds_on(day) for name in each.figures}
        return [norm for norm in self.norms if not norm.values and norm.name not in own]


def own_norms_by_regeling(norms: Norms) -> list[OwnNorms]:
    """Every regeling in which a municipality sets something; one query."""
    found: dict[str, list[Bylaw]] = defaultdict(list)
    rows = Bylaw.objects.filter(withdrawn_at=None).select_related("proposed_by__account")
    for bylaw in rows.order_by("-since", "-proposed_at"):
        found[bylaw.regeling].append(bylaw)
    return [
        OwnNorms(regeling, municipal, tuple(found[regeling]))
        for regeling in sorted(norms.national)
        if (municipal := _municipal(list(norms.national[regeling].values())))
    ]


def _municipal(norms: Sequence[Norm]) -> tuple[Norm, ...]:
    return tuple(norm for norm in norms if norm.municipal)
