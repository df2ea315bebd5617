"""Whether a place is open now, and else when it opens."""

from datetime import datetime

from django.utils.translation import gettext as _

from plein.kernel.clock import AMSTERDAM
from plein.kernel.weekday import Weekday
from plein.webshop.models import OpeningHours, ProviderPlace

DAYS = 7


def is_open(place: ProviderPlace, at: datetime) -> bool:
    return _now(place, at.astimezone(AMSTERDAM)) is not None


def opening_words(place: ProviderPlace, at: datetime) -> str:
    """By the hours of an ordinary week; empty for a place that gave none."""
    local = at.astimezone(AMSTERDAM)
    if hours := _now(place, local):
        return _("Nu open, tot %(time)s uur") % {"time": f"{hours.closes:%H.%M}"}
    if hours := _next(place, local):
        words = {"day": _day_words(hours, local), "time": f"{hours.opens:%H.%M}"}
        return _("Nu dicht. Open %(day)s vanaf %(time)s uur") % words
    return ""


def _now(place: ProviderPlace, local: datetime) -> OpeningHours | None:
    today = (each for each in place.hours.all() if each.weekday == local.weekday())
    return next((each for each in today if each.opens <= local.time() < each.closes), None)


def _next(place: ProviderPlace, local: datetime) -> OpeningHours | None:
    """Later today, or on the first day after it; the same day of next week comes last."""
    return min(place.hours.all(), key=lambda each: _ahead(each, local), default=None)


def _ahead(hours: OpeningHours, local: datetime) -> int:
    days = (hours.weekday - local.weekday()) % DAYS
    return DAYS if days == 0 and hours.opens <= local.time() else days


def _day_words(hours: OpeningHours, local: datetime) -> str:
    match _ahead(hours, local):
        case 0:
            return _("vandaag")
        case 1:
            return _("morgen")
    return str(Weekday(hours.weekday).label)
