"""The first page of the shop, its search, what is kept, and the basket of a family."""

from datetime import date

import pytest

from plein.ledger.models import Account
from plein.webshop.actions.participation import admit_part
from plein.webshop.models import BasketLine, BlockReason, Favourite, Grant, GrantStatus
from tests.cast import NOON, TESTS
from tests.web.conftest import url
from tests.webshop.conftest import children_of, order

MOST_QUERIES = 15


@pytest.fixture
def client(fatima, signed_in):
    return signed_in(fatima)


@pytest.fixture
def granted(lina, kindpakket, grant_for, swimming_lessons):
    return grant_for(kindpakket, lina)


def page(client, name, *args, **query):
    return client.get(url(name, *args), query).content.decode()


def test_the_home_says_what_is_left_per_person_and_until_when(client, granted):
    shown = page(client, "shop")

    assert "Kindpakket voor" in shown
    assert "€\N{NO-BREAK SPACE}250,00" in shown
    assert "31 december 2026" in shown
    assert '<progress class="mo-meter"' in shown


def test_each_child_has_a_strip_of_what_fits_it(client, fatima, kindpakket, grant_for, product_for):
    eldest, _middle, youngest = children_of(fatima)
    for child in (eldest, youngest):
        grant_for(kindpakket, child)
    product_for(kindpakket.scheme, title="Peuterbad", age_until=5, price=2_000)
    product_for(kindpakket.scheme, title="Gitaar", age_from=12, price=2_000)
    product_for(kindpakket.scheme, title="Vleugel", age_from=12, price=90_000)
    product_for(kindpakket.scheme, title="Zomerkamp", sign_up_until=date(2026, 1, 1), price=2_000)

    shown = page(client, "shop")
    strips = shown.split('class="mo-strip"')[1:]

    assert len(strips) == 2
    assert ["Gitaar" in strip for strip in strips].count(True) >= 1
    before_the_list = shown.split('id="gevonden"')[0]
    assert "Vleugel" not in before_the_list
    assert "Zomerkamp" not in before_the_list


def test_a_home_with_many_children_and_products_stays_within_its_queries(
    client, fatima, kindpakket, grant_for, product_for, django_assert_max_num_queries
):
    for child in children_of(fatima):
        grant_for(kindpakket, child)
    for number in range(30):
        product_for(kindpakket.scheme, title=f"Les {number}")
    page(client, "shop")

    with django_assert_max_num_queries(MOST_QUERIES):
        page(client, "shop")


def test_a_search_with_a_typing_error_shows_what_was_meant(
    client, granted, django_assert_max_num_queries
):
    with django_assert_max_num_queries(MOST_QUERIES + 3):
        shown = page(client, "shop", zoek="zwemmles")

    assert "Bedoelde u ‘zwemles" in shown
    assert "Zwemles: 10 lessen" in shown


def test_no_budget_at_all_leads_to_the_aanvragen(client):
    shown = page(client, "shop")

    assert "U hebt nog geen budget" in shown
    assert f'href="{url("cases")}"' in shown


def test_a_budget_that_is_used_up_is_said(client, granted):
    Account.objects.filter(pk=granted.budget_id).update(balance=0)

    assert "Uw budget is op" in page(client, "shop")


def test_a_budget_that_stands_still_is_said(client, granted):
    Grant.objects.update(status=GrantStatus.BLOCKED, blocked_because=BlockReason.values[0])

    assert "Uw budget staat nu stil" in page(client, "shop")


def test_a_period_that_has_not_begun_says_from_when(client, lina, open_period, grant_for):
    period = open_period(
        name="Volgend jaar", spend_from=date(2027, 1, 1), spend_until=date(2028, 1, 1)
    )
    grant_for(period, lina)

    assert "U kunt kopen vanaf vrijdag 1 januari 2027" in page(client, "shop")


@pytest.mark.parametrize(
    "query",
    [
        {"soort": "sport"},
        {"hoe": "code"},
        {"tot": "100"},
        {"plaats": "Emmen\0"},
        {"winkel": "x"},
        {"sorteer": "nieuw"},
        {"tot": "9" * 30},
        {"soort": "bestaat-niet"},
    ],
)
def test_every_choice_works_and_nonsense_is_no_choice(client, granted, query):
    assert "Zwemles: 10 lessen" in page(client, "shop", **query)


