"""Who reads in another language finds a text by words of that language, and by the Dutch ones."""

import pytest
from django.utils.translation import get_language

from plein.content.library import items
from plein.content.searching import search

pytestmark = pytest.mark.django_db
EVERY = list(items().values())


def keys(words: str, language: str) -> list[str]:
    return [item.key for item in search(EVERY, words, language)]


@pytest.mark.parametrize(
    ("language", "typed", "key"),
    [
        ("en", "rent", "huurtoeslag"),
        ("en", "debt", "hulp-bij-schulden"),
        ("en", "moving", "adres-doorgeven"),
        ("en", "child benefit", "kinderbijslag"),
        ("en", "doctors", "nieuw-huisarts"),
        ("ar", "ديون", "hulp-bij-schulden"),
        ("ar", "الديون", "hulp-bij-schulden"),
        ("ar", "طبيب", "nieuw-huisarts"),
        ("ar", "إعانة الأطفال", "kinderbijslag"),
        ("uk", "борги", "hulp-bij-schulden"),
        ("uk", "боргів", "hulp-bij-schulden"),
        ("uk", "школа", "nieuw-school-voor-kinderen"),
        ("uk", "лікаря", "nieuw-huisarts"),
        ("uk", "ОРЕНДА", "huurtoeslag"),
    ],
)
def test_a_word_of_the_language_is_found_also_in_another_form(language, typed, key):
    assert key in keys(typed, language)


@pytest.mark.parametrize("language", ["en", "ar", "uk"])
@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("huurtoeslag", "huurtoeslag"),
        ("schuld", "hulp-bij-schulden"),
        ("uitvaart", "uitvaart-betalen"),
    ],
)
def test_a_dutch_word_from_a_letter_is_found_in_every_language(language, typed, key):
    assert key in keys(typed, language)


def test_dutch_and_own_words_together_find_the_text_that_has_both():
    assert keys("huurtoeslag إيجار", "ar")[0] == "huurtoeslag"


def test_who_reads_dutch_does_not_find_words_of_another_language():
    assert keys("ديون", "nl") == []


def test_a_text_that_is_not_translated_is_found_by_its_dutch_words():
    dutch_alone = [item.model_copy(update={"texts": {"nl": item.texts["nl"]}}) for item in EVERY]

    assert search(dutch_alone, "huurtoeslag", "uk")
    assert search(dutch_alone, "оренда", "uk") == []


@pytest.mark.parametrize("language", ["en", "ar", "uk"])
@pytest.mark.parametrize(
    "typed", ["", "xyzzy", "'; drop table", "\0", "%%", ":*", "&|!", "a" * 5000]
)
def test_what_says_nothing_finds_nothing_in_any_language(language, typed):
    assert keys(typed, language) == []


def test_it_takes_one_question_and_leaves_the_language_as_it_was(django_assert_num_queries):
    before = get_language()

    with django_assert_num_queries(1):
        keys("оренда huur", "uk")

    assert get_language() == before
