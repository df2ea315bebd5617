"""Searching in plain words, with Dutch stemming."""

import pytest

from plein.content.library import items
from plein.content.searching import search

pytestmark = pytest.mark.django_db
EVERY = list(items().values())


def keys(words: str) -> list[str]:
    return [item.key for item in search(EVERY, words, "nl")]


def test_a_word_in_a_title_comes_first():
    assert keys("kinderbijslag")[0] in {"kinderbijslag", "nieuw-kinderbijslag"}


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("schuld", "hulp-bij-schulden"),
        ("verhuizing", "adres-doorgeven"),
        ("toeslag", "huurtoeslag"),
        ("toeslagen", "zorgtoeslag"),
        ("geboorte aangeven", "geboorte-aangeven"),
        ("DE UITVAART", "uitvaart-betalen"),
        ("rolstoelen", "hulpmiddel-of-vervoer"),
    ],
)
def test_other_forms_of_a_word_are_found(typed, key):
    assert key in keys(typed)


def test_a_text_with_every_word_goes_before_all_others():
    assert set(keys("huurtoeslag verhuizing")) < set(keys("huurtoeslag"))


def test_where_no_text_has_every_word_the_nearest_is_found():
    assert keys("xyzzy uitvaart") == keys("uitvaart")


@pytest.mark.parametrize(
    "typed", ["", "  ", "de het een", "xyzzy", "'; drop table", "\0", "%%", "a" * 5000]
)
def test_what_says_nothing_finds_nothing(typed):
    assert keys(typed) == []


def test_it_takes_one_question(django_assert_num_queries):
    with django_assert_num_queries(1):
        search(EVERY, "huur kind werk geld zorg adres school bank te veel", "nl")
