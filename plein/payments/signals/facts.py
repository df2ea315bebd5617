"""The facts that made us ask: kept as Dutch words with what is filled in, read in any language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self
from uuid import UUID

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext

from plein.kernel.dutch import dutch
from plein.kernel.money import euros
from plein.payments.living import Written


class Fact(Written):
    """One sentence. Staff and the resident read the same words."""

    words: str
    months: dict[str, date] = {}
    cents: dict[str, int] = {}

    @classmethod
    def of(cls, words: str | Promise, **filled: date | int) -> Self:
        """A day is a month, a number is cents."""
        with dutch():
            text = str(words)
        months = {name: each for name, each in filled.items() if isinstance(each, date)}
        cents = {name: each for name, each in filled.items() if isinstance(each, int)}
        return cls(words=text, months=months, cents=cents)

    @property
    def said(self) -> str:
        months = {name: date_format(each, "F Y") for name, each in self.months.items()}
        cents = {name: euros(each) for name, each in self.cents.items()}
        return gettext(self.words).format(**months, **cents)


class Facts(Written):
    """`beside` are awards of others: staff may look there, and no resident reads of them."""

    facts: tuple[Fact, ...]
    beside: tuple[UUID, ...] = ()

    @property
    def said(self) -> list[str]:
        return [each.said for each in self.facts]


@dataclass(frozen=True, slots=True)
class Found:
    """An award to ask about."""

    award: UUID
    facts: Facts

    @classmethod
    def of(cls, award: UUID, *facts: Fact, beside: Iterable[UUID] = ()) -> Self:
        return cls(award, Facts(facts=facts, beside=tuple(beside)))
