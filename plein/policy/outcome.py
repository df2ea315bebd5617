"""What comes out of a calculation: sums of large enough groups, and nothing of one household."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from plein.policy.cliffs import Cliff, Curve, curves
from plein.policy.effect import Change, cells_of
from plein.policy.groups import Group, shown, together
from plein.policy.kinds import Columns


@dataclass(frozen=True)
class Outcome:
    """`groups` is empty where even all households together are too few to show."""

    size: int
    groups: list[Group]
    curves: list[Curve]

    @property
    def total(self) -> Group:
        return together(self.groups)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, given: dict[str, Any]) -> "Outcome":
        return cls(
            size=given["size"],
            groups=[_group(each) for each in given["groups"]],
            curves=[_curve(each) for each in given["curves"]],
        )


def outcome_of(
    change: Change,
    chunks: Iterable[Columns],
    *,
    invented: bool,
    after: Callable[[int], None] | None = None,
) -> Outcome:
    """Raises as `calculate_many`: a norm that is not set is named."""
    drawn = curves(change)  # before the many, so that a norm that misses is heard at once
    cells = cells_of(change, chunks, invented=invented, after=after)
    return Outcome(sum(each.size for each in cells), shown(cells), drawn)


def _group(given: dict[str, Any]) -> Group:
    return Group(**given | {"types": tuple(given["types"]), "cents": tuple(given["cents"])})


def _curve(given: dict[str, Any]) -> Curve:
    now, then = ([Cliff(**each) for each in own] for own in given["cliffs"])
    return Curve(given["kind"], tuple(given["left"]), (now, then))
