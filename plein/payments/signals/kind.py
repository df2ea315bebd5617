"""A kind of signal, as it is declared: what it asks, why, by which law, and on what data."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from plein.audit.actions import Purpose
from plein.kernel.dutch import dutch
from plein.payments.signals.batch import Batch
from plein.payments.signals.declared_data import Data
from plein.payments.signals.facts import Found


@dataclass(frozen=True, slots=True)
class SignalKind:
    """`find` looks at a whole municipality at once, and at nothing but `data`.

    It gives a yes with its facts, never a number: nobody is ranked. Another `version` is agreed on
    anew by two people before it looks again.
    """

    key: str
    version: int
    name: str | Promise
    question: str | Promise  # that a person looks into; the resident reads it afterwards
    help: str | Promise  # what may help the resident: the first line that staff read
    purpose: str | Promise  # after "om": also in the log of looks
    proportionate: str | Promise  # why this is not more than is needed
    law: str
    owner: str | Promise  # a role of the municipality
    review_on: date  # from that day it no longer looks
    data: frozenset[Data]
    again_after: int  # months in which the same is not asked again
    keep: str  # ISO 8601: destroyed so long after it was looked into
    find: Callable[[Batch], Iterator[Found]]

    def is_reviewed_on(self, day: date) -> bool:
        return day < self.review_on

    @property
    def why(self) -> Purpose:
        with dutch():
            return Purpose(str(self.purpose), self.law)
