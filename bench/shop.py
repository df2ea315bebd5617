"""The shop with 5,000 products and 50,000 budgets: its pages, its search, and the file of grants.

Pages are asked for by one resident, with 50 and with 5,000 products on sale. Beside them, in the
same run and on the same database, a bare page of Django with five look-ups. The file is read,
checked and booked as the desk does; beside it the bare COPY of as many rows as it writes.
"""

import json
import multiprocessing
import resource
import time
from pathlib import Path

FEW, MANY = 50, 5_000
GRANTS = (500, 5_000, 50_000)
ROUNDS = 40
THINGS = ("zwemles", "voetbal", "judo", "gitaar", "laptop", "fiets", "jas", "rugzak", "bibliotheek")
EXTRA = ("voor kinderen", "voor beginners", "10 keer", "per jaar", "in de vakantie", "met korting")
PAGES = {
    "winkel": "/winkel/",
    "zoeken": "/winkel/?zoek=zwemlessen",
    "tikfout": "/winkel/?zoek=gitaarr",
    "soort": "/winkel/?soort=sport",
    "blad 20": "/winkel/?blad=20",
}


def main() -> None:
    from bench import world

    url = world.start()
    rows = [in_child(grant_file, url, size) for size in GRANTS]
    place, shoppers = world.fill(1, 10_000_000)
    pages = {}
    for many in (FEW, MANY):
        in_child(stock, url, place, many)
        world.take_stock()
        pages[many] = in_child(walk, url, place, shoppers[0].resident)
    report(rows, pages)


def in_child(work, *given):
    """In a process of its own, so that its peak of memory is of this step alone."""
    from django.db import connection

    connection.close()
    with multiprocessing.get_context("fork").Pool(1) as pool:
        return pool.apply(work, given)


def grant_file(url: str, size: int) -> dict:
    """A CSV of so many adults who are new to Plein: read, checked for the preview, and booked."""
    from bench import orders, people_file, world

    orders._connect(url)
    from plein.tenants.scope import within
    from plein.webshop.imports.applying import check_rows, grant_rows

    municipality, period, by = people_file.place(size, world.NOON)
    with within(municipality):
        content = people_file.csv(size)
        reading, rows = timed(lambda: people_file.read(content))
        checking, _plan = timed(lambda: check_rows(rows, period=period, by=by, at=world.NOON))
        booking, _booked = timed(lambda: grant_rows(rows, period=period, by=by, at=world.NOON))
        again, booked = timed(lambda: grant_rows(rows, period=period, by=by, at=world.NOON))
    if (len(booked.grants), booked.again) != (0, size):
        raise SystemExit("The same file again booked something.")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    took = {"read": reading, "check": checking, "book": booking, "again": again}
    return {"rows": size, **took, "peak": peak, "bare": people_file.bare(size)}


def timed(work) -> tuple[float, object]:
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def stock(url: str, place: int, many: int) -> None:
    """So many products on sale, of one provider, spread over the kinds."""
    from bench import orders, world

    orders._connect(url)
    from plein.demo.shop import DEMO
    from plein.identity.models import Role, Staff
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within
    from plein.webshop.actions.catalogue import Offer, offer_product
    from plein.webshop.actions.reviewing import approve_product
    from plein.webshop.models import Category, Fulfilment, ProductVersion, Provider, Scheme

    with within(Municipality.objects.get(pk=place)):
        there = ProductVersion.objects.count()
        provider, scheme = Provider.objects.get(), Scheme.objects.get()
        staff = Staff.objects.get(roles=[Role.SCHEME_MANAGER])
        kinds = list(Category)
        for number in range(there, many):
            title = f"{THINGS[number % 9].capitalize()} {EXTRA[number % 6]} {number}"
            kind = kinds[number % len(kinds)]
            offer = Offer(title, f"{title}. Een aanbod.", kind, 1_500, Fulfilment.VOUCHER)
            version = offer_product(provider, offer, by=DEMO, at=world.NOON)
            approve_product(version, [scheme], by=staff, at=world.NOON)


def walk(url: str, place: int, resident: str) -> dict[str, dict[str, float]]:
    """Each page so many times: median and p95 in ms, and its queries."""
    from bench import cases, orders

    orders._connect(url)
    from plein.tenants.models import Municipality

    known = {"resident": resident, "names": {}}
    client = cases.client_of(Municipality.objects.get(pk=place), "plein_inwoner", known)
    found = {name: cases.measure(client, path) for name, path in PAGES.items()}
    return found | {"kaal": cases.bare()}


def report(rows: list[dict], pages: dict) -> None:
    for row in rows:
        total = row["read"] + row["check"] + row["book"]
        print(
            f"{row['rows']:>6} grants by CSV: read {row['read']:.1f} s, checked {row['check']:.1f},"
            f" booked {row['book']:.1f}; {row['rows'] / total:.0f} rows/s, again {row['again']:.1f}"
            f" s, peak {row['peak']} MB, {total / row['bare']:.0f} times the bare rows"
        )
    for many, found in pages.items():
        for name, took in found.items():
            median, p95, bare = took["median"], took["p95"], found["kaal"]["median"]
            print(
                f"{many:>6} products, {name:<8} median {median:.0f} ms, p95 {p95:.0f} ms,"
                f" {took['queries']} queries, ratio {median / bare:.1f}"
            )
    out = Path("var/bench/shop.json")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({"grants": rows, "pages": pages}, indent=2))


if __name__ == "__main__":
    main()
