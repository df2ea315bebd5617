"""One call to a case store: its token, its headers, and what a bad answer means.

A store writes addresses in its answers. We follow only those below the interfaces we know, so that
no answer sends our token somewhere else.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from plein.gateways.answers import AnswerRefused, Reason, SourceUnreachable
from plein.gateways.back_channel import Answer, CallFailed, TooLarge, call
from plein.gateways.deadline import Deadline
from plein.gateways.zgw.token import Credentials

CRS = "EPSG:4326"
_LARGEST = 2 * 1024 * 1024  # bytes
_REFUSED = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}


@dataclass(frozen=True, slots=True)
class Interfaces:
    """Where each interface of one store begins, without a slash at its end."""

    zaken: str
    catalogi: str
    documenten: str

    def know(self, url: str) -> bool:
        roots = (self.zaken, self.catalogi, self.documenten)
        return ".." not in url and any(url.startswith(f"{root}/") for root in roots)


class NotThere(AnswerRefused):
    """No such thing, or not any more."""

    def __init__(self) -> None:
        super().__init__(Reason.STATUS)


class Caller:
    """Asks for one person: `user` is who the store reads in its own log."""

    def __init__(
        self, interfaces: Interfaces, credentials: Credentials, *, user: str, deadline: Deadline
    ) -> None:
        self._interfaces, self._credentials = interfaces, credentials
        self._user, self._deadline = user, deadline

    def get(
        self,
        url: str,
        query: Mapping[str, str] | None = None,
        *,
        etag: str = "",
        largest: int = _LARGEST,
    ) -> Answer:
        """Raises `SourceUnreachable`, `NotThere` or `AnswerRefused`; 304 only with an `etag`."""
        asked = f"{url}?{urlencode(query)}" if query else url
        headers = {"If-None-Match": etag} if etag else {}
        return self._call("GET", asked, headers, b"", largest)

    def post(self, url: str, question: Mapping[str, object]) -> Answer:
        headers = {"Content-Type": "application/json", "Content-Crs": CRS}
        return self._call("POST", url, headers, json.dumps(question).encode(), _LARGEST)

    def _call(
        self, method: str, url: str, headers: dict[str, str], content: bytes, largest: int
    ) -> Answer:
        if not self._interfaces.know(url):
            raise AnswerRefused(Reason.SCHEMA)
        token = self._credentials.token(self._user)
        ours = {"Authorization": f"Bearer {token}", "Accept-Crs": CRS, **headers}
        try:
            answer = call(
                method,
                url,
                deadline=self._deadline,
                largest=largest,
                content=content,
                headers=ours,
            )
        except TooLarge:
            raise AnswerRefused(Reason.TOO_LARGE) from None
        except CallFailed:
            raise SourceUnreachable from None
        return _judged(answer)


def _judged(answer: Answer) -> Answer:
    status = answer.status
    if status in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
        return answer
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise SourceUnreachable
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        raise NotThere
    raise AnswerRefused(Reason.NOT_ENTITLED if status in _REFUSED else Reason.STATUS)
