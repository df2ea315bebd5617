"""How far from the event something is, as somebody would say it."""

from datetime import date

import pytest

from plein.content.item import When
from plein.content.library import items
from plein.content.timeline import Moment
from plein.web.public.information.when_words import when_words

ITEM = next(iter(items().values()))


@pytest.mark.parametrize(
    ("days", "latest", "said"),
    [
        (0, False, "Meteen"),
        (1, False, "Ongeveer 1 dag erna"),
        (13, False, "Ongeveer 13 dagen erna"),
        (14, False, "Ongeveer 2 weken erna"),
        (-60, False, "Ongeveer 9 weken vooraf"),
        (-90, False, "Ongeveer 3 maanden vooraf"),
        (5, True, "Binnen 5 dagen"),
        (651, True, "Binnen 93 weken"),
        (120, True, "Binnen 120 dagen"),
    ],
)
def test_without_a_day(days, latest, said):
    assert when_words(Moment(ITEM, When(days=days, latest=latest), None)) == said


def test_with_a_day():
    when = When(days=5, latest=True)

    day = date(2027, 3, 3)
    assert when_words(Moment(ITEM, when, day, until=day)) == "Tot en met woensdag 3 maart 2027"


def test_with_a_first_and_a_last_day():
    moment = Moment(ITEM, When(days=-60), date(2027, 3, 3), until=date(2027, 5, 2))

    assert when_words(moment) == "Van woensdag 3 maart 2027 tot en met zondag 2 mei 2027"
