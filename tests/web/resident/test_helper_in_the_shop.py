"""Katja shops for Fatima: as herself, from Fatima's budget, and until it is over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.audit.models import Act, Look
from plein.delivery.actions.contacts import accept_address
from plein.delivery.models import Delivery
from plein.delivery.notices import Notice
from plein.identity.actions import household_of, know_resident
from plein.identity.mandates import end_mandate, invite_helper, register_guardian, take_up_mandate
from plein.kernel.bsn import Bsn
from plein.kernel.clock import local_day
from plein.webshop.models import BasketLine, Order
from tests.cast import BSN_OF, NOON, TESTS, TODAY
from tests.web.conftest import url
from tests.web.resident.test_ordering import form_of


@pytest.fixture
def katja(emmen):
    resident = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)
    household_of(resident, at=NOON, day=TODAY, name="Katja")
    return resident


def helping(giver, helper, parts):
    now = timezone.now()
    until = local_day(now) + timedelta(days=30)
    _made, code = invite_helper(giver, parts, label="de buurvrouw", until=until, at=now)
    return take_up_mandate(helper, code, at=now)


@pytest.fixture
def mandate(fatima, katja):
    return helping(fatima, katja, ["winkel"])


@pytest.fixture
def budget(kindpakket, lina, grant_for):
    return grant_for(kindpakket, lina)


@pytest.fixture
def acting(katja, mandate, budget, signed_in):
    client = signed_in(katja)
    client.post(url("acting-shop", mandate.pk))
    return client


@pytest.fixture
def ordered(acting, lina, swimming_lessons):
    acting.post(url("basket-add", swimming_lessons.pk), {"voor": str(lina.pk)})
    form = form_of(acting.get(url("check")))
    acting.post(url("place-order"), form)
    return Order.objects.get()


def words(answer):
    return answer.content.decode()


@pytest.mark.parametrize("name", ["shop", "basket", "orders"])
def test_each_page_says_for_whom_it_is(acting, name):
    page = words(acting.get(url(name)))

    assert "U doet dit voor: de buurvrouw." in page
    assert url("acting-done") in page


def test_the_helper_sees_the_budget_of_who_is_helped(acting):
    assert "Kindpakket" in words(acting.get(url("shop")))


def test_the_order_is_of_the_giver_and_the_log_says_who_did_it(ordered, fatima, katja):
    act = Act.objects.get(name="webshop.order.placed")

    assert ordered.placed_by == fatima
    assert act.actor_id == str(katja.pk)
    assert not BasketLine.objects.exists()


def test_the_code_is_for_the_helper_to_take_along(acting, ordered):
    page = words(acting.get(url("order-done", ordered.pk)))

    assert "Uw bestelling is gelukt" in page
    assert "Print een bewijs" in page
    assert "de buurvrouw" in words(acting.get(url("order-proof", ordered.pk)))


@pytest.mark.parametrize("name", ["orders", "order", "order-done"])
def test_the_order_says_who_ordered_to_both(acting, ordered, fatima, signed_in, name):
    address = url(name) if name == "orders" else url(name, ordered.pk)

    assert "Besteld door uw helper." in words(signed_in(fatima).get(address))
    assert "Besteld door een helper." in words(acting.get(address))


def test_the_giver_sees_the_order_and_hears_of_it_once(acting, lina, swimming_lessons, fatima):
    accept_address(fatima, "fatima@inwoner.example", by=TESTS, at=NOON)
    acting.post(url("basket-add", swimming_lessons.pk), {"voor": str(lina.pk)})
    form = form_of(acting.get(url("check")))

    for _again in range(2):
        acting.post(url("place-order"), form)

    told = Delivery.objects.get()
    assert (told.notice, told.resident) == (Notice.HELPED, fatima)


def test_who_orders_for_themselves_hears_nothing(fatima, lina, budget, swimming_lessons, signed_in):
    accept_address(fatima, "fatima@inwoner.example", by=TESTS, at=NOON)
    own = signed_in(fatima)
    own.post(url("basket-add", swimming_lessons.pk), {"voor": str(lina.pk)})

    own.post(url("place-order"), form_of(own.get(url("check"))))

    assert "Besteld door" not in words(own.get(url("order", Order.objects.get().pk)))
    assert not Delivery.objects.exists()
    assert not Look.objects.filter(subject=fatima.pk, elements=["bestellingen"]).exists()


def test_cancelling_gives_the_money_back_and_is_of_the_helper(acting, ordered, budget, katja):
    line = ordered.lines.get()

    acting.post(url("cancel-line", line.pk))

    budget.budget.refresh_from_db()
    assert budget.budget.balance == budget.amount
    assert Act.objects.get(name="webshop.line.geannuleerd").actor_id == str(katja.pk)


@pytest.mark.parametrize(
    ("name", "element"),
    [("shop", "budget in de winkel")] * 1
    + [("basket", "budget in de winkel"), ("orders", "bestellingen")],
)
def test_every_look_stands_in_the_log_of_the_giver(acting, fatima, name, element):
    acting.get(url(name))

    look = Look.objects.filter(subject=fatima.pk).latest("pk")
    assert (look.organisation, look.elements) == ("uw helper", [element])


@pytest.mark.parametrize(
    "name", ["overview", "cases", "appointments", "claims", "claim-new", "favourites", "activation"]
)
def test_nothing_else_opens_and_no_money_goes_to_another_account(acting, name):
    answer = acting.get(url(name))

    assert answer.status_code == 403
    assert "U helpt met de winkel" in words(answer)


def test_a_mandate_for_aanvragen_opens_no_shop(fatima, katja, budget, signed_in):
    mandate = helping(fatima, katja, ["aanvragen"])
    client = signed_in(katja)

    assert client.post(url("acting-shop", mandate.pk)).status_code == 404
    client.post(url("acting-begin", mandate.pk))
    assert client.get(url("shop")).status_code == 403
    assert client.get(url("orders")).status_code == 403


def test_a_mandate_for_the_shop_opens_no_aanvragen(katja, mandate, signed_in):
    assert signed_in(katja).post(url("acting-begin", mandate.pk)).status_code == 404


def test_ended_is_ended_at_the_next_click(acting, mandate, fatima, lina, swimming_lessons):
    acting.post(url("basket-add", swimming_lessons.pk), {"voor": str(lina.pk)})
    form = form_of(acting.get(url("check")))
    end_mandate(mandate, by=fatima, at=timezone.now())

    answer = acting.post(url("place-order"), form, follow=True)

    assert "Het helpen is gestopt." in words(answer)
    assert not Order.objects.exists()


def test_back_in_the_own_shop_nothing_of_the_other_is_left(acting, ordered):
    acting.post(url("acting-done"))

    assert "Kindpakket" not in words(acting.get(url("shop")))
    assert acting.get(url("order", ordered.pk)).status_code == 404
    assert acting.post(url("cancel-line", ordered.lines.get().pk)).status_code == 404


def test_a_bewindvoerder_shops_too_under_that_name(fatima, katja, budget, signed_in):
    until = local_day(timezone.now()) + timedelta(days=30)
    given = {"label": "mijn klant", "until": until, "by": TESTS, "at": timezone.now()}
    mandate = register_guardian(fatima, katja, ["winkel"], **given)
    client = signed_in(katja)

    page = words(client.post(url("acting-shop", mandate.pk), follow=True))

    assert "U doet dit voor: mijn klant." in page
    assert Look.objects.filter(subject=fatima.pk).latest("pk").organisation == "uw bewindvoerder"


def test_the_order_of_a_bewindvoerder_says_so(
    fatima, katja, lina, budget, swimming_lessons, signed_in
):
    until = local_day(timezone.now()) + timedelta(days=30)
    given = {"label": "mijn klant", "until": until, "by": TESTS, "at": timezone.now()}
    mandate = register_guardian(fatima, katja, ["winkel"], **given)
    client = signed_in(katja)
    client.post(url("acting-shop", mandate.pk))
    client.post(url("basket-add", swimming_lessons.pk), {"voor": str(lina.pk)})
    client.post(url("place-order"), form_of(client.get(url("check"))))

    page = words(signed_in(fatima).get(url("order", Order.objects.get().pk)))
    assert "Besteld door uw bewindvoerder." in page


def test_the_giver_chooses_the_shop_and_the_helper_is_led_there(fatima, katja, mandate, signed_in):
    assert 'value="winkel"' in words(signed_in(fatima).get(url("helper-invite")))
    assert "Winkel" in words(signed_in(fatima).get(url("helpers")))
    assert "Open de winkel" in words(signed_in(katja).get(url("helped", mandate.pk)))


def test_helping_costs_no_more_questions_than_a_page_may_ask(
    acting, ordered, lina, swimming_lessons, django_assert_max_num_queries
):
    acting.post(url("basket-add", swimming_lessons.pk), {"voor": str(lina.pk)})
    own = [(name,) for name in ("shop", "basket", "check", "orders")]

    for name, *args in [*own, ("order", ordered.pk)]:
        acting.get(url(name, *args))
        with django_assert_max_num_queries(12):
            assert acting.get(url(name, *args)).status_code == 200
