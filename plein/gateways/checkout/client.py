"""Ask a payment provider to take a payment, what became of it, and to give money back."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import quote

from plein.gateways.answers import AnswerRefused, Reason, SourceUnreachable
from plein.gateways.back_channel import CallFailed, TooLarge, call
from plein.gateways.checkout.types import Payment, Refund, as_amount
from plein.gateways.deadline import Deadline
from plein.gateways.shape import Shape, read_json

PATIENCE_SECONDS = 8.0
_LARGEST = 64 * 1024  # bytes
S = TypeVar("S", bound=Shape)


class CheckoutClient:
    """Every question raises `SourceUnreachable` or `AnswerRefused`.

    `key` makes a question safe to repeat: the provider answers the second as it did the first.
    """

    def __init__(self, url: str, secret: str, *, patience: float = PATIENCE_SECONDS) -> None:
        self._url, self._secret, self._patience = url.rstrip("/"), secret, patience

    def create(self, cents: int, *, description: str, back: str, news: str, key: str) -> Payment:
        """`back` is where the browser returns to, `news` where the provider calls us."""
        asked = {
            "amount": as_amount(cents),
            "description": description,
            "redirectUrl": back,
            "webhookUrl": news,
        }
        return self._ask(Payment, "POST", "payments", asked, key)

    def find(self, reference: str) -> Payment:
        return self._ask(Payment, "GET", f"payments/{quote(reference, safe='')}")

    def refund(self, reference: str, cents: int, *, key: str) -> Refund:
        """Give (a part of) it back to whoever paid."""
        path = f"payments/{quote(reference, safe='')}/refunds"
        return self._ask(Refund, "POST", path, {"amount": as_amount(cents)}, key)

    def _ask(
        self,
        shape: type[S],
        method: str,
        path: str,
        asked: Mapping[str, object] | None = None,
        key: str = "",
    ) -> S:
        headers = {"Authorization": f"Bearer {self._secret}", "Content-Type": "application/json"}
        if key:
            headers["Idempotency-Key"] = key
        try:
            answer = call(
                method,
                f"{self._url}/{path}",
                deadline=Deadline.after(self._patience),
                largest=_LARGEST,
                content=json.dumps(asked).encode() if asked else b"",
                headers=headers,
            )
        except TooLarge:
            raise AnswerRefused(Reason.TOO_LARGE) from None
        except CallFailed:
            raise SourceUnreachable from None
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR or answer.status == _BUSY:
            raise SourceUnreachable
        if answer.status not in {HTTPStatus.OK, HTTPStatus.CREATED}:
            raise AnswerRefused(Reason.STATUS)
        return read_json(shape, answer.body)


_BUSY = HTTPStatus.TOO_MANY_REQUESTS