def test_a_choice_that_does_not_fit_hides_it(client, granted):
    assert "Geen producten gevonden" in page(client, "shop", hoe="bezorgen")
    assert "Geen producten gevonden" in page(client, "shop", tot="50")


def test_a_product_is_kept_found_again_and_let_go(client, granted, swimming_lessons):
    assert (
        "Bewaard"
        in client.post(url("favourite", swimming_lessons.pk), follow=True).content.decode()
    )
    client.post(url("favourite", swimming_lessons.pk))
    assert Favourite.objects.count() == 1
    assert "Zwemles: 10 lessen" in page(client, "favourites")

    client.post(url("favourite", swimming_lessons.pk), {"weg": "1"})

    assert "U bewaart nu niets" in page(client, "favourites")


def test_what_is_kept_and_not_for_sale_is_counted(client, granted, swimming_lessons):
    client.post(url("favourite", swimming_lessons.pk))
    type(swimming_lessons.product).objects.update(is_withdrawn=True)

    assert "1 product dat u bewaarde" in page(client, "favourites")


@pytest.fixture
def line(client, granted, swimming_lessons, lina):
    client.post(url("basket-add", swimming_lessons.pk), {"voor": str(lina.pk)})
    return BasketLine.objects.get()


def test_two_pieces_cost_twice_as_much_and_become_two_lines(client, line, fatima):
    client.post(url("basket-change", line.pk), {"aantal": "2"})
    shown = page(client, "basket")
    assert "€\N{NO-BREAK SPACE}190,00" in shown
    assert "Daarna is er nog €\N{NO-BREAK SPACE}60,00" in shown

    check = page(client, "check")

    assert check.count('name="lines"') == 2


def test_a_line_goes_to_another_person_with_its_own_budget(
    client, line, fatima, kindpakket, grant_for
):
    other = children_of(fatima)[1]
    theirs = grant_for(kindpakket, other)

    client.post(url("basket-change", line.pk), {"voor": str(other.pk)})

    line.refresh_from_db()
    assert line.member == other
    assert f".{theirs.pk}" in page(client, "check")


def test_a_chosen_budget_stays_chosen(client, line, fatima, open_period, grant_for, granted):
    period = open_period(name="Gezinspas", subject="huishouden")
    scheme = period.scheme
    of_home = grant_for(period, None, cents=20_000, household=line.member.household)
    line.product.assortment.create(scheme=scheme, product=line.product)
    admit_part(line.product.provider, scheme, contribution=0, by=TESTS, at=NOON)
    assert f".{granted.pk}" in page(client, "check")

    client.post(url("basket-change", line.pk), {"budget": str(of_home.pk)})

    assert f".{of_home.pk}" in page(client, "check")


def test_nonsense_changes_nothing(client, line):
    client.post(url("basket-change", line.pk), {"aantal": "1e9", "voor": "x", "budget": "y"})

    line.refresh_from_db()
    assert (line.pieces, line.grant) == (1, None)


def test_a_neighbour_does_not_change_this_line(line, katja, signed_in):
    assert signed_in(katja).post(url("basket-change", line.pk)).status_code == 404


def test_the_proof_has_a_code_a_last_day_and_no_name(
    client, fatima, lina, granted, swimming_lessons
):
    placed = order(fatima, (swimming_lessons, lina, granted), at=NOON)

    shown = page(client, "order-proof", placed.pk)

    assert "data:image/svg+xml" in shown
    assert "Laatste dag: maandag 4 januari 2027" in shown
    assert "Lina" not in shown


def test_the_orders_say_whose_turn_it_is(client, fatima, lina, granted, product_for, kindpakket):
    ball = product_for(kindpakket.scheme, title="Bal", fulfilment="ophalen", price=1_000)
    placed = order(fatima, (ball, lina, granted), at=NOON)

    assert "U bent aan de beurt. Haal het op tot en met" in page(client, "orders")
    client.post(url("cancel-line", placed.lines.get().pk))
    assert "Gestopt." in page(client, "orders")
