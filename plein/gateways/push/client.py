"""A message to one browser, that only it can read."""

from datetime import datetime, timedelta
from http import HTTPStatus

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec

from plein.gateways.back_channel import CallFailed, call
from plein.gateways.deadline import Deadline
from plein.gateways.push.subscription import Subscription
from plein.gateways.push.vapid import VapidKey

PATIENCE_SECONDS = 10
KEPT = timedelta(days=2)  # by the service, while the device is off
_LARGEST = 64 * 1024  # bytes of an answer
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_LATER = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS}


class PushGone(Exception):
    """The browser does not want it any more; forget where it was."""


class PushRefused(Exception):
    """The service does not take this message, and will not later. `args` is its status."""


class PushUnreachable(Exception):
    """No answer, or a busy one: once more, later."""


def push(to: Subscription, content: bytes, *, key: VapidKey, contact: str, at: datetime) -> None:
    """Accepted by the service. Raises `PushGone`, `PushRefused` and `PushUnreachable`."""
    sealed = http_ece.encrypt(
        content,
        private_key=ec.generate_private_key(ec.SECP256R1()),
        dh=to.public_key,
        auth_secret=to.secret,
        version="aes128gcm",
    )
    headers = {
        "Authorization": key.authorization(to.endpoint, contact=contact, at=at),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(int(KEPT.total_seconds())),
        "Urgency": "normal",
    }
    _judge(_status(to.endpoint, sealed, headers))


def _status(endpoint: str, content: bytes, headers: dict[str, str]) -> int:
    deadline = Deadline.after(PATIENCE_SECONDS)
    try:
        answer = call(
            "POST", endpoint, deadline=deadline, largest=_LARGEST, content=content, headers=headers
        )
    except CallFailed:
        raise PushUnreachable from None
    return answer.status


def _judge(status: int) -> None:
    if status in _GONE:
        raise PushGone
    if status in _LATER or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise PushUnreachable
    if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        raise PushRefused(status)
