"""How signals fall over groups that are in no rule: values alone, no database, no clock.

Read for the page of fairness and for nothing else; only counts leave here. A group of fewer than
ten stays out, and where that would leave one to be worked out, the next smallest with it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from plein.kernel.months import months_between
from plein.payments.living import YEAR, Living
from plein.payments.signals.declared_data import Data

SMALLEST = 10  # awards in a group
MUCH_MORE = Fraction(3, 2)  # times the share of all


class Split(models.TextChoices):
    HOUSEHOLD = "huishouden", _("Soort huishouden")
    AGE = "leeftijd", _("Leeftijd")


class Part(models.TextChoices):
    ALONE = "alleen", _("Alleen")
    PARENT = "alleen met kinderen", _("Alleen met kinderen")
    PAIR = "samen", _("Samen")
    FAMILY = "samen met kinderen", _("Samen met kinderen")
    TO_27 = "tot 27", _("Jonger dan 27")
    TO_45 = "tot 45", _("27 tot 45")
    TO_60 = "tot 60", _("45 tot 60")
    FROM_60 = "vanaf 60", _("60 of ouder")


OF_SPLIT = {
    Split.HOUSEHOLD: (Part.ALONE, Part.PARENT, Part.PAIR, Part.FAMILY),
    Split.AGE: (Part.TO_27, Part.TO_45, Part.TO_60, Part.FROM_60),
}
IN_THE_RULE = {Split.HOUSEHOLD: {Data.HOUSEHOLD, Data.COUNTED}, Split.AGE: set[Data]()}


@dataclass(frozen=True, slots=True)
class Asked:
    """Of one award: it was asked, perhaps looked into, and perhaps that was of use."""

    award: UUID
    is_looked_into: bool
    is_useful: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Awards, and of how many of them something was asked. `part` is empty for all of them."""

    split: str
    part: str
    awards: int
    asked: int
    looked_into: int
    useful: int

    @property
    def share(self) -> Fraction:
        return Fraction(self.asked, self.awards or 1)

    @property
    def useful_share(self) -> Fraction:
        return Fraction(self.useful, self.looked_into or 1)

    def stands_out_from(self, everybody: "Group") -> bool:
        """Asked much more often than all, and of use less often."""
        is_more = self.asked > 0 and self.share >= MUCH_MORE * everybody.share
        return is_more and self.looked_into > 0 and self.useful_share < everybody.useful_share


def parts_of(living: Living, day: date) -> dict[Split, Part]:
    age = months_between(living.born, day) // YEAR
    household = OF_SPLIT[Split.HOUSEHOLD]
    number = 2 * (living.partner_born is not None) + bool(living.children)
    older = sum(age >= start for start in (27, 45, 60))
    return {Split.HOUSEHOLD: household[number], Split.AGE: OF_SPLIT[Split.AGE][older]}


def splits_for(data: Collection[Data]) -> list[Split]:
    """Only by what the rule itself does not look at."""
    return [split for split in Split if not IN_THE_RULE[split] & set(data)]


def groups_of(
    lived: Mapping[UUID, Mapping[Split, Part]], asked: Sequence[Asked], splits: Sequence[Split]
) -> list[Group]:
    """First of everybody, then by split; a group that is too small is left out."""
    known = [each for each in asked if each.award in lived]
    found = [_counted("", "", len(lived), known)]
    for split in splits:
        sizes = Counter(parts[split] for parts in lived.values())
        for part in _shown(sizes):
            inside = [each for each in known if lived[each.award][split] == part]
            found.append(_counted(split.value, part.value, sizes[part], inside))
    return found


def _shown(sizes: Counter[Part]) -> Iterator[Part]:
    """In their order."""
    smallest_first = sorted((part for part in sizes), key=lambda part: sizes[part])
    hidden = [part for part in smallest_first if sizes[part] < SMALLEST]
    if len(hidden) == 1:
        hidden = smallest_first[:2]
    return (part for part in Part if part in sizes and part not in hidden)


def _counted(split: str, part: str, awards: int, asked: Sequence[Asked]) -> Group:
    """An award of which something was asked twice is one award; each question is looked into."""
    return Group(
        split,
        part,
        awards,
        len({each.award for each in asked}),
        sum(each.is_looked_into for each in asked),
        sum(each.is_useful for each in asked),
    )
