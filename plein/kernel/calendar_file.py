"""A file for somebody's own calendar (RFC 5545): here alone it is written."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

PUBLISH, CANCEL = "PUBLISH", "CANCEL"
WARN_BEFORE = timedelta(days=7)


def calendar_file(events: Iterable[Event], *, about: str, method: str = PUBLISH) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//Plein//{about}//NL")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    for event in events:
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def whole_day(uid: str, title: str, on: date, *, url: str, warns: bool, at: datetime) -> Event:
    """One UID for one thing, whatever its day: a later file moves what an earlier one put there.

    It keeps nobody's day busy, and says what it is about and nothing more: a calendar is seen by
    others. What `warns` does so a week before.
    """
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", at)
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))  # not in it
    event.add("summary", title)
    event.add("url", url)
    event.add("transp", "TRANSPARENT")
    if warns:
        event.add_component(_alarm(title))
    return event


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -WARN_BEFORE)
    return alarm
