"""An answer, or what a source with this fault sends instead of it."""

from collections.abc import Callable, Iterator
from time import sleep

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from plein.gateways.simulators import settings
from plein.gateways.simulators.faults import Fault, switch

JSON = "application/json; charset=utf-8"
XML = "text/xml; charset=utf-8"
_FLOOD_PIECES = 800  # of 64 KiB: 50 MiB
_DEEP = 100_000
_ENTITIES = 12
Build = Callable[[Fault], HttpResponse]


def answer(source: str, bsn: str, build: Build) -> HttpResponseBase:
    """`build` makes the answer; it knows the faults that are about what is said."""
    fault = switch.find(source, bsn)
    match fault:
        case Fault.DOWN:
            return HttpResponse("down", status=503)
        case Fault.BUSY:
            return HttpResponse("busy", status=429, headers={"Retry-After": "60"})
        case Fault.SLOW:
            sleep(settings.SOURCES_SLOW_SECONDS)
    return _spoiled(build(fault), fault)


def _spoiled(response: HttpResponse, fault: Fault) -> HttpResponseBase:
    media = response["Content-Type"]
    match fault:
        case Fault.FAILED if media == JSON:
            return HttpResponse(b'{"status": 500}', status=500, content_type=JSON)
        case Fault.CUT:
            promised = {"Content-Length": str(len(response.content))}
            halves = iter([response.content[: len(response.content) // 2]])
            return StreamingHttpResponse(halves, content_type=media, headers=promised)
        case Fault.FLOOD:
            return StreamingHttpResponse(_flood(response.content), content_type=media)
        case Fault.TRUNCATED:
            response.content = response.content[: len(response.content) * 2 // 3]
        case Fault.WRONG:
            response.content = b"<html/>" if media == XML else b'{"hello": ["world"]}'
        case Fault.BOMB:
            response.content = _entities() if media == XML else b"[" * _DEEP
    return response


def _flood(body: bytes) -> Iterator[bytes]:
    """It begins as an honest answer does."""
    yield body[: len(body) // 2]
    for _ in range(_FLOOD_PIECES):
        yield b" " * 64 * 1024


def _entities() -> bytes:
    """Entities of entities: a few hundred bytes that become gigabytes in a trusting reader."""
    each = "".join(
        f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, _ENTITIES)
    )
    return f'<!DOCTYPE a [<!ENTITY e0 "plein">{each}]><a>&e{_ENTITIES - 1};</a>'.encode()
