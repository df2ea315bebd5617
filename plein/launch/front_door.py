"""One address for the pages and the live parts, where no web server stands before them.

`make run` starts it; in production the proxy of the installation sends `/live/` and
`/medewerkers/live/` to the live process in the same way. A connection carries one request: then
nothing of the answer has to be understood to know where it ends.
"""

import asyncio
import re
import sys
from contextlib import suppress

LIVE = re.compile(rb"[A-Z]+ (/medewerkers)?/live/[ ?]")
CONNECTION = re.compile(rb"\r\nconnection:[^\r]*", re.IGNORECASE)
NOT_YET = b"HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
PIECE = 64 * 1024


class FrontDoor:
    def __init__(self, pages: int, live: int) -> None:
        self.pages, self.live = pages, live

    async def serve(self, visitor: asyncio.StreamReader, answer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            head = await visitor.readuntil(b"\r\n\r\n")
            port = self.live if LIVE.match(head) else self.pages
            await self._pass_on(head, port, visitor, answer)
        answer.close()

    async def _pass_on(
        self, head: bytes, port: int, visitor: asyncio.StreamReader, answer: asyncio.StreamWriter
    ) -> None:
        try:
            within, to = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            answer.write(NOT_YET)
            return
        to.write(CONNECTION.sub(b"", head).replace(b"\r\n", b"\r\nConnection: close\r\n", 1))
        ways = [asyncio.create_task(_copy(visitor, to)), asyncio.create_task(_copy(within, answer))]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
        to.close()


async def _copy(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while piece := await source.read(PIECE):
            target.write(piece)
            await target.drain()


async def run(port: int, pages: int, live: int) -> None:
    server = await asyncio.start_server(FrontDoor(pages, live).serve, "127.0.0.1", port)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        asyncio.run(run(*map(int, sys.argv[1:4])))
