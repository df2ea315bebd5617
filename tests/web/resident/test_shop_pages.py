import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plein.vault.actions.opening import vault_of
from tests.cast import NOON
from tests.web.conftest import url
from tests.webshop.conftest import order

MOST_QUERIES = 15  # of which two choose the municipality


@pytest.fixture
def shopping(fatima, lina, kindpakket, swimming_lessons, grant_for, signed_in):
    """Fatima, who ordered once, has something in her basket, and was at her data before."""
    vault_of(fatima, at=NOON)
    grant = grant_for(kindpakket, lina)
    placed = order(fatima, (swimming_lessons, lina, grant))
    client = signed_in(fatima)
    client.post(url("basket-add", swimming_lessons.pk), {"voor": str(lina.pk)}, follow=True)
    return client, placed


@pytest.mark.parametrize(
    "name", ["overview", "shop", "basket", "check", "orders", "my-data", "who-looked"]
)
def test_a_page_opens_with_few_queries(shopping, name, django_assert_max_num_queries):
    client, _placed = shopping

    with django_assert_max_num_queries(MOST_QUERIES):
        response = client.get(url(name))

    assert response.status_code == 200


def test_a_product_and_an_order_open_with_few_queries(
    shopping, swimming_lessons, django_assert_max_num_queries
):
    client, placed = shopping
    for page in (url("product", swimming_lessons.pk), url("order", placed.pk)):
        with django_assert_max_num_queries(MOST_QUERIES):
            assert client.get(page).status_code == 200


def test_the_catalogue_takes_as_many_queries_for_thirty_products_as_for_one(
    fatima, lina, kindpakket, grant_for, product_for, signed_in, django_assert_num_queries
):
    grant_for(kindpakket, lina)
    product_for(kindpakket.scheme)
    client = signed_in(fatima)
    client.get(url("shop"))
    with CaptureQueriesContext(connection) as one:
        client.get(url("shop"))
    for number in range(23):
        product_for(kindpakket.scheme, title=f"Les {number}")

    with django_assert_num_queries(len(one)):
        client.get(url("shop"))


@pytest.mark.parametrize(
    ("words", "finds"), [("zwem", True), ("zwemlessen", True), ("plons", True), ("gitaar", False)]
)
def test_the_shop_is_searched_by_part_of_a_word_and_by_provider(
    fatima, lina, kindpakket, swimming_lessons, grant_for, signed_in, words, finds
):
    grant_for(kindpakket, lina)

    page = signed_in(fatima).get(url("shop"), {"voor": str(lina.pk), "zoek": words})

    assert ("Zwemles: 10 lessen" in page.content.decode()) is finds


def test_only_what_fits_the_budget_is_shown_when_asked(
    fatima, lina, kindpakket, product_for, grant_for, signed_in
):
    grant_for(kindpakket, lina, cents=5_000)
    product_for(kindpakket.scheme, title="Bal", price=5_000)
    product_for(kindpakket.scheme, title="Fiets", price=5_001)

    page = signed_in(fatima).get(url("shop"), {"voor": str(lina.pk), "past": "1"})

    assert "Bal" in page.content.decode()
    assert "Fiets" not in page.content.decode()


def test_a_product_that_does_not_suit_the_age_is_not_offered(
    fatima, lina, kindpakket, product_for, grant_for, signed_in
):
    grant_for(kindpakket, lina)  # Lina is 13
    product_for(kindpakket.scheme, title="Peuterzwemmen", age_until=5)

    page = signed_in(fatima).get(url("shop"), {"voor": str(lina.pk)})

    assert "Peuterzwemmen" not in page.content.decode()


def test_a_resident_without_a_budget_reads_what_to_do(fatima, signed_in):
    page = signed_in(fatima).get(url("overview")).content.decode()

    assert "U hebt nog geen budget" in page
    assert "14 0000" in page
