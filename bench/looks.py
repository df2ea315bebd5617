"""Looks per second: the gate with its line in the log, beside a bare insert.

A look is the whole of `read_names`: the chain's next link, the line, the act and the names opened.
Beside it, in the same run and on the same database, one insert in a transaction of its own: the
least that anything logged can cost. Clients are processes, each with households of its own.
"""

import json
import multiprocessing
import statistics
import time
from itertools import chain
from pathlib import Path

from bench.orders import _connect

CLIENTS = (1, 8)
ROUNDS, SECONDS = 3, 3.0


def main() -> None:
    from bench import world

    url = world.start()
    municipality, shoppers = world.fill(64, 10_000)
    rows = []
    for clients in CLIENTS:
        looks = run(look_client, url, municipality, shoppers, clients)
        bare = run(bare_client, url, municipality, shoppers, clients)
        rows.append({"clients": clients, "looks": looks, "bare": bare})
    report(rows)


def run(client, url, municipality, shoppers, clients) -> dict[str, float]:
    """Transactions per second of so many clients together, and the 95th percentile in ms."""
    from django.db import connection

    connection.close()  # a connection is not shared with the children
    rates, slow = [], []
    for _ in range(ROUNDS):
        with multiprocessing.get_context("fork").Pool(clients) as pool:
            share = [shoppers[number::clients] for number in range(clients)]
            works = [(url, municipality, own) for own in share]
            took = sorted(chain(*pool.starmap(client, works, chunksize=1)))
        rates.append(len(took) / SECONDS)
        slow.append(took[int(len(took) * 0.95)] * 1000)
    return {"rate": statistics.median(rates), "p95": statistics.median(slow)}


def clock(work) -> list[float]:
    """How long each turn took, for as long as a round lasts."""
    took, end = [], time.monotonic() + SECONDS
    while (begin := time.monotonic()) < end:
        work(len(took))
        took.append(time.monotonic() - begin)
    return took


def look_client(url, municipality, shoppers) -> list[float]:
    _connect(url)
    from bench.world import NOON
    from plein.audit.actions import Purpose
    from plein.identity.gate import read_names
    from plein.identity.models import Household
    from plein.kernel.actor import system
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within

    why, by = Purpose("om te meten", "geen"), system("bench")
    with within(Municipality.objects.get(pk=municipality)):
        homes = [Household.objects.get(pk=each.household) for each in shoppers]
        rooms = [(home, list(home.members.all())) for home in homes]
        return clock(lambda n: read_names(*rooms[n % len(rooms)], purpose=why, by=by, at=NOON))


def bare_client(url, _municipality, _shoppers) -> list[float]:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        insert = "INSERT INTO bare_entry (account, amount) VALUES (%s, %s)"
        return clock(lambda n: connection.execute(insert, [n, 1]))


def report(rows) -> None:
    print("clients   looks/s  p95 ms   bare inserts/s  p95 ms   ratio")
    for row in rows:
        looks, bare = row["looks"], row["bare"]
        print(
            f"{row['clients']:>7} {looks['rate']:>9.0f} {looks['p95']:>7.1f}"
            f" {bare['rate']:>16.0f} {bare['p95']:>7.1f} {looks['rate'] / bare['rate']:>7.2f}"
        )
    out = Path("var/bench/looks.json")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(rows, indent=2))


if __name__ == "__main__":
    main()
