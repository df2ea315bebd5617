"""When something is to be done, as somebody would say it: ongeveer 8 weken vooraf."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plein.content.timeline import Moment
from plein.web.templatetags.plein_ui import day as written

_WEEK, _MONTH = 7, 30.4  # days
_SAID_IN_DAYS, _SAID_IN_WEEKS = 14, 84  # below


def when_words(moment: Moment) -> str:
    """With its date once the day of the event is known. What has a last day says so."""
    if moment.on:
        return _on_a_day(moment, moment.on)
    days = moment.when.days
    if not days:
        return _("Meteen")
    if moment.when.latest:
        return _("Binnen {time}").format(time=_exactly(days))
    time = _about(abs(days))
    if days < 0:
        return _("Ongeveer {time} vooraf").format(time=time)
    return _("Ongeveer {time} erna").format(time=time)


def _on_a_day(moment: Moment, on: date) -> str:
    until = moment.until
    if until is None:
        return _("Rond {date}").format(date=written(on))
    if on < until:
        words = _("Van {date} tot en met {until}")
        return words.format(date=written(on), until=written(until))
    return _("Tot en met {date}").format(date=written(until))


def _exactly(days: int) -> str:
    return _days(days) if days < _SAID_IN_DAYS or days % _WEEK else _weeks(days // _WEEK)


def _about(days: int) -> str:
    if days < _SAID_IN_DAYS:
        return _days(days)
    if days < _SAID_IN_WEEKS:
        return _weeks(round(days / _WEEK))
    months = round(days / _MONTH)
    return ngettext("{n} maand", "{n} maanden", months).format(n=months)


def _days(n: int) -> str:
    return ngettext("{n} dag", "{n} dagen", n).format(n=n)


def _weeks(n: int) -> str:
    return ngettext("{n} week", "{n} weken", n).format(n=n)
