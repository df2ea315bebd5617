"""Who orders what is in somebody's name says yes to that first, and nothing is lost by a no."""

import re

import pytest

from plein.identity.actions import household_of, know_resident
from plein.kernel.bsn import Bsn
from plein.webshop.models import BasketLine, Order, OrderLine
from plein.webshop.names import WHY_COMPARE, names_on
from tests.cast import BSN_OF, NOON, TESTS, TODAY
from tests.web.conftest import url
from tests.web.resident.test_helper_in_the_shop import helping
from tests.web.resident.test_ordering import form_of

REASON = "de zwemles staat op naam"
TOLD = "Zwembad De Plons krijgt de naam van wie dit gebruikt."


@pytest.fixture
def client(fatima, lina, signed_in):
    return signed_in(fatima, names={str(lina.pk): "Lina"})


@pytest.fixture
def with_basket(client, lina, kindpakket, named_lessons, grant_for):
    grant_for(kindpakket, lina, 60_000)
    client.post(url("basket-add", named_lessons.pk), {"voor": str(lina.pk)})
    return client


def words(page) -> str:
    return " ".join(page.content.decode().split())


def filled_in(page, name="Lina", *, agrees=True) -> dict[str, object]:
    """The check page as a browser sends it, with this name for each line that asks one."""
    html = page.content.decode()
    given = dict.fromkeys(re.findall(r'name="(naam-[^"]+)"', html), name)
    if agrees:
        given |= dict.fromkeys(re.findall(r'name="(mag-[^"]+)"', html), "on")
    return form_of(page) | given


def names_given() -> list[str]:
    lines = OrderLine.objects.all()
    return sorted(names_on(lines, purpose=WHY_COMPARE, by=TESTS, at=NOON).values())


def test_product_and_basket_say_who_gets_the_name_why_and_until_when(with_basket, named_lessons):
    for page in (with_basket.get(url("product", named_lessons.pk)), with_basket.get(url("basket"))):
        assert TOLD in words(page)
        assert f"De reden: {REASON}." in words(page)
        assert "30 dagen daarna wissen wij hem." in words(page)


def test_the_name_that_the_parent_chose_is_filled_in_and_the_tick_is_not(with_basket):
    page = words(with_basket.get(url("check")))

    assert re.search(r'name="naam-[^"]+" value="Lina"', page)
    assert not re.search(r'name="mag-[^"]+"[^>]*checked', page)


def test_with_a_yes_the_name_goes_along_sealed_and_the_order_says_so(with_basket):
    form = filled_in(with_basket.get(url("check")), "Lina B.")

    page = words(with_basket.post(url("place-order"), form, follow=True))

    assert names_given() == ["Lina B."]
    assert "Zwembad De Plons ziet de naam bij deze bestelling" in page
    assert "Lina B." not in page


def test_without_the_tick_it_is_refused_kindly_with_everything_as_it_was_typed(with_basket):
    form = filled_in(with_basket.get(url("check")), "Lientje", agrees=False)

    page = with_basket.post(url("place-order"), form | {"email": "fatima@voorbeeld.example"})

    assert page.status_code == 422
    assert "Zet een vinkje als Zwembad De Plons de naam mag zien." in words(page)
    assert "Haal ‘Zwemles op naam’ dan uit uw mandje." in words(page)
    assert 'value="Lientje"' in words(page)
    assert 'value="fatima@voorbeeld.example"' in words(page)
    assert BasketLine.objects.count() == 1
    assert not Order.objects.exists()

    with_basket.post(url("place-order"), filled_in(page))
    assert Order.objects.exists()


def test_without_a_name_it_is_asked_and_the_yes_is_kept(with_basket):
    page = with_basket.post(url("place-order"), filled_in(with_basket.get(url("check")), " "))

    assert page.status_code == 422
    assert "Vul de naam in die Zwembad De Plons nodig heeft." in words(page)
    assert re.search(r'name="mag-[^"]+"[^>]*checked', words(page))


def test_a_form_without_the_question_orders_nothing(with_basket):
    answer = with_basket.post(url("place-order"), form_of(with_basket.get(url("check"))))

    assert answer.status_code == 422
    assert not Order.objects.exists()


def test_a_double_click_orders_once(with_basket):
    form = filled_in(with_basket.get(url("check")))

    answers = [with_basket.post(url("place-order"), form).url for _click in range(2)]

    assert len(set(answers)) == 1
    assert Order.objects.count() == 1


def test_pieces_share_a_question_and_other_people_have_their_own(
    with_basket, lina, fatima, kindpakket, named_lessons, grant_for
):
    sami = lina.household.members.get(birth_month="2018-05-01")
    grant_for(kindpakket, sami, 60_000)
    with_basket.post(url("basket-add", named_lessons.pk), {"voor": str(sami.pk)})
    line = BasketLine.objects.get(member=lina)
    with_basket.post(url("basket-change", line.pk), {"voor": str(lina.pk), "aantal": "2"})

    page = with_basket.get(url("check"))
    assert len(re.findall('name="naam-', page.content.decode())) == 2

    with_basket.post(url("place-order"), filled_in(page))
    assert names_given() == ["Lina"] * 3


def test_what_needs_no_name_asks_none(client, lina, kindpakket, swimming_lessons, grant_for):
    grant_for(kindpakket, lina)
    client.post(url("basket-add", swimming_lessons.pk), {"voor": str(lina.pk)})

    pages = [client.get(url("product", swimming_lessons.pk)), client.get(url("check"))]

    assert not any("de naam" in words(page) for page in pages)


def test_a_helper_fills_the_name_in(fatima, lina, kindpakket, named_lessons, grant_for, signed_in):
    grant_for(kindpakket, lina)
    katja = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)
    household_of(katja, at=NOON, day=TODAY, name="Katja")
    helper = signed_in(katja, names={"iemand anders": "Mees"})
    helper.post(url("acting-shop", helping(fatima, katja, ["winkel"]).pk))
    helper.post(url("basket-add", named_lessons.pk), {"voor": str(lina.pk)})

    page = helper.get(url("check"))
    assert not re.search(r'name="naam-[^"]+" value=', page.content.decode())

    helper.post(url("place-order"), filled_in(page))
    assert names_given() == ["Lina"]


@pytest.mark.parametrize("name", ["basket", "check"])
def test_the_pages_ask_few_queries(with_basket, name, django_assert_max_num_queries):
    with_basket.get(url(name))

    with django_assert_max_num_queries(12):
        with_basket.get(url(name))
