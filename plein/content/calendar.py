"""The days of a life event as a file for somebody's own calendar."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from icalendar import Event

from plein.kernel.calendar_file import calendar_file, whole_day


@dataclass(frozen=True, slots=True)
class Entry:
    """`title` is all that it says; `url` is the text, which is for everybody."""

    key: str
    title: str
    on: date
    is_last_day: bool
    url: str


def event_file(event: str, entries: Iterable[Entry], *, host: str, at: datetime) -> bytes:
    return calendar_file(_events(event, entries, host, at), about="Informatie")


def _events(event: str, entries: Iterable[Entry], host: str, at: datetime) -> Iterator[Event]:
    for each in entries:
        uid = f"{event}.{each.key}@{host}"
        yield whole_day(uid, each.title, each.on, url=each.url, warns=each.is_last_day, at=at)
