"""A moment after which no byte is waited for, and the connections that keep to it.

The limits of httpx are per read, so that a source that sends one byte a second holds us for
hours. Ours is for the whole call: each read gets what is left of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from ssl import SSLContext
from time import monotonic
from typing import Any

import httpcore

_HURRY = 0.001  # a limit of zero would mean "do not wait at all", and none "for ever"


@dataclass(frozen=True, slots=True)
class Deadline:
    """In seconds of the monotonic clock, so that a change of the clock moves nothing."""

    ends: float

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        return cls(monotonic() + seconds)

    @property
    def left(self) -> float:
        return self.ends - monotonic()

    @property
    def is_over(self) -> bool:
        return self.left <= 0

    def limit(self) -> float:
        return max(self.left, _HURRY)


class TimedBackend(httpcore.NetworkBackend):
    """Opens connections, for plain and for TLS, that end with the deadline."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        self._real = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        stream = self._real.connect_tcp(
            host, port, self._deadline.limit(), local_address, socket_options
        )
        return _TimedStream(stream, self._deadline)


class _TimedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._demand_time()
        return self._stream.read(max_bytes, self._deadline.limit())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._demand_time()
        self._stream.write(buffer, self._deadline.limit())

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        limit = self._deadline.limit()
        return _TimedStream(
            self._stream.start_tls(ssl_context, server_hostname, limit), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def close(self) -> None:
        self._stream.close()

    def _demand_time(self) -> None:
        if self._deadline.is_over:
            raise httpcore.ReadTimeout
