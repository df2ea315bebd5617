"""Before, now and after, with dates where the day is known."""

from datetime import date

from plein.content.library import items
from plein.content.timeline import Part, timeline

EVERY = list(items().values())


def test_texts_stand_in_the_order_of_their_days():
    parts = timeline(EVERY, "kind-krijgen")

    assert [*parts] == [Part.BEFORE, Part.NOW, Part.AFTER]
    days = [each.when.days for moments in parts.values() for each in moments]
    assert days == sorted(days)
    assert all(each.when.days < 0 for each in parts[Part.BEFORE])
    assert all(each.when.days == 0 for each in parts[Part.NOW])
    assert all(each.when.days > 0 for each in parts[Part.AFTER])


def test_without_a_day_there_are_no_dates():
    parts = timeline(EVERY, "verhuizen")

    assert {each.on for moments in parts.values() for each in moments} == {None}


def test_with_a_day_each_text_has_its_date():
    parts = timeline(EVERY, "verhuizen", date(2027, 2, 26))

    address = next(each for each in parts[Part.AFTER] if each.item.key == "adres-doorgeven")
    assert (address.on, address.when.latest) == (date(2027, 3, 3), True)


def test_a_text_of_another_event_is_not_there():
    parts = timeline(EVERY, "aow")

    keys = {each.item.key for moments in parts.values() for each in moments}
    assert "aow-aanvragen" in keys
    assert "kinderbijslag" not in keys
