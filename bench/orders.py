"""Orders per second, and whether a budget was ever overspent.

Each order is the whole action: claim of the key, locks, checks, hold, pick-up code and log. Beside
it, in the same run and on the same database, the bare ledger transaction: one hold of our own
ledger, with its guards; and a bare transaction of two updates and two inserts, the least that a
double-entry posting can be. Clients are processes; each has budgets of its own.
"""

import json
import multiprocessing
import os
import statistics
import time
from pathlib import Path

CLIENTS = (1, 8, 32)
ROUNDS, SECONDS = 3, 3.0
TICKET = 1_500  # cents
RICH, POOR = 100_000_000, 10_000  # cents per budget


def main() -> None:
    from bench import world

    url = world.start()
    municipality, shoppers = world.fill(64, RICH)
    poor_place, poor = world.fill(2, POOR)
    rows = []
    for clients in CLIENTS:
        orders = [run(order_client, url, municipality, shoppers, clients) for _ in range(ROUNDS)]
        holds = [run(ledger_client, url, municipality, shoppers, clients) for _ in range(ROUNDS)]
        bare = [run(bare_client, url, municipality, shoppers, clients) for _ in range(ROUNDS)]
        rows.append((clients, *map(statistics.median, (orders, holds, bare))))
    hot = run(order_client, url, poor_place, poor, 32)
    report(rows, overspent(url), hot)


def run(client, url, municipality, shoppers, clients) -> float:
    """Successful transactions per second of so many clients together."""
    from django.db import connection

    connection.close()  # a connection is not shared with the children
    with multiprocessing.get_context("fork").Pool(clients) as pool:
        share = [shoppers[number::clients] or shoppers for number in range(clients)]
        done = pool.starmap(client, [(url, municipality, own) for own in share], chunksize=1)
    return sum(done) / SECONDS


def _connect(url: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "plein.config.settings"
    os.environ["DATABASE_URL"] = url
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


def order_client(url, municipality, shoppers) -> int:
    _connect(url)
    from uuid import UUID, uuid4

    from bench.world import NOON
    from plein.identity.models import Household, Resident
    from plein.kernel.refusal import Refusal
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within
    from plein.webshop.actions.orders import Choice, place_order

    done, end = 0, time.monotonic() + SECONDS
    with within(Municipality.objects.get(pk=municipality)):
        people = [
            (
                Resident.objects.get(pk=each.resident),
                Household.objects.get(pk=each.household),
                Choice(*(UUID(part) for part in each.choice)),
            )
            for each in shoppers
        ]
        while time.monotonic() < end:
            resident, household, choice = people[done % len(people)]
            try:
                place_order(
                    [choice],
                    household=household,
                    resident=resident,
                    key=uuid4().hex,
                    by=resident.actor,
                    at=NOON,
                )
            except Refusal:
                time.sleep(0.01)
                people = people[1:] + people[:1]
            else:
                done += 1
    return done


def ledger_client(url, municipality, shoppers) -> int:
    """One hold on a budget, in a transaction of its own."""
    _connect(url)
    from uuid import uuid4

    from bench.world import NOON
    from plein.ledger.actions import hold
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within
    from plein.webshop.models import Grant

    done, end = 0, time.monotonic() + SECONDS
    with within(Municipality.objects.get(pk=municipality)):
        ids = [each.choice[2] for each in shoppers]
        grants = list(Grant.objects.select_related("budget", "reserve").filter(pk__in=ids))
        while time.monotonic() < end:
            grant = grants[done % len(grants)]
            budget, reserve = grant.budget, grant.reserve
            hold(TICKET, source=budget, reserve=reserve, key=f"bench-{uuid4().hex}", at=NOON)
            done += 1
    return done


def bare_client(url, _municipality, _shoppers) -> int:
    """Two updates and two inserts in one transaction, on rows of its own."""
    import psycopg

    done, end = 0, time.monotonic() + SECONDS
    own = os.getpid() * 2
    with psycopg.connect(url) as connection:
        connection.execute("INSERT INTO bare_account VALUES (%s, 0), (%s, 0)", [own, own + 1])
        connection.commit()
        while time.monotonic() < end:
            for account, amount in ((own, -TICKET), (own + 1, TICKET)):
                connection.execute(
                    "UPDATE bare_account SET balance = balance + %s WHERE id = %s",
                    [amount, account],
                )
                connection.execute(
                    "INSERT INTO bare_entry (account, amount) VALUES (%s, %s)", [account, amount]
                )
            connection.commit()
            done += 1
        connection.execute("DELETE FROM bare_account WHERE id IN (%s, %s)", [own, own + 1])
    return done


def overspent(url: str) -> int:
    """Accounts below zero, wrong balances and unbalanced transfers, in all municipalities."""
    _connect(url)
    from plein.ledger.queries import check_books
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within

    wrong = 0
    for municipality in Municipality.objects.all():
        with within(municipality):
            found = check_books()
            wrong += len(found.negative) + len(found.wrong_balances) + len(found.unbalanced)
            wrong += bool(found.total)
    return wrong


def report(rows, wrong: int, hot: float) -> None:
    print("clients   orders/s   ledger transactions/s   ratio   bare transactions/s   ratio")
    for clients, orders, holds, bare in rows:
        print(
            f"{clients:>7} {orders:>10.0f} {holds:>23.0f} {orders / holds:>7.2f}"
            f" {bare:>21.0f} {orders / bare:>7.2f}"
        )
    print(f"two budgets of € 100 and 32 clients: {hot * SECONDS:.0f} orders of € 15 (12 fit)")
    print(f"overspent or unbalanced: {wrong}")
    out = Path("var/bench/orders.json")
    out.parent.mkdir(parents=True, exist_ok=True)
    names = ("clients", "orders", "ledger", "bare")
    found = {"rows": [dict(zip(names, row, strict=True)) for row in rows], "wrong": wrong}
    out.write_text(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
