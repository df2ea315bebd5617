"""What every part of a letter is written from."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format

from plein.audit.actions import Purpose
from plein.cases.models import Case
from plein.delivery.models import Delivery
from plein.kernel.actor import Actor
from plein.kernel.short_code import spaced
from plein.tenants.scope import current

WHY = Purpose("om u een brief te sturen", "Awb art. 3:41 en 4:5; Wet BRP art. 1.7")


@dataclass(frozen=True, slots=True)
class Telling:
    """A delivery about a case that came `with_tasks`, and who writes of it when."""

    delivery: Delivery
    case: Case
    by: Actor
    at: datetime

    @property
    def number(self) -> str:
        return spaced(self.case.number)


def by_post() -> str:
    """Where a letter to us goes."""
    place = current()
    return f"gemeente {place.name}, {place.address}"


def written(day: date) -> str:
    return date_format(day, "j E Y")
