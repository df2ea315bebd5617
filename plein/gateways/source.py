"""A source of data: one address, one question at a time, and what a bad answer means."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import urlencode

from plein.gateways.answers import AnswerRefused, Reason, SourceUnreachable
from plein.gateways.back_channel import Answer, CallFailed, Identity, TooLarge, call
from plein.gateways.deadline import Deadline

PATIENCE_SECONDS = 10
_LARGEST = 2 * 1024 * 1024  # bytes; years of wage slips are some hundreds of thousands
_REFUSED = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}


class Source:
    """Keeps nothing but its address, so that many threads may ask at once."""

    def __init__(self, url: str, *, identity: Identity | None = None) -> None:
        """`url` is where the interface begins, with or without a slash at its end."""
        self._url = url.rstrip("/")
        self._identity = identity

    def _ask_json(self, path: str, question: Mapping[str, object], *, deadline: Deadline) -> bytes:
        """The body of a good answer. Raises `SourceUnreachable` or `AnswerRefused`.

        The BSN goes in the body: addresses end up in the logs of every machine on the way.
        """
        content = json.dumps(question).encode()
        return _body(self._post(path, content, media="application/json", deadline=deadline))

    def _get_json(self, path: str, query: Mapping[str, str], *, deadline: Deadline) -> bytes:
        """The same, of a source that takes its question in the address: never with a BSN."""
        return _body(self._call("GET", f"{path}?{urlencode(query)}", b"", {}, deadline))

    def _post(self, path: str, content: bytes, *, media: str, deadline: Deadline) -> Answer:
        headers = {"Content-Type": f"{media}; charset=utf-8"}
        return self._call("POST", path, content, headers, deadline)

    def _call(
        self, method: str, path: str, content: bytes, headers: Mapping[str, str], deadline: Deadline
    ) -> Answer:
        """An answer of the source itself, good or bad: not busy, not down."""
        try:
            answer = call(
                method,
                f"{self._url}/{path}",
                deadline=deadline,
                largest=_LARGEST,
                content=content,
                headers=headers,
                identity=self._identity,
            )
        except TooLarge:
            raise AnswerRefused(Reason.TOO_LARGE) from None
        except CallFailed:
            raise SourceUnreachable from None
        is_busy = answer.status == HTTPStatus.TOO_MANY_REQUESTS
        if is_busy or answer.status > HTTPStatus.INTERNAL_SERVER_ERROR:
            raise SourceUnreachable
        return answer


def _body(answer: Answer) -> bytes:
    if answer.status == HTTPStatus.INTERNAL_SERVER_ERROR:
        raise SourceUnreachable
    if answer.status != HTTPStatus.OK:
        is_refused = answer.status in _REFUSED
        raise AnswerRefused(Reason.NOT_ENTITLED if is_refused else Reason.STATUS)
    return answer.body
