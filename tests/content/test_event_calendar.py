"""The days of a life event in somebody's own calendar, read back by another program's reader."""

from datetime import date, timedelta

from icalendar import Calendar

from plein.content.calendar import Entry, event_file
from tests.cast import NOON

DAY = date(2027, 1, 17)


def events(*entries, host="emmen.example"):
    content = event_file("18-worden", entries, host=host, at=NOON)
    return Calendar.from_ical(content).walk("VEVENT")


def entry(on=DAY, *, is_last_day=False, key="stemmen"):
    return Entry(key, "U mag stemmen", on, is_last_day, "https://emmen.example/informatie/")


def test_it_takes_the_whole_day_and_keeps_nobody_busy():
    (event,) = events(entry())

    assert (event.decoded("dtstart"), event.decoded("dtend")) == (DAY, DAY + timedelta(days=1))
    assert event["TRANSP"] == "TRANSPARENT"


def test_it_says_its_title_and_nothing_about_who_reads():
    (event,) = events(entry())

    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "URL", "TRANSP"}
    assert event["SUMMARY"] == "U mag stemmen"


def test_another_day_moves_the_entry_that_is_there():
    (first,), (second,) = events(entry()), events(entry(DAY + timedelta(days=9)))

    assert first["UID"] == second["UID"] == "18-worden.stemmen@emmen.example"


def test_each_text_and_each_municipality_has_an_entry_of_its_own():
    both = events(entry(), entry(key="donor-keuze"))
    (elsewhere,) = events(entry(), host="buren.example")

    assert len({each["UID"] for each in [*both, elsewhere]}) == 3


def test_a_last_day_warns_a_week_before_and_another_day_does_not():
    (last,), (other,) = events(entry(is_last_day=True)), events(entry())

    (alarm,) = last.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-7)
    assert not other.walk("VALARM")


def test_nothing_to_do_is_a_calendar_without_entries():
    assert events() == []
