"""At the till: the product and its state, and nothing about the person."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from plein.tenants.models import Organisation
from plein.tenants.scope import current
from plein.web.doors import PROVIDER
from plein.webshop.actions.catalogue import admit_provider
from plein.webshop.actions.till import hand_over
from plein.webshop.codes import code_of, spaced
from plein.webshop.models import LineStatus, OrderLine, ProviderKind
from tests.cast import TESTS
from tests.webshop.conftest import order

TILL = "/aanbieders/kassa/"


def url(name, *args):
    return reverse(name, "plein.web.provider.urls", args=args)


@pytest.fixture
def till(yara, at_work):
    return at_work(yara.account, PROVIDER)


@pytest.fixture
def pickup(fatima, lina, kindpakket, swimming_lessons, grant_for):
    grant = grant_for(kindpakket, lina)
    placed = order(fatima, (swimming_lessons, lina, grant), at=timezone.now())
    return placed.pickups.get()


def code(pickup) -> str:
    return spaced(code_of(current(), pickup))


def test_a_code_shows_the_product_and_is_handed_over(till, pickup):
    page = till.post(TILL, {"code": code(pickup).lower()}, follow=True)
    assert "Zwemles: 10 lessen" in page.content.decode()
    assert "Deze code is goed" in page.content.decode()

    done = till.post(url("till-give", pickup.pk), follow=True)

    assert "Het is meegegeven" in done.content.decode()
    assert OrderLine.objects.get().status == LineStatus.HANDED_OVER


def test_no_code_stands_in_an_address(till, pickup):
    found = till.post(TILL, {"code": code(pickup)})

    assert found.url == url("till-pickup", pickup.pk)
    assert code(pickup) not in found.url


def test_the_till_shows_nothing_of_the_person(till, pickup, lina, fatima):
    pages = [
        till.post(TILL, {"code": code(pickup)}, follow=True),
        till.get("/aanbieders/"),
        till.get(url("provider-payments")),
    ]

    for page in pages:
        html = page.content.decode()
        for secret in ("Lina", "Fatima", str(lina.pk), str(fatima.pk), pickup.order.number):
            assert secret not in html


def test_a_double_click_hands_over_once(till, pickup, de_plons):
    till.post(url("till-give", pickup.pk))
    page = till.post(url("till-give", pickup.pk), follow=True)

    assert "al gebruikt" in page.content.decode()
    de_plons.payable.refresh_from_db()
    assert de_plons.payable.balance == 9_500


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Vul de code in"),
        ("ABC", "Een code heeft 8 letters en cijfers"),
        ("ABCD-EFGH", "Deze code kennen wij niet"),
    ],
)
def test_a_wrong_code_is_explained_and_kept(till, pickup, typed, says):
    page = till.post(TILL, {"code": typed})

    assert page.status_code == 422
    assert says in page.content.decode()
    assert f'value="{typed}"' in page.content.decode()


def test_a_used_code_says_so(till, pickup):
    hand_over(pickup, by=TESTS, at=timezone.now() - timedelta(days=2))

    page = till.post(TILL, {"code": code(pickup)}, follow=True)

    assert "al gebruikt of geannuleerd" in page.content.decode()


def test_an_expired_code_says_until_when_it_was_good(till, pickup):
    type(pickup).objects.update(valid_until=timezone.now().date())

    page = till.post(TILL, {"code": code(pickup)}, follow=True)

    assert "was geldig tot en met" in page.content.decode()
    assert "Geef mee" not in page.content.decode()


def test_undo_works_the_same_day_and_not_the_next(till, pickup):
    till.post(url("till-give", pickup.pk))

    page = till.post(url("till-undo", pickup.pk), follow=True)
    assert "teruggedraaid" in page.content.decode()

    yesterday = timezone.now() - timedelta(days=1)
    hand_over(pickup, by=TESTS, at=yesterday)
    page = till.post(url("till-undo", pickup.pk), follow=True)
    assert "alleen op dezelfde dag" in page.content.decode()


def test_guessing_stops_after_ten_wrong_codes_even_for_a_right_one(till, pickup):
    for _try in range(10):
        till.post(TILL, {"code": "ABCD-EFGH"})

    page = till.post(TILL, {"code": code(pickup)})
    assert "te vaak" in page.content.decode()

    with time_machine.travel(timezone.now() + timedelta(minutes=10), tick=False):
        assert till.post(TILL, {"code": code(pickup)}).status_code == 302


def test_a_code_of_another_shop_is_unknown_here(till, pickup, product_for, kindpakket):
    other = admit_provider(
        Organisation.objects.create(name="De Spaak", kvk="90000002"),
        kind=ProviderKind.SHOP,
        iban="NL91ABNA0417164300",
        by=TESTS,
        at=timezone.now(),
    )
    type(pickup).objects.update(provider=other)

    assert "kennen wij niet" in till.post(TILL, {"code": code(pickup)}).content.decode()
    assert till.get(url("till-pickup", pickup.pk)).status_code == 404
    assert till.post(url("till-give", pickup.pk)).status_code == 404


@pytest.mark.parametrize(
    "name", ["provider-home", "till", "provider-products", "provider-payments"]
)
def test_every_page_opens_with_few_queries(till, pickup, name, django_assert_max_num_queries):
    till.post(url("till-give", pickup.pk), follow=True)

    with django_assert_max_num_queries(12):
        assert till.get(url(name)).status_code == 200
