"""A word on the screens of Fatima: the same for everything, and else by mail or by hand."""

import pytest

from plein.audit.models import Look
from plein.delivery.actions.contacts import NoDevice, accept_address, choose_way, remove_address
from plein.delivery.actions.devices import TooManyDevices, add_device, remove_device
from plein.delivery.actions.moving import BACK_OFF
from plein.delivery.actions.planning import send_word, way_of
from plein.delivery.actions.unread import put_unread_on_paper
from plein.delivery.models import Delivery, DeliveryState, Device, Way
from plein.delivery.notices import Notice
from plein.gateways.push.vapid import new_key
from plein.tenants.scope import within
from tests.cast import NOON, TESTS
from tests.delivery.conftest import ADDRESS, deliver_at
from tests.delivery.test_delivery import WEEK
from tests.gateways.push_service import run_push_service


@pytest.fixture
def service(settings):
    settings.VAPID_KEY, settings.PUSH_SERVICES = new_key(), ["localhost"]
    with run_push_service() as running:
        yield running


@pytest.fixture
def browser(service):
    return service.browser()


@pytest.fixture
def device(fatima, browser):
    return add_device(fatima, browser.subscription, by=fatima.actor, at=NOON)


def word(resident, notice=Notice.DECISION, key="besluit 1"):
    return send_word(resident, notice, key=key, matter="Individuele inkomenstoeslag", at=NOON)


def test_the_words_are_the_same_for_everything_and_name_nothing(fatima, device, browser, service):
    delivery = deliver_at(word(fatima), NOON)

    (message,) = service.messages
    assert browser.open(message) == {
        "title": "Gemeente Emmen",
        "body": "Er is nieuws voor u. Log in om het te lezen.",
        "badge": 1,
    }
    assert (delivery.way, delivery.state) == (Way.PUSH, DeliveryState.DELIVERED)
    assert delivery.proof == "seintje op 1 van 1 apparaten"


def test_all_her_screens_hear_it_and_one_that_is_gone_is_forgotten(fatima, device, service):
    other = add_device(fatima, service.browser("b").subscription, by=fatima.actor, at=NOON)
    service.status_of["/a"] = 410

    delivery = deliver_at(word(fatima), NOON)

    assert list(Device.objects.all()) == [other]
    assert delivery.proof == "seintje op 1 van 1 apparaten"


def test_when_the_last_screen_is_gone_it_goes_by_mail_at_once(fatima, device, service):
    accept_address(fatima, ADDRESS, by=TESTS, at=NOON)
    choose_way(fatima, Way.PUSH, wants_reminders=True, by=TESTS, at=NOON)
    service.status = 404

    delivery = deliver_at(word(fatima), NOON)

    assert delivery.state == DeliveryState.OTHER_WAY
    assert (delivery.next.way, delivery.next.state) == (Way.MAIL, DeliveryState.PLANNED)
    assert way_of(fatima) == Way.MAIL
    assert deliver_at(delivery.next, NOON).state == DeliveryState.DELIVERED


def test_without_an_address_staff_call_or_write(fatima, device, service):
    service.status = 410

    delivery = deliver_at(word(fatima), NOON)

    assert (delivery.next.way, delivery.next.state) == (Way.HAND, DeliveryState.BY_HAND)
    assert way_of(fatima) == Way.HAND


def test_a_service_that_is_down_is_tried_again_and_then_it_goes_another_way(
    fatima, device, service
):
    service.status = 503
    delivery = word(fatima)
    moment = NOON
    for wait in BACK_OFF:
        delivery = deliver_at(delivery, moment)
        assert delivery.state == DeliveryState.PLANNED
        moment += wait

    delivery = deliver_at(delivery, moment)

    assert (delivery.state, delivery.next.way) == (DeliveryState.OTHER_WAY, Way.HAND)
    assert Device.objects.count() == 1


def test_a_decision_that_was_not_read_becomes_a_letter_all_the_same(fatima, device):
    accept_address(fatima, ADDRESS, by=TESTS, at=NOON)
    choose_way(fatima, Way.PUSH, wants_reminders=True, by=TESTS, at=NOON)
    delivery = deliver_at(word(fatima), NOON)

    assert put_unread_on_paper(at=NOON + WEEK) == 1

    assert Delivery.objects.get(follows=delivery).way == Way.HAND


def test_a_screen_needs_a_device(fatima):
    with pytest.raises(NoDevice):
        choose_way(fatima, Way.PUSH, wants_reminders=True, by=TESTS, at=NOON)


def test_who_takes_away_the_address_keeps_the_screen(fatima, device):
    accept_address(fatima, ADDRESS, by=TESTS, at=NOON)
    choose_way(fatima, Way.PUSH, wants_reminders=True, by=TESTS, at=NOON)

    remove_address(fatima, by=TESTS, at=NOON)

    assert way_of(fatima) == Way.PUSH
    remove_device(device, by=TESTS, at=NOON)
    assert way_of(fatima) == Way.HAND


def test_a_browser_is_of_who_used_it_last(fatima, katja, device, browser):
    add_device(katja, browser.subscription, by=katja.actor, at=NOON)

    assert [each.resident for each in Device.objects.all()] == [katja]


def test_the_same_browser_twice_is_one_device(fatima, device, browser):
    add_device(fatima, browser.subscription, by=fatima.actor, at=NOON)

    assert Device.objects.count() == 1


def test_ten_devices_and_no_more(fatima, service):
    for number in range(10):
        add_device(fatima, service.browser(str(number)).subscription, by=TESTS, at=NOON)

    with pytest.raises(TooManyDevices):
        add_device(fatima, service.browser("10").subscription, by=TESTS, at=NOON)


def test_another_municipality_sees_no_device(device, buren):
    with within(buren):
        assert Device.objects.count() == 0


def test_where_it_goes_is_opened_with_a_line_in_the_log(fatima, device):
    deliver_at(word(fatima), NOON)

    look = Look.objects.filter(subject=fatima.pk).latest("pk")
    assert look.elements == ["apparaat voor seintjes"]


def test_without_a_key_of_ours_nothing_is_pushed(fatima, device, service, settings):
    settings.VAPID_KEY = ""

    assert deliver_at(word(fatima), NOON).next.way == Way.HAND
    assert service.messages == []
