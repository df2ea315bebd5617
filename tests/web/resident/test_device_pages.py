"""Een seintje op dit apparaat: on after a tap, off for each device, and never for another."""

import pytest

from plein.delivery.actions.devices import add_device
from plein.delivery.models import Contact, Device, Way
from plein.gateways.push.vapid import VapidKey, new_key
from tests.cast import NOON
from tests.gateways.push_service import Browser
from tests.web.conftest import url

ENDPOINT = "https://updates.push.services.mozilla.com/wpush/v2/abc"


@pytest.fixture(autouse=True)
def key(settings):
    settings.VAPID_KEY = new_key()
    return VapidKey(settings.VAPID_KEY)


@pytest.fixture
def fatimas(fatima, signed_in):
    return signed_in(fatima)


def given(**changes):
    to = Browser(ENDPOINT).subscription
    return {"endpoint": to.endpoint, "p256dh": to.p256dh, "auth": to.auth} | changes


def test_on_and_off_again(fatimas, key):
    assert f'data-push="{key.public}"' in fatimas.get(url("reach")).content.decode()

    page = fatimas.post(url("reach-device"), given(), follow=True).content.decode()

    assert "Gelukt. U krijgt voortaan een seintje op dit apparaat." in page
    assert "Apparaat van" in page
    assert Contact.objects.get().way == Way.PUSH
    device = Device.objects.get()
    page = fatimas.post(url("reach-device-remove", device.pk), follow=True).content.decode()
    assert "Dit apparaat krijgt geen seintje meer." in page
    assert Contact.objects.get().way == Way.HAND


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "https://evil.example/"},
        {"endpoint": ""},
        {"p256dh": "x"},
        {"auth": "\x00"},
        {"endpoint": "x" * 3000},
    ],
)
def test_what_is_no_subscription_is_kindly_refused(fatimas, wrong):
    page = fatimas.post(url("reach-device"), given(**wrong), follow=True).content.decode()

    assert "Dit apparaat kan geen seintje krijgen." in page
    assert Device.objects.count() == 0


def test_choosing_a_screen_without_a_device_says_what_to_do(fatimas):
    answer = fatimas.post(url("reach-choose"), {"way": "push"})

    assert answer.status_code == 422
    assert "Zet eerst op dit apparaat een seintje aan." in answer.content.decode()


def test_nobody_takes_away_the_device_of_another(fatimas, katja):
    theirs = add_device(katja, Browser(ENDPOINT).subscription, by=katja.actor, at=NOON)

    assert fatimas.post(url("reach-device-remove", theirs.pk)).status_code == 404
    assert Device.objects.count() == 1


def test_where_no_key_is_there_is_nothing_to_tap(fatimas, settings):
    settings.VAPID_KEY = ""

    assert "data-push" not in fatimas.get(url("reach")).content.decode()


def test_with_devices_the_page_still_asks_few_questions(
    fatimas, fatima, django_assert_max_num_queries
):
    for number in range(3):
        add_device(fatima, Browser(f"{ENDPOINT}{number}").subscription, by=fatima.actor, at=NOON)

    with django_assert_max_num_queries(12):
        fatimas.get(url("reach"))
