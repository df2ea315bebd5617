"""The short answers: about pages that exist, in every language, those of the page on top."""

import pytest
from django.urls import resolve

from plein.content.help.library import FOLDER, about, answers, read_answer
from plein.content.searching import search
from plein.inbox.models import Page
from plein.journeys.languages import LANGUAGES
from plein.journeys.problems import DeclarationDoesNotFit

GOOD = (FOLDER / "zonder-computer.yaml").read_text()


def test_there_are_fifteen_or_more_in_every_language():
    assert len(answers()) >= 15
    assert {frozenset(each.texts) for each in answers().values()} == {frozenset(LANGUAGES)}


@pytest.mark.parametrize("page", Page)
def test_each_kind_of_page_exists_at_the_door_of_residents(page):
    assert resolve(f"/{page.value}/", "plein.web.resident.urls")


@pytest.mark.parametrize("page", Page)
def test_each_kind_of_page_has_an_answer_on_top_that_is_about_it(page):
    assert page in about(page)[0].pages


def test_what_names_the_page_first_goes_before_what_names_it_later():
    places = [each.pages.index(Page.ORDERS) for each in about(Page.ORDERS)[:2]]

    assert places == [0, 0]
    assert all(Page.ORDERS in each.pages for each in about(Page.ORDERS))


@pytest.mark.django_db
def test_an_answer_is_found_by_its_words():
    found = search(list(answers().values()), "bestelling", "nl")

    assert "waar-is-mijn-bestelling" in [each.key for each in found]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("pages: [informatie", "pages: [geheim"), "pages"),
        (("key: zonder-computer", "key: iets-anders"), "niet de naam van het bestand"),
        (("  uk:\n", "  fr:\n"), "Oekraïens ontbreekt"),
        (("Dat is gratis.", "Dat kost € 10."), "bedrag"),
        (("Dat is gratis.", "Dat is zo. " * 25), "woorden"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_an_example(tmp_path, change, told):
    file = tmp_path / "zonder-computer.yaml"
    file.write_text(GOOD.replace(*change))

    with pytest.raises(DeclarationDoesNotFit) as refused:
        read_answer(file)

    assert told in str(refused.value)
    assert "Voorbeeld" in str(refused.value)
