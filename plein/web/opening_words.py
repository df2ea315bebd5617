"""Whether we are open, and how long people wait for us, in the words of a page."""

from datetime import date, time, timedelta

from django.utils import formats
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plein.appointments.opening import Standing

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
A_WEEK = 7  # days: within them the name of a day says enough


def standing_words(standing: Standing | None, today: date) -> str:
    """ "Wij zijn nu open, tot 17.00 uur." or when we open; empty where we do not know."""
    if standing is None:
        return ""
    clock = hour(standing.clock)
    if standing.is_open:
        return _("Wij zijn nu open, tot {clock}.").format(clock=clock)
    ahead = (standing.day - today).days
    if ahead == 0:
        return _("Nu dicht. Vandaag vanaf {clock}.").format(clock=clock)
    if ahead == 1:
        return _("Nu dicht. Morgen vanaf {clock}.").format(clock=clock)
    day = formats.date_format(standing.day, "l" if ahead < A_WEEK else "l j E")
    return _("Nu dicht. {day} vanaf {clock}.").format(day=capfirst(day), clock=clock)


def hour(clock: time) -> str:
    """ "9.00 uur" """
    return _("{time} uur").format(time=formats.time_format(clock, "G.i"))


def waited_words(waited: timedelta | None) -> str:
    """In whole hours, and from two days on in days; always up, so that we promise nothing."""
    if waited is None:
        return ""
    if waited > 2 * DAY:
        days = -(-waited // DAY)
        words = ngettext("binnen 1 dag", "binnen {n} dagen", days)
        return words.format(n=days)
    hours = max(1, -(-waited // HOUR))
    return ngettext("binnen 1 uur", "binnen {n} uur", hours).format(n=hours)
