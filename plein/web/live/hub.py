"""All streams of this process, and the one listener of the database that feeds them."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import psycopg
from django.db import close_old_connections, connection
from django.db.models import Max
from psycopg.conninfo import make_conninfo

from plein.inbox.models import Signal
from plein.inbox.models.signals import CHANNEL
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.web.live.listener import Listener

THREADS = 4  # each with a connection to the database
AGAIN = 1.0  # seconds, before the listener tries to connect anew
T = TypeVar("T")
log = logging.getLogger(__name__)


class Stream:
    """What one page still has to hear. `last` is the number it heard last."""

    def __init__(self, listener: Listener, last: int | None) -> None:
        self.listener, self.last = listener, last
        self._waiting: asyncio.Queue[Signal] = asyncio.Queue()

    def offer(self, signal: Signal) -> None:
        if self.listener.hears(signal):
            self._waiting.put_nowait(signal)

    async def next(self) -> Signal:
        """Each number once, also where it was found both in the table and on its way."""
        while True:
            signal = await self._waiting.get()
            if self.last is None or number_of(signal) > self.last:
                self.last = number_of(signal)
                return signal


class Hub:
    """Per municipality a position: every stream was offered all signals up to it."""

    def __init__(self) -> None:
        self._streams: dict[int, set[Stream]] = defaultdict(set)
        self._places: dict[int, Municipality] = {}
        self._positions: dict[int, int] = {}
        self._turn = asyncio.Lock()
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="live")

    async def work(self, what: Callable[..., T], *given: Any) -> T:
        """Ask the database beside the loop."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, _fresh, what, *given)

    @asynccontextmanager
    async def joined(self, listener: Listener, last: int | None) -> AsyncIterator[Stream]:
        """A stream that goes on after `last`; without one it hears what comes from now."""
        stream, place = Stream(listener, last), listener.municipality
        async with self._turn:
            if not self._streams[place.pk]:
                self._places[place.pk] = place
                self._positions[place.pk] = await self.work(_newest, place)
            if last is not None:
                for signal in await self.work(_after, place, last):
                    if number_of(signal) <= self._positions[place.pk]:
                        stream.offer(signal)
            self._streams[place.pk].add(stream)
        try:
            yield stream
        finally:
            self._streams[place.pk].discard(stream)

    async def listen(self) -> None:
        """Until cancelled. After a lost connection everybody hears what was missed."""
        while True:
            try:
                async with await _connect() as database:
                    await database.execute(f"LISTEN {CHANNEL}")
                    for place in list(self._places):
                        await self.spread(place)
                    async for notice in database.notifies():
                        await self.spread(int(notice.payload))
            except psycopg.OperationalError as problem:
                log.warning("The listener lost the database: %s", problem)
                await asyncio.sleep(AGAIN)

    async def spread(self, place: int) -> None:
        """Offer what is new in this municipality to all its streams."""
        async with self._turn:
            streams = self._streams[place]
            if not streams:
                return
            for signal in await self.work(_after, self._places[place], self._positions[place]):
                self._positions[place] = number_of(signal)
                for stream in streams:
                    stream.offer(signal)


def number_of(signal: Signal) -> int:
    """Committed signals have one."""
    assert signal.number is not None  # noqa: S101 - for the type checker
    return signal.number


def _fresh(what: Callable[..., T], *given: Any) -> T:
    close_old_connections()
    return what(*given)


def _newest(place: Municipality) -> int:
    with within(place):
        return int(Signal.objects.aggregate(newest=Max("number"))["newest"] or 0)


def _after(place: Municipality, number: int) -> list[Signal]:
    with within(place):
        return list(Signal.objects.after(number))


async def _connect() -> psycopg.AsyncConnection[Any]:
    known = connection.settings_dict
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST"}
    parts = {ours: known[theirs] for ours, theirs in (names | {"port": "PORT"}).items()}
    given = {name: value for name, value in parts.items() if value}
    conninfo = make_conninfo(**given, **known["OPTIONS"])
    return await psycopg.AsyncConnection.connect(conninfo, autocommit=True)
