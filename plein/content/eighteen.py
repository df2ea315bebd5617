"""Turning 18, of one resident: worked out when they ask, through the gate, and kept nowhere.

Only the day of birth is opened, under a line in the log of its own; and not at all for who wants no
tips about this. Not in a transaction of your own: see `gate.read`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from plein.audit.actions import Purpose
from plein.content.tips.standing import Standing
from plein.content.tips.tip import Topic
from plein.identity.models import Resident
from plein.kernel.birthday import birthday
from plein.kernel.months import months_after, months_old_on
from plein.vault.access import OwnAccess
from plein.vault.family import OF_AGE, earliest, latest
from plein.vault.gate import read
from plein.vault.of_age import BORN
from plein.vault.readings import DISPUTED, Reading, source_first

EVENT = "18-worden"
FROM_AGE, MONTHS_AFTER = 16, 3
WHY = Purpose("omdat u uw lijst van 18 worden bekeek", "AVG artikel 6 lid 1 onder e")
ACTIVITY = "lijst van 18 worden@1"


@dataclass(frozen=True, slots=True)
class Eighteen:
    """The days of who was born on this one. `until` is not in it."""

    born: date

    @property
    def on(self) -> date:
        return birthday(self.born, OF_AGE)

    @property
    def starts(self) -> date:
        return birthday(self.born, FROM_AGE)

    @property
    def until(self) -> date:
        return months_old_on(self.on, MONTHS_AFTER)

    def shows_on(self, day: date) -> bool:
        return self.starts <= day < self.until

    def is_reached_on(self, day: date) -> bool:
        return self.on <= day


def may_show_of(month: date, day: date) -> bool:
    """Of a birth that is known to the month: whether the list is there, or may be."""
    return Eighteen(month).starts <= day < months_after(Eighteen(month).until, 1)


def is_wanted(standing: Standing) -> bool:
    return not standing.is_off and Topic.VOLWASSEN not in standing.topics_off


def eighteen_of(resident: Resident, *, at: datetime) -> Eighteen | None:
    """None where the vault does not know the exact day, or the resident says that it is wrong."""
    vault = getattr(resident, "vault", None)
    if vault is None:
        return None
    readings = read(vault, [BORN], access=OwnAccess(resident, WHY, ACTIVITY), at=at)
    return _of(readings)


def _of(readings: Iterable[Reading]) -> Eighteen | None:
    found = source_first(each for each in readings if DISPUTED not in each.marks)
    born = found[BORN].value if BORN in found else None
    if not born or earliest(born) != latest(born):
        return None
    return Eighteen(earliest(born))
