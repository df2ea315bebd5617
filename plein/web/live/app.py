"""The ASGI application: one stream of server-sent events per open page."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID

from django.utils.timezone import now

from plein.web.live.hub import Hub, Stream, number_of
from plein.web.live.listener import Doorkeeper, Listener
from plein.web.live.presence import arrive, leave, stay

Scope = Mapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

BEAT = 15.0  # seconds between two signs of life; the session is looked at again at each
HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),  # a proxy passes each event on at once
    (b"x-content-type-options", b"nosniff"),
]


class Live:
    def __init__(self, beat: float = BEAT) -> None:
        self._beat = beat
        self._doors = Doorkeeper()
        self.hub: Hub

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http":
            await self._stream(scope, receive, send)

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        self.hub = Hub()
        listening = asyncio.create_task(self.hub.listen())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        listening.cancel()
        await send({"type": "lifespan.shutdown.complete"})

    async def _stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = await self.hub.work(self._doors.who_listens, scope)
        if isinstance(found, int):
            await send({"type": "http.response.start", "status": found, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        gone = asyncio.create_task(_gone(receive))
        here = await self.hub.work(arrive, found, now())
        try:
            async with self.hub.joined(found, last_heard(scope)) as stream:
                await _write(send, "retry: 2000\n\n")
                await self._tell(scope, stream, here, gone, send)
        finally:
            gone.cancel()
            await self.hub.work(leave, found, here, now())

    async def _tell(
        self, scope: Scope, stream: Stream, here: UUID | None, gone: asyncio.Task[None], send: Send
    ) -> None:
        """What changed, and nothing about it; until the page or the session ends."""
        loop = asyncio.get_running_loop()
        beat = loop.time() + self._beat
        news = asyncio.create_task(stream.next())
        try:
            while not gone.done():
                left = max(0.0, beat - loop.time())
                await asyncio.wait({news, gone}, timeout=left, return_when=FIRST)
                if loop.time() >= beat:
                    if not await self._may_stay(scope, stream.listener, here):
                        await _write(send, "event: einde\ndata:\n\n", more=False)
                        return
                    await _write(send, ": nog hier\n\n")
                    beat = loop.time() + self._beat
                if news.done():
                    signal = news.result()
                    await _write(
                        send,
                        f"id: {number_of(signal)}\nevent: nieuws\ndata: {signal.topic_id}\n\n",
                    )
                    news = asyncio.create_task(stream.next())
        finally:
            news.cancel()

    async def _may_stay(self, scope: Scope, listener: Listener, here: UUID | None) -> bool:
        """Signed out, expired, or not allowed any more: then the stream ends."""
        if await self.hub.work(self._doors.who_listens, scope) != listener:
            return False
        await self.hub.work(stay, listener, here, now())
        return True


FIRST = asyncio.FIRST_COMPLETED


def last_heard(scope: Scope) -> int | None:
    """Of a browser that comes back by itself, or as our script names it."""
    named = parse_qs(scope["query_string"].decode("latin-1")).get("sinds", [""])[0]
    header = dict(scope["headers"]).get(b"last-event-id", b"").decode("latin-1")
    with suppress(ValueError):
        return int(header or named)
    return None


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _write(send: Send, text: str, *, more: bool = True) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": more})
