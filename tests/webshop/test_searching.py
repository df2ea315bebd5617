"""Words as people type them, and the counts beside the list."""

import pytest

from plein.webshop.queries.catalogue import on_sale
from plein.webshop.queries.searching import (
    Wanted,
    chosen,
    counts,
    found,
    listed,
    on_page,
    vocabulary,
)
from plein.webshop.words import meant, place_of
from tests.cast import TODAY
from tests.webshop.conftest import children_of

WORDS = {"zwemles:", "zwemles", "fietshelm", "gitaarles", "schooltas"}


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("zwemmles", "zwemles"),
        ("zwmles", "zwemles"),
        ("fiets helm", ""),
        ("fietshlem", "fietshelm"),
        ("gitarles", "gitaarles"),
        ("zwemles", ""),
        ("xqzw", ""),
    ],
)
def test_a_typing_error_is_the_word_that_was_meant(typed, known):
    assert meant(typed, WORDS) == known


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("Waterweg 2, Emmen", "Emmen"),
        ("Waterweg 2, 7811 AB Emmen", "Emmen"),
        ("Lei 14, Nieuw-Amsterdam", "Nieuw-Amsterdam"),
        ("", ""),
    ],
)
def test_a_place_is_read_from_an_address(address, place):
    assert place_of(address) == place


@pytest.fixture
def shelf(fatima, kindpakket, product_for):
    """What is for sale for a child of 13."""
    product_for(kindpakket.scheme)
    product_for(kindpakket.scheme, title="Schooltas", description="Een stevige tas.", price=3_000)
    product_for(kindpakket.scheme, title="Zwembril", description="Voor onder water.", price=1_500)
    return on_sale([kindpakket.scheme_id], children_of(fatima)[0], TODAY)


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("les", {"Zwemles: 10 lessen"}),
        ("bril", {"Zwembril"}),
        ("plons", {"Zwemles: 10 lessen", "Zwembril", "Schooltas"}),
        ("stevig", {"Schooltas"}),
        ("zwemmen leren", {"Zwemles: 10 lessen"}),
        ("bril tas", set()),
        ("100%", set()),
    ],
)
def test_every_word_must_be_found_stemmed_or_inside_another(shelf, words, titles):
    assert {version.title for version in found(shelf, Wanted(words=words))} == titles


def test_the_words_to_choose_from_are_those_on_the_shelf(shelf):
    assert {"zwembril", "schooltas", "plons"} <= vocabulary(shelf)


def test_prices_and_order_are_as_asked(shelf):
    wanted = Wanted(price=3_000, sort="prijs-af")
    cheap = on_page(shelf, chosen(listed(shelf, wanted), wanted))

    assert [version.title for version in cheap] == ["Schooltas", "Zwembril"]


def test_what_is_chosen_beside_the_list_narrows_it(shelf):
    wanted = Wanted(ways=["ophalen"])

    assert chosen(listed(shelf, wanted), wanted) == []
    assert len(chosen(listed(shelf, Wanted()), Wanted(ways=["code"], places=[""]))) == 3


def test_a_count_is_what_that_choice_would_show(shelf):
    rows = listed(shelf, Wanted())

    assert counts(rows, Wanted(), "category") == {"sport": 3}
    assert counts(rows, Wanted(ways=["ophalen"]), "category") == {}
    assert counts(rows, Wanted(ways=["ophalen"]), "way") == {"code": 3}


def test_all_that_is_found_takes_one_query_and_a_page_of_it_another(
    shelf, django_assert_num_queries
):
    with django_assert_num_queries(2):
        on_page(shelf, chosen(listed(shelf, Wanted()), Wanted())[:2])
