"""The live process within a test: pages that are open, and what they hear."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from contextvars import copy_context
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import connection
from django.test import Client

from plein.web.live.app import Live

PATIENCE = 10.0  # seconds, in which something has to come
T = TypeVar("T")
SILENCE = 0.5  # seconds, in which nothing may come


def played(story: Coroutine[Any, Any, T]) -> T:
    """What the story ends with; in a thread, as a browser keeps a loop in that of the tests."""

    def play() -> T:
        try:
            return asyncio.run(story)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(copy_context().run, play).result()


@asynccontextmanager
async def running_live(beat: float = 15.0) -> AsyncIterator[Live]:
    app, told, ready = Live(beat), asyncio.Queue(), asyncio.Event()

    async def answer(message: dict[str, Any]) -> None:
        ready.set()

    await told.put({"type": "lifespan.startup"})
    life = asyncio.create_task(app({"type": "lifespan"}, told.get, answer))
    await ready.wait()
    yield app
    await told.put({"type": "lifespan.shutdown"})
    await life


@dataclass
class OpenPage:
    """An EventSource: its cookies, what it heard, and the connection that can drop."""

    app: Live
    client: Client
    path: str = "/live/"
    query: str = ""
    last: str = ""
    status: int = 0
    heard: asyncio.Queue = field(default_factory=asyncio.Queue)
    gone: asyncio.Event = field(default_factory=asyncio.Event)

    async def open(self) -> "OpenPage":
        self.started = asyncio.Event()
        self.gone.clear()
        self.task = asyncio.create_task(self.app(self._scope(), self._receive, self._send))
        await asyncio.wait_for(self.started.wait(), PATIENCE)
        return self

    async def drop(self) -> None:
        self.gone.set()
        await asyncio.wait_for(self.task, PATIENCE)

    async def hear(self) -> dict[str, str]:
        event = await asyncio.wait_for(self.heard.get(), PATIENCE)
        self.last = event.get("id", self.last)
        return event

    async def hears_nothing(self) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(self.heard.get(), SILENCE)
            return False
        return True

    def _scope(self) -> dict[str, Any]:
        cookies = "; ".join(f"{name}={each.value}" for name, each in self.client.cookies.items())
        headers = {
            "host": self.client.defaults["HTTP_HOST"],
            "cookie": cookies,
            "last-event-id": self.last,
        }
        return {
            "type": "http",
            "method": "GET",
            "path": self.path,
            "query_string": self.query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }

    async def _receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            return
        self.started.set()
        lines = message["body"].decode().split("\n")
        event = dict(line.split(":", 1) for line in lines if ":" in line)
        event = {name: value.strip() for name, value in event.items()}
        if "event" in event:
            await self.heard.put(event)
