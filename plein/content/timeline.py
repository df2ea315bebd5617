"""The items of a life event in the order of their days: before, now and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from plein.content.item import Item, When
from plein.content.planning import Plan, plan_of


class Part(TextChoices):
    BEFORE = "voor", _("Vooraf")
    NOW = "nu", _("Op de dag zelf")
    AFTER = "na", _("Daarna")


@dataclass(frozen=True, slots=True)
class Moment:
    """`on` is known when the day of the event is; we keep neither. `until` is the last day."""

    item: Item
    when: When
    on: date | None
    plan: Plan | None = None
    until: date | None = None

    @property
    def in_calendar_on(self) -> date | None:
        """Where a last day counts, that one."""
        return self.until or self.on


def timeline(
    shown: Iterable[Item], event: str, day: date | None = None
) -> dict[Part, list[Moment]]:
    """Each part in the order of days; those of one day by key."""
    of_it = [(item.life_events[event], item) for item in shown if event in item.life_events]
    parts: dict[Part, list[Moment]] = {part: [] for part in Part}
    for when, item in sorted(of_it, key=lambda pair: (pair[0].days, pair[1].key)):
        parts[_part_of(when)].append(_moment(item, when, plan_of(event, item.key), day))
    return parts


def _moment(item: Item, when: When, plan: Plan | None, day: date | None) -> Moment:
    latest = when.days if when.latest else plan.latest if plan else None
    return Moment(item, when, _days_from(day, when.days), plan, _days_from(day, latest))


def _days_from(day: date | None, days: int | None) -> date | None:
    return None if day is None or days is None else day + timedelta(days=days)


def _part_of(when: When) -> Part:
    if when.days < 0:
        return Part.BEFORE
    return Part.AFTER if when.days else Part.NOW
