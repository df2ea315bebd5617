"""Whether a place is open now, and else when it opens: by the hours of an ordinary week."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from plein.appointments.opening import Standing, standing_at
from plein.kernel.clock import local_day
from plein.kernel.weekday import Weekday
from plein.webshop.models import ProviderPlace


def is_open(place: ProviderPlace, at: datetime) -> bool:
    standing = _standing(place, at)
    return standing is not None and standing.is_open


def opening_words(place: ProviderPlace, at: datetime) -> str:
    """Empty for a place that gave no hours."""
    standing = _standing(place, at)
    if standing is None:
        return ""
    clock = f"{standing.clock:%H.%M}"
    if standing.is_open:
        return _("Nu open, tot %(time)s uur") % {"time": clock}
    words = {"day": _day_words(standing.day, local_day(at)), "time": clock}
    return _("Nu dicht. Open %(day)s vanaf %(time)s uur") % words


def _standing(place: ProviderPlace, at: datetime) -> Standing | None:
    return standing_at(at, place.hours.all())


def _day_words(day: date, today: date) -> str:
    match (day - today).days:
        case 0:
            return _("vandaag")
        case 1:
            return _("morgen")
    return str(Weekday(day.weekday()).label)
