"""Calls to the identity provider that cannot hang, wander off or flood us."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from time import monotonic
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import urllib3
from requests import RequestException, Response, Session

from plein.gateways.digid.types import DigidUnreachable, Reason, SignInRefused

_LARGEST = 256 * 1024  # bytes; an answer of DigiD is a few thousand
_PIECE = 16 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes

    def json(self) -> dict[str, Any]:
        """Raises `SignInRefused` for anything but one JSON object."""
        try:
            found = json.loads(self.body)
        except ValueError:
            raise SignInRefused(Reason.MALFORMED) from None
        if not isinstance(found, dict):
            raise SignInRefused(Reason.MALFORMED)
        return found


def call(
    method: str,
    url: str,
    *,
    timeout: float,
    data: Mapping[str, str] | bytes | None = None,
    headers: Mapping[str, str] | None = None,
    verify: str | bool = True,
    cert: tuple[str, str] | None = None,
) -> Answer:
    """One request, no redirects, done within `timeout` seconds. Raises `DigidUnreachable`."""
    target, host = _address(url)
    deadline = monotonic() + timeout
    try:
        with (
            _session(url) as session,
            session.request(
                method,
                target,
                data=data,
                headers={"Accept-Encoding": "identity", "Host": host, **(headers or {})},
                timeout=timeout,
                allow_redirects=False,
                stream=True,
                verify=verify,
                cert=cert,
            ) as response,
        ):
            body = _read(response, deadline)
    except (RequestException, urllib3.exceptions.HTTPError, OSError):
        raise DigidUnreachable from None
    if response.is_redirect or response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise DigidUnreachable
    return Answer(response.status_code, body)


def is_safe(url: str) -> bool:
    """Encrypted, or not leaving this machine."""
    scheme = urlsplit(url).scheme
    return scheme == "https" or (scheme == "http" and is_loopback(url))


def is_loopback(url: str) -> bool:
    """Names below localhost are this machine too (RFC 6761, 6.3)."""
    host = urlsplit(url).hostname or ""
    return host in {"localhost", "127.0.0.1", "::1"} or host.endswith(".localhost")


def _address(url: str) -> tuple[str, str]:
    """Where to connect, and the host to ask for: not every machine resolves emmen.localhost."""
    if not is_safe(url):
        raise SignInRefused(Reason.MALFORMED)
    parts = urlsplit(url)
    if (parts.hostname or "").endswith(".localhost"):
        local = "localhost" if parts.port is None else f"localhost:{parts.port}"
        return urlunsplit(parts._replace(netloc=local)), parts.netloc
    return url, parts.netloc


def _session(url: str) -> Session:
    session = Session()
    session.trust_env = not is_loopback(url)  # a proxy is for calls that leave the machine
    return session


def _read(response: Response, deadline: float) -> bytes:
    """Read piece by piece: the time limit of requests is per piece, ours is for the whole."""
    body = b""
    while piece := response.raw.read1(_PIECE, decode_content=False):
        body += piece
        if len(body) > _LARGEST or monotonic() > deadline:
            raise DigidUnreachable
    return body
