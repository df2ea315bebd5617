import re

import pytest

from plein.identity.gate import SealedText, read_sealed
from plein.webshop.mail import WHY
from plein.webshop.models import BasketLine, Order
from tests.cast import NOON, TESTS
from tests.web.conftest import url


@pytest.fixture
def client(fatima, signed_in):
    return signed_in(fatima)


@pytest.fixture
def with_basket(client, lina, kindpakket, swimming_lessons, grant_for):
    grant_for(kindpakket, lina)
    client.post(url("basket-add", swimming_lessons.pk), {"voor": str(lina.pk)})
    return client


def form_of(page) -> dict[str, object]:
    """The hidden fields of the check page, as a browser would send them."""
    html = page.content.decode()
    key = re.search(r'name="key" value="(\w+)"', html)
    return {
        "key": key.group(1),
        "lines": re.findall(r'name="lines" value="([^"]+)"', html),
        "email": "",
    }


def test_an_order_goes_from_basket_to_code(with_basket):
    form = form_of(with_basket.get(url("check")))

    done = with_basket.post(url("place-order"), form, follow=True)

    page = done.content.decode()
    assert "Uw bestelling is gelukt" in page
    assert re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", page)
    assert "data:image/svg+xml" in page
    assert not BasketLine.objects.exists()


def test_a_double_click_orders_once(with_basket):
    form = form_of(with_basket.get(url("check")))

    first = with_basket.post(url("place-order"), form)
    second = with_basket.post(url("place-order"), form)

    assert first.url == second.url
    assert Order.objects.count() == 1


def test_a_basket_above_the_budget_names_the_line_and_the_amount_short(
    client, lina, kindpakket, product_for, grant_for
):
    grant_for(kindpakket, lina, cents=9_499)
    lessons = product_for(kindpakket.scheme)
    client.post(url("basket-add", lessons.pk), {"voor": str(lina.pk)})

    page = client.get(url("basket")).content.decode()

    assert "Zwemles: 10 lessen" in page
    assert "U komt €\N{NO-BREAK SPACE}0,01 tekort" in page


def test_money_that_is_gone_by_now_is_refused_with_the_basket_kept(
    with_basket, lina, swimming_lessons
):
    form = form_of(with_basket.get(url("check")))
    grant = lina.grants.get()
    type(grant.budget).objects.filter(pk=grant.budget_id).update(balance=9_000)

    page = with_basket.post(url("place-order"), form, follow=True).content.decode()

    assert "U komt €\N{NO-BREAK SPACE}5,00 tekort voor Zwemles" in page
    assert not Order.objects.exists()
    assert BasketLine.objects.count() == 1


def test_an_email_address_is_kept_sealed_and_only_when_typed(with_basket, fatima):
    form = form_of(with_basket.get(url("check"))) | {"email": "fatima@voorbeeld.example"}

    with_basket.post(url("place-order"), form)

    placed = Order.objects.get()
    assert b"fatima" not in bytes(placed.email_sealed)
    email = SealedText(placed.pk, "email", placed.email_sealed)
    opened = read_sealed(placed.household, [email], purpose=WHY, by=TESTS, at=NOON)
    assert opened == ["fatima@voorbeeld.example"]


def test_a_wrong_email_address_is_explained_and_kept(with_basket):
    form = form_of(with_basket.get(url("check"))) | {"email": "fatima@"}

    page = with_basket.post(url("place-order"), form)

    assert page.status_code == 422
    assert "Dit e-mailadres klopt niet" in page.content.decode()
    assert 'value="fatima@"' in page.content.decode()
    assert not Order.objects.exists()


def test_lines_that_were_tampered_with_are_refused(with_basket):
    form = form_of(with_basket.get(url("check"))) | {"lines": ["x", "../../etc"]}

    assert with_basket.post(url("place-order"), form).status_code == 422


def test_cancelling_gives_the_money_back(with_basket, lina):
    form = form_of(with_basket.get(url("check")))
    with_basket.post(url("place-order"), form)
    line = Order.objects.get().lines.get()

    with_basket.post(url("cancel-line", line.pk))

    grant = lina.grants.select_related("budget").get()
    assert grant.budget.balance == grant.amount


def test_putting_nothing_in_the_basket_asks_for_whom(
    client, lina, kindpakket, swimming_lessons, grant_for
):
    grant_for(kindpakket, lina)

    page = client.post(url("basket-add", swimming_lessons.pk), {}, follow=True)

    assert "Kies voor wie dit is." in page.content.decode()
