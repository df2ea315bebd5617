"""A payment run of a whole municipality: each step of it apart, at three sizes.

Beside it, in the same run and on the same database, the floor: the bare insert of as many rows as
the run writes, with COPY. Peak memory is that of the process that does the step. Specifications
are made after it, by as many jobs as there are; here by one, and of the first `SPECIFIED` lines.
"""

import json
import multiprocessing
import resource
import time
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random

SIZES = (1_200, 12_000, 120_000)
MONTH, PAY_ON = date(2026, 11, 1), date(2026, 12, 4)
AT = datetime(2026, 12, 1, 11, tzinfo=UTC)
BATCH = 2_000
SPECIFIED = 2_000
SAYS = (
    "{size:>7} awards: calculated {calculate:.1f} s, checked {check:.1f} s, booked {book:.1f} s, "
    "files {files:.1f} s, together {all:.1f} s; peak {peak} MB; "
    "{ratio:.1f} times the bare rows ({bare:.1f} s); "
    "{specified} specifications {specify:.1f} s ({each:.1f} ms each)"
)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    from bench import world

    url = world.start()
    rows = []
    for size in sizes:
        rows.append(measure(url, size))
        print(SAYS.format(**rows[-1]))
    for small, large in pairwise(rows):
        growth = (large["all"] / small["all"]) / (large["size"] / small["size"])
        print(f"growth from {small['size']} to {large['size']}: {growth:.2f} (1 is linear)")


def measure(url: str, size: int) -> dict:
    from bench import world

    municipality = in_child(fill, url, size)
    world.take_stock()
    found = in_child(pay, url, municipality)
    bare = in_child(bare_rows, url, found["counts"])
    specified = in_child(specify, url, municipality)
    total = sum(found[step] for step in ("calculate", "check", "book", "files"))
    return {
        "size": size,
        **found,
        **specified,
        "all": total,
        "bare": bare,
        "ratio": total / bare,
        "each": specified["specify"] / specified["specified"] * 1_000,
    }


def in_child(work, *given):
    """In a process of its own, so that its peak of memory is of this step alone."""
    from django.db import connection

    connection.close()
    with multiprocessing.get_context("fork").Pool(1) as pool:
        return pool.apply(work, given)


def fill(url: str, size: int) -> int:
    """So many awards, each with a home, an income and an account; the id of the municipality."""
    from bench.people import residents
    from plein.demo.shop import DEMO
    from plein.payments.actions.awarding import NewAward, award_all
    from plein.payments.living import Income, Living
    from plein.payments.payee import Payee
    from plein.tenants.actions import Contact, HouseStyle, add_municipality
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within

    number = Municipality.objects.count() + 1
    municipality = add_municipality(
        slug=f"bench-{number}",
        name=f"Bench {number}",
        host=f"bench-{number}.localhost",
        style=HouseStyle(brand="#0a5a9c"),
        contact=Contact("14 0000", "", ""),
        iban="NL91ABNA0417164300",
    )
    chance = Random(size)
    with within(municipality):
        for first in range(0, size, BATCH):
            people = residents(first, min(BATCH, size - first), at=AT - timedelta(days=30))
            award_all(
                [
                    NewAward(
                        each,
                        f"B-{first + place}",
                        date(2026, chance.randint(1, 10), chance.randint(1, 28)),
                        Living(
                            born=date(chance.randint(1962, 2000), 5, 5),
                            partner_born=date(1980, 1, 1) if chance.random() < 0.3 else None,
                            others_from_27=chance.choice((0, 0, 0, 1)),
                        ),
                        Payee(name="Rekeninghouder", iban="NL91ABNA0417164300"),
                        Income(wage=chance.choice((0, 0, 0, 50_000))),
                        paid_from=MONTH,
                    )
                    for place, each in enumerate(people)
                ],
                staff=None,
                by=DEMO,
                at=AT - timedelta(days=30),
            )
    return municipality.pk


def pay(url: str, municipality: int) -> dict:
    from plein.demo.shop import DEMO
    from plein.identity.models import Account, Role, Staff
    from plein.payments.actions import booking
    from plein.payments.actions.lines import calculate_run
    from plein.payments.actions.running import make_run
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within
    from plein.workflows.our_rules import our_rules

    with within(Municipality.objects.get(pk=municipality)):
        maker, checker = (
            Staff.objects.create(
                account=Account.objects.create_user(f"{name}.{municipality}@bench.example"),
                team="Financiën",
                roles=[Role.FINANCE],
            )
            for name in ("ingrid", "tom")
        )
        run = make_run(MONTH, pay_on=PAY_ON, by=maker, at=AT)
        calculate, _done = timed(lambda: calculate_run(run, our_rules(), by=DEMO, at=AT))
        check, run = timed(lambda: checked(run, maker, checker))
        book, _done = timed(lambda: all_parts(booking._book_part, run, AT))
        files, _done = timed(lambda: booking.book_run(run, by=DEMO, at=AT))
        counts = {"lines": run.lines.count(), "files": run.files.count()}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {
        "calculate": calculate,
        "check": check,
        "book": book,
        "files": files,
        "peak": peak,
        "counts": counts,
    }


def checked(run, maker, checker):
    """The work list, the totals of the page, and that nothing changed since it was calculated."""
    from plein.payments.actions.running import approve_run, looked_at, propose_run
    from plein.payments.totals import flag_counts, totals_of

    flag_counts(run)
    totals_of(run)
    looked_at(run, run.lines.values_list("pk", flat=True), by=maker, at=AT)
    propose_run(run, by=maker, at=AT)
    return approve_run(run, by=checker, at=AT)


def specify(url: str, municipality: int) -> dict:
    from plein.payments.models import PaymentRun
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within
    from plein.workflows.specifying import specify_part

    with within(Municipality.objects.get(pk=municipality)):
        run, made = PaymentRun.objects.get(), 0
        begun = time.perf_counter()
        while made < SPECIFIED and (part := specify_part(run.pk, at=AT)):
            made += part
    return {"specify": time.perf_counter() - begun, "specified": made}


def all_parts(part, *given) -> None:
    while part(*given):
        pass


def timed(work) -> tuple[float, object]:
    begun = time.perf_counter()
    found = work()
    return time.perf_counter() - begun, found


def bare_rows(url: str, counts: dict) -> float:
    """Months, lines, looks twice, transfers and entries: as many rows as the run writes."""
    from django.db import connection

    rows = counts["lines"] * (1 + 1 + 2 * 2 + 2 + 5)
    seconds, _done = timed(lambda: copy_rows(connection, rows))
    return seconds


def copy_rows(connection, rows: int) -> None:
    content = json.dumps({"amount": 1, "text": "x" * 80})
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE bare_row (id bigserial PRIMARY KEY, content text)")
        with cursor.copy("COPY bare_row (content) FROM STDIN") as copy:
            for _row in range(rows):
                copy.write_row((content,))


if __name__ == "__main__":
    import sys

    main(tuple(map(int, sys.argv[1:])) or SIZES)
