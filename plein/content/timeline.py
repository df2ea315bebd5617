"""The items of a life event in the order of their days: before, now and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from plein.content.item import Item, When


class Part(TextChoices):
    BEFORE = "voor", _("Vooraf")
    NOW = "nu", _("Op de dag zelf")
    AFTER = "na", _("Daarna")


@dataclass(frozen=True, slots=True)
class Moment:
    """`on` is known when the resident says the day of the event; we keep neither."""

    item: Item
    when: When
    on: date | None


def timeline(
    shown: Iterable[Item], event: str, day: date | None = None
) -> dict[Part, list[Moment]]:
    """Each part in the order of days; those of one day by key."""
    of_it = [(item.life_events[event], item) for item in shown if event in item.life_events]
    parts: dict[Part, list[Moment]] = {part: [] for part in Part}
    for when, item in sorted(of_it, key=lambda pair: (pair[0].days, pair[1].key)):
        on = day + timedelta(days=when.days) if day else None
        parts[_part_of(when)].append(Moment(item, when, on))
    return parts


def _part_of(when: When) -> Part:
    if when.days < 0:
        return Part.BEFORE
    return Part.AFTER if when.days else Part.NOW
