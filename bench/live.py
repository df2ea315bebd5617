"""From an act to an open page: 200 pages on one live process, one act after another.

Heard is from the start of the act to the event in the page; seen is until the page has its part
again from the pages' server. Beside it, in the same run and on the same database, a bare NOTIFY
with a bare listener: the least that hearing from the database can take.
"""

import asyncio
import json
import os
import random
import statistics
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

PAGES, ACTS = 200, 200
GRANIAN = ("-m", "granian", "--host", "127.0.0.1", "--log-level", "error", "--workers", "1")


def main() -> None:
    from bench import world

    url = world.start()
    place, shoppers = world.fill(PAGES, 100)
    residents = [resident_of(place, each.resident) for each in shoppers]
    ports = free_port(), free_port()
    servers = [start(url, "asgi", ports[0]), start(url, "wsgi", ports[1])]
    try:
        found = asyncio.run(measure(*ports, place, residents))
    finally:
        for server in servers:
            server.terminate()
            server.wait(15)
    report(found | {"bare": bare(url)})


def start(url: str, interface: str, port: int) -> subprocess.Popen:
    app = f"plein.config.{interface}:application"
    command = [sys.executable, *GRANIAN, app, "--interface", interface, "--port", str(port)]
    return subprocess.Popen(command, env=os.environ | {"DATABASE_URL": url})


def free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def resident_of(place: int, key: str) -> dict:
    """A resident with a conversation and a session."""
    from django.conf import settings
    from django.utils import timezone

    from plein.identity.models import Resident
    from plein.inbox.actions.talking import general_conversation
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within
    from plein.web.sessions import begin

    municipality = Municipality.objects.get(pk=place)
    with within(municipality):
        resident = Resident.objects.get(pk=key)
        talk = general_conversation(resident, at=timezone.now())
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    begin(session, timezone.now())
    session["resident"] = key
    session.create()
    cookie = f"plein_inwoner={session.session_key}"
    headers = {"Host": municipality.host, "Cookie": cookie, "X-Plein-Background": "1"}
    return {"resident": resident, "talk": talk, "place": municipality, "headers": headers}


async def measure(live: int, pages: int, place: int, residents: list[dict]) -> dict[str, list]:
    import httpx

    limits = httpx.Limits(max_connections=PAGES + 10)
    async with httpx.AsyncClient(trust_env=False, timeout=60, limits=limits) as browser:
        for port in (live, pages):
            await until_it_answers(browser, port)
        heard = [asyncio.Queue() for _ in residents]
        opened = [asyncio.Event() for _ in residents]
        streams = [
            asyncio.create_task(listen(browser, live, *each))
            for each in zip(residents, heard, opened, strict=True)
        ]
        began = time.perf_counter()
        await asyncio.gather(*(one.wait() for one in opened))
        found = {"opening": time.perf_counter() - began, "heard": [], "seen": []}
        for _act in range(ACTS):
            number = random.randrange(len(residents))
            one = residents[number]
            began = time.perf_counter()
            await asyncio.to_thread(act, one)
            await heard[number].get()
            found["heard"].append(time.perf_counter() - began)
            page = f"http://127.0.0.1:{pages}/berichten/{one['talk'].pk}/"
            answer = await browser.get(page, headers=one["headers"])
            answer.raise_for_status()
            found["seen"].append(time.perf_counter() - began)
            while not heard[number].empty():
                heard[number].get_nowait()
        for stream in streams:
            stream.cancel()
        return found


async def until_it_answers(browser, port: int) -> None:
    import httpx

    for _try in range(300):
        try:
            await browser.get(f"http://127.0.0.1:{port}/leeft/")
        except httpx.HTTPError:
            await asyncio.sleep(0.1)
        else:
            return


async def listen(browser, port: int, resident: dict, heard, opened) -> None:
    address = f"http://127.0.0.1:{port}/live/"
    async with browser.stream("GET", address, headers=resident["headers"]) as stream:
        async for line in stream.aiter_lines():
            opened.set()
            if line.startswith("id:"):
                heard.put_nowait(line)


def act(one: dict) -> None:
    from uuid import uuid4

    from django.utils import timezone

    from plein.inbox.actions.talking import ask
    from plein.tenants.scope import within

    with within(one["place"]):
        by = one["resident"].actor
        ask(one["talk"], "Wanneer hoor ik iets?", key=uuid4(), by=by, at=timezone.now())


def bare(url: str) -> list[float]:
    import psycopg

    took = []
    with psycopg.connect(url, autocommit=True) as ear, psycopg.connect(url) as mouth:
        ear.execute("LISTEN bare")
        for _turn in range(ACTS):
            began = time.perf_counter()
            mouth.execute("NOTIFY bare")
            mouth.commit()
            next(ear.notifies())
            took.append(time.perf_counter() - began)
    return took


def report(found: dict) -> None:
    out = Path("var/bench/live.json")
    rows = {}
    print(f"{PAGES} pages open on one process, in {found['opening']:.1f} s; {ACTS} acts")
    print("            p50 ms   p95 ms")
    for name in ("heard", "seen", "bare"):
        p50, p95 = (1000 * part for part in (statistics.median(found[name]), slow(found[name])))
        rows[name] = {"p50": p50, "p95": p95}
        print(f"{name:<10} {p50:>7.1f} {p95:>8.1f}")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(rows, indent=2))


def slow(took: list[float]) -> float:
    return sorted(took)[int(len(took) * 0.95)]


if __name__ == "__main__":
    main()
