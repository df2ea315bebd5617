"""Calls to the identity provider: what goes wrong is said in the refusals of signing in."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from plein.gateways import back_channel
from plein.gateways.back_channel import CallFailed, Identity, UnsafeAddress
from plein.gateways.deadline import Deadline
from plein.gateways.digid.types import DigidUnreachable, Reason, SignInRefused

_LARGEST = 256 * 1024  # bytes; an answer of DigiD is a few thousand


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes = field(repr=False)

    def json(self) -> dict[str, Any]:
        """Raises `SignInRefused` for anything but one JSON object."""
        try:
            found = json.loads(self.body)
        except (ValueError, RecursionError):
            raise SignInRefused(Reason.MALFORMED) from None
        if not isinstance(found, dict):
            raise SignInRefused(Reason.MALFORMED)
        return found


def call(
    method: str,
    url: str,
    *,
    timeout: float,
    data: Mapping[str, str] | bytes = b"",
    headers: Mapping[str, str] | None = None,
    identity: Identity | None = None,
) -> Answer:
    """`data` is a form, or a body as it is. Raises `DigidUnreachable` or `SignInRefused`."""
    is_form = not isinstance(data, bytes)
    content_type = {"Content-Type": "application/x-www-form-urlencoded"} if is_form else {}
    try:
        answer = back_channel.call(
            method,
            url,
            deadline=Deadline.after(timeout),
            largest=_LARGEST,
            content=data if isinstance(data, bytes) else urlencode(data).encode(),
            headers=content_type | dict(headers or {}),
            identity=identity,
        )
    except UnsafeAddress:
        raise SignInRefused(Reason.MALFORMED) from None
    except CallFailed:
        raise DigidUnreachable from None
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise DigidUnreachable
    return Answer(answer.status, answer.body)
