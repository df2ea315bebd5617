"""Who is new here reads the Dutch beside their own language, and each part says its language."""

import re

import pytest

from plein.content.library import items
from tests.web.conftest import url
from tests.web.public.reading import in_language, page_of

pytestmark = pytest.mark.usefixtures("read_today")
NEW = "nieuw-in-nederland"
LABELS = {
    "en": "Read this in Dutch too",
    "ar": "اقرأ هذا بالهولندية أيضاً",
    "uk": "Прочитайте це також нідерландською",
}
DIRECTIONS = {"en": "ltr", "ar": "rtl", "uk": "ltr"}


@pytest.mark.parametrize("language", LABELS)
def test_a_text_is_in_two_languages_each_with_its_direction(
    reader, language, django_assert_max_num_queries
):
    address = url("information-item", NEW, "nieuw-huisarts")
    client = in_language(reader, language)

    with django_assert_max_num_queries(4):
        page = page_of(client.get(address))

    said = items()["nieuw-huisarts"].texts
    own = f'<article class="mo-stack" lang="{language}" dir="{DIRECTIONS[language]}">'
    dutch = '<article class="mo-stack" lang="nl" dir="ltr">'
    assert page.index(own) < page.index(LABELS[language]) < page.index(dutch)
    assert said[language].title in page
    assert page.count("<h1") == 1
    assert f">{said['nl'].title}</h2>" in page
    assert ">Wat doet u?</h3>" in page


@pytest.mark.parametrize("language", LABELS)
def test_the_weeks_of_who_is_new_show_the_dutch_of_each_text(
    reader, language, django_assert_max_num_queries
):
    client = in_language(reader, language)

    with django_assert_max_num_queries(4):
        page = page_of(client.get(url("information-event", NEW)))

    texts = sum(NEW in item.life_events and language in item.texts for item in items().values())
    assert page.count(f"<summary>{LABELS[language]}") == texts >= 13
    assert page.count('<div lang="nl" dir="ltr">') >= texts


def test_each_fold_says_to_a_voice_which_text_it_is_of(reader):
    page = page_of(in_language(reader, "en").get(url("information-event", NEW)))

    assert '<span class="mo-vh">: Find a family doctor</span>' in page


def test_who_reads_dutch_reads_it_once(reader):
    for path in (("information-event", NEW), ("information-item", NEW, "nieuw-huisarts")):
        page = page_of(reader.get(url(*path)))

        assert "Lees dit ook in het Nederlands" not in page
        assert "mo-beside" not in page


def test_another_life_event_shows_one_language(reader):
    page = page_of(in_language(reader, "ar").get(url("information-item", "schulden", "bewind")))

    assert "mo-beside" not in page
    assert '<article class="mo-stack" lang="ar" dir="rtl">' in page


def test_a_text_without_a_translation_is_not_shown_twice(reader, read_today):
    known = read_today["nieuw-huisarts"]
    read_today["nieuw-huisarts"] = known.model_copy(update={"texts": {"nl": known.texts["nl"]}})

    page = page_of(in_language(reader, "ar").get(url("information-item", NEW, "nieuw-huisarts")))

    assert page.count(known.texts["nl"].title) == 2  # above the window and above the text
    assert "mo-beside" not in page


@pytest.mark.parametrize(("language", "said"), [("en", "per cent"), ("ar", "بالمئة"), ("uk", "%")])
def test_a_share_is_said_in_the_language_of_its_text(reader, language, said):
    address = url("information-item", "werk-vinden", "minimumloon")

    page = page_of(in_language(reader, language).get(address))

    assert re.search(rf"\b8\s{said}", page)
    assert "8 procent" not in page


def test_an_amount_in_the_dutch_beside_is_said_in_dutch(reader, read_today):
    known = read_today["nieuw-werken"]
    with_share = {
        language: words.model_copy(update={"body": "{norm:minimumloon.vakantiebijslag}"})
        for language, words in known.texts.items()
    }
    read_today["nieuw-werken"] = known.model_copy(update={"texts": with_share})

    page = page_of(in_language(reader, "ar").get(url("information-item", NEW, "nieuw-werken")))

    assert "8 بالمئة" in page
    assert "8 procent" in page
