"""Paying an own share: the check page says it, the order waits, and the messages may repeat."""

from types import SimpleNamespace

import pytest

from plein.gateways.answers import SourceUnreachable
from plein.gateways.checkout.types import State
from plein.webshop.actions import paying
from plein.webshop.models import AssortmentEntry, LineStatus, Order, OrderLine
from tests.web.conftest import url
from tests.web.resident.test_ordering import form_of


class Provider:
    state, is_down = State.OPEN, False

    def create(self, cents, **_asked):
        if self.is_down:
            raise SourceUnreachable
        return SimpleNamespace(id="tr_1", page_url="https://betaal.example/tr_1")

    def find(self, _reference):
        if self.is_down:
            raise SourceUnreachable
        return SimpleNamespace(state=self.state, cents=1_000)


@pytest.fixture
def provider(monkeypatch):
    provider = Provider()
    monkeypatch.setattr(paying, "checkout", lambda: provider)
    return provider


@pytest.fixture
def client(fatima, lina, kindpakket, product_for, grant_for, signed_in, provider):
    """Fatima, with a bicycle in her basket of which she pays € 10."""
    grant_for(kindpakket, lina)
    version = product_for(kindpakket.scheme, title="Fiets", price=15_000)
    AssortmentEntry.objects.update(own_share=1_000)
    client = signed_in(fatima)
    client.post(url("basket-add", version.pk), {"voor": str(lina.pk)})
    return client


@pytest.fixture
def ordered(client):
    client.post(url("place-order"), form_of(client.get(url("check"))))
    return Order.objects.get()


def page(client, name, *args):
    return client.get(url(name, *args)).content.decode()


def test_the_own_share_stands_in_shop_basket_and_check(client):
    for name in ("shop", "basket", "check"):
        assert "€\N{NO-BREAK SPACE}10,00" in page(client, name)


def test_after_ordering_the_order_asks_for_the_payment_and_shows_no_code(client, ordered):
    shown = page(client, "order", ordered.pk)

    assert 'href="https://betaal.example/tr_1"' in shown
    assert "data:image/svg+xml" not in shown


def test_coming_back_after_paying_leads_to_the_code(client, ordered, provider):
    provider.state = State.PAID

    shown = client.get(url("paid", ordered.pk), follow=True).content.decode()

    assert "Uw bestelling is gelukt" in shown
    assert "data:image/svg+xml" in shown


def test_a_message_may_come_twice_and_needs_no_session(client, ordered, provider):
    provider.state = State.PAID
    client.logout()

    answers = [client.post(url("payment-news"), {"id": "tr_1"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [204, 204]
    assert OrderLine.objects.get().status == LineStatus.RESERVED


def test_a_message_is_never_believed(client, ordered):
    client.post(url("payment-news"), {"id": "tr_1", "status": "paid"})

    assert OrderLine.objects.get().status == LineStatus.AWAITING


def test_an_unknown_message_gets_the_same_answer(client, ordered):
    assert client.post(url("payment-news"), {"id": "tr_9"}).status_code == 204
    assert client.post(url("payment-news")).status_code == 204


def test_a_provider_that_is_down_is_asked_again_by_the_resident(client, provider):
    provider.is_down = True
    client.post(url("place-order"), form_of(client.get(url("check"))))
    placed = Order.objects.get()
    assert "Probeer opnieuw te betalen" in page(client, "order", placed.pk)

    provider.is_down = False
    client.post(url("pay", placed.pk))

    assert "https://betaal.example/tr_1" in page(client, "order", placed.pk)


def test_a_message_while_the_provider_is_down_must_come_again(client, ordered, provider):
    provider.is_down = True

    assert client.post(url("payment-news"), {"id": "tr_1"}).status_code == 503


def test_a_refused_payment_is_said_and_can_be_tried_again(client, ordered, provider):
    provider.state = State.FAILED

    shown = client.get(url("paid", ordered.pk), follow=True).content.decode()

    assert "De betaling is niet gelukt" in shown


def test_the_whole_order_can_be_stopped(client, ordered):
    shown = client.post(url("stop-paying", ordered.pk), follow=True).content.decode()

    assert "U hoeft niets te betalen" in shown
    assert OrderLine.objects.get().status == LineStatus.CANCELLED


def test_a_neighbour_does_not_pay_or_stop_this_order(ordered, katja, signed_in):
    stranger = signed_in(katja)

    for name in ("pay", "stop-paying"):
        assert stranger.post(url(name, ordered.pk)).status_code == 404
    assert stranger.get(url("paid", ordered.pk)).status_code == 404
    assert stranger.get(url("order-proof", ordered.pk)).status_code == 404
