"""A word to a browser: sealed for that browser, signed by us, and only to services we know."""

from base64 import urlsafe_b64decode
from dataclasses import replace
from datetime import timedelta

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from plein.gateways.push.client import PushGone, PushRefused, PushUnreachable, push
from plein.gateways.push.subscription import NoSubscription, Subscription, checked
from plein.gateways.push.vapid import VapidKey, new_key
from tests.cast import NOON
from tests.gateways.push_service import run_push_service, text

KEY = VapidKey(new_key())
SERVICES = ["localhost", "fcm.googleapis.com", ".push.apple.com"]


@pytest.fixture
def service():
    with run_push_service() as running:
        yield running


def send(to, content=b'{"body": "Er is nieuws"}'):
    push(to, content, key=KEY, contact="mailto:plein@localhost", at=NOON)


def test_only_the_browser_itself_can_open_it(service):
    browser = service.browser()

    send(browser.subscription)

    (message,) = service.messages
    assert b"nieuws" not in message.body
    assert browser.open(message) == {"body": "Er is nieuws"}
    with pytest.raises(Exception, match=r".*"):
        service.browser().open(message)


def test_the_service_can_see_that_it_comes_from_us_and_is_for_it(service):
    send(service.browser().subscription)

    (message,) = service.messages
    scheme, token, public = message.headers["Authorization"].split()
    token, public = token.removeprefix("t=").rstrip(","), public.removeprefix("k=")
    point = urlsafe_b64decode(public + "=")
    jwk = {"kty": "EC", "crv": "P-256", "x": text(point[1:33]), "y": text(point[33:])}
    claims = jwt.decode(token, ECKey.import_key(jwk), algorithms=["ES256"]).claims
    assert (scheme, public, len(point)) == ("vapid", KEY.public, 65)
    assert claims["aud"] == service.url
    assert claims["sub"] == "mailto:plein@localhost"
    assert claims["exp"] == int((NOON + timedelta(hours=12)).timestamp())
    assert message.headers["Content-Encoding"] == "aes128gcm"
    assert int(message.headers["TTL"]) == 2 * 24 * 3600


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (404, PushGone),
        (410, PushGone),
        (400, PushRefused),
        (401, PushRefused),
        (413, PushRefused),
        (429, PushUnreachable),
        (500, PushUnreachable),
        (503, PushUnreachable),
        (302, PushUnreachable),
    ],
)
def test_each_answer_means_one_thing(service, status, error):
    service.status = status

    with pytest.raises(error):
        send(service.browser().subscription)


def test_a_service_that_is_not_there_may_be_there_later():
    with run_push_service() as gone:
        to = gone.browser().subscription
    with pytest.raises(PushUnreachable):
        send(replace(to, endpoint="http://localhost:9/a"))


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://fcm.googleapis.com/fcm/send/abc",
        "https://web.push.apple.com/abc",
        "http://localhost:8000/abc",
    ],
)
def test_a_service_of_a_browser_is_taken(service, endpoint):
    given = replace(service.browser().subscription, endpoint=endpoint)

    assert checked(given, services=SERVICES) == given


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://evil.example/push",
        "https://fcm.googleapis.com.evil.example/",
        "https://evil.example/fcm.googleapis.com",
        "https://push.apple.com.evil.example/",
        "https://evilpush.apple.com.example/",
        "http://fcm.googleapis.com/fcm/send/abc",
        "http://169.254.169.254/latest/meta-data",
        "http://127.0.0.1:5432/",
        "file:///etc/passwd",
        "https://[::1",
        "https://fcm.googleapis.com/" + "x" * 2000,
        "",
    ],
)
def test_nobody_has_us_call_an_address_of_theirs(service, endpoint):
    given = replace(service.browser().subscription, endpoint=endpoint)

    with pytest.raises(NoSubscription):
        checked(given, services=SERVICES)


@pytest.mark.parametrize(
    "wrong",
    [
        {"p256dh": ""},
        {"p256dh": "AAAA"},
        {"p256dh": text(b"\x04" + b"\x01" * 64)},  # on no curve
        {"p256dh": "é"},
        {"auth": ""},
        {"auth": text(b"x" * 15)},
        {"auth": "é"},
    ],
)
def test_keys_that_are_no_keys_are_refused(service, wrong):
    with pytest.raises(NoSubscription):
        checked(replace(service.browser().subscription, **wrong), services=SERVICES)


def test_a_subscription_shows_nothing_of_itself(service):
    assert "localhost" not in repr(service.browser().subscription)
    assert repr(Subscription("a", "b", "c")) == "Subscription()"
