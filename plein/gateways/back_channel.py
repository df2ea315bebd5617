"""Our own calls to other systems: they cannot hang, wander off or flood us.

No redirects, one limit on the time of the whole call, a limit on the size, https only (or this
machine), no compression, and no proxy for what stays on this machine.
"""

import ssl
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from plein.gateways.deadline import Deadline, TimedBackend

_REDIRECTS = {*range(300, 400)} - {304}  # which says that nothing changed


class CallFailed(Exception):
    """There is no answer. The text never holds what was asked."""


class UnsafeAddress(CallFailed):
    """Neither encrypted nor on this machine, or no address at all."""


class Unreachable(CallFailed):
    """Not there, too late, cut off, or it sent us elsewhere."""


class TooLarge(CallFailed):
    """More bytes than an honest answer has."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes = field(repr=False)
    etag: str = ""  # by which one asks whether it changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """With which certificate we call (`certificate` and `key` are files), and whom we trust.

    `authority` is a file with the certificates of the authority that the other side must have,
    such as PKIoverheid; none means those of the machine.
    """

    certificate: str | None = None
    key: str | None = None
    authority: str | None = None

    def context(self) -> ssl.SSLContext:
        context = ssl.create_default_context(cafile=self.authority)
        if self.certificate is not None:
            context.load_cert_chain(self.certificate, self.key)
        return context


def call(
    method: str,
    url: str,
    *,
    deadline: Deadline,
    largest: int,
    content: bytes = b"",
    headers: Mapping[str, str] | None = None,
    identity: Identity | None = None,
) -> Answer:
    """One question, one answer of at most `largest` bytes. Raises `CallFailed`."""
    target, host = _address(url)
    wanted = {"Accept-Encoding": "identity", "Host": host, **(headers or {})}
    try:
        request = httpx.Request(method, target, headers=wanted, content=content)
        with closing(_pool(request.url, deadline, identity or Identity())) as pool:
            return _ask(pool, request, deadline, largest)
    except (
        httpx.InvalidURL,
        httpcore.NetworkError,
        httpcore.ProtocolError,
        httpcore.ProxyError,
        httpcore.TimeoutException,
        httpcore.UnsupportedProtocol,
        OSError,
        ValueError,  # a header or a host name that cannot be written
    ):
        raise Unreachable from None


def is_safe(url: str) -> bool:
    """Encrypted, or not leaving this machine."""
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        return False
    return scheme == "https" or (scheme == "http" and is_loopback(url))


def is_loopback(url: str) -> bool:
    """Names below localhost are this machine too (RFC 6761, 6.3)."""
    host = urlsplit(url).hostname or ""
    return host in {"localhost", "127.0.0.1", "::1"} or host.endswith(".localhost")


def _address(url: str) -> tuple[str, str]:
    """Where to connect, and the host to ask for: not every machine resolves emmen.localhost."""
    if not is_safe(url):
        raise UnsafeAddress
    parts = urlsplit(url)
    if (parts.hostname or "").endswith(".localhost"):
        port = parts.netloc.rpartition(".localhost")[2]
        return urlunsplit(parts._replace(netloc=f"localhost{port}")), parts.netloc
    return url, parts.netloc


def _pool(url: httpx.URL, deadline: Deadline, identity: Identity) -> httpcore.ConnectionPool:
    backend = TimedBackend(deadline)
    context = identity.context() if url.scheme == "https" else None
    proxy = getproxies().get(url.scheme)
    if proxy is None or is_loopback(str(url)) or proxy_bypass(url.host):
        return httpcore.ConnectionPool(context, network_backend=backend)
    return httpcore.HTTPProxy(proxy, ssl_context=context, network_backend=backend)


def _ask(
    pool: httpcore.ConnectionPool, request: httpx.Request, deadline: Deadline, largest: int
) -> Answer:
    """Read piece by piece, so that a flood is stopped where it begins."""
    body = bytearray()
    with pool.stream(
        request.method, str(request.url), headers=request.headers.raw, content=request.content
    ) as response:
        if response.status in _REDIRECTS:
            raise Unreachable
        for piece in response.iter_stream():
            body += piece
            if len(body) > largest:
                raise TooLarge
    if deadline.is_over:
        raise Unreachable
    return Answer(response.status, bytes(body), _etag(response))


def _etag(response: httpcore.Response) -> str:
    found = [value for name, value in response.headers if name.lower() == b"etag"]
    return found[0].decode("latin-1") if found else ""
