"""A file with budgets as a municipality makes it, and a period that can pay them."""

import time
from datetime import datetime
from itertools import count, islice

COLUMNS = "kenmerk;bsn;voornaam;rol;geboortemaand;school;bsn_aanvrager;bedrag;postcode\n"
EACH = 10_000  # cents
WRITTEN = 9  # rows for each: person, household, place, grant, two accounts, entry, two of the log


def place(size: int, at: datetime):
    """A municipality with a pot for so many budgets; and who books them."""
    from bench import world
    from plein.demo.shop import DEMO
    from plein.identity.models import Role, Staff
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within
    from plein.webshop.actions.credits import approve_credit, propose_credit
    from plein.webshop.models import SchemePeriod

    number, _shoppers = world.fill(1, EACH)
    municipality = Municipality.objects.get(pk=number)
    with within(municipality):
        period = SchemePeriod.objects.select_related("scheme", "pot").get()
        maker, checker = (
            Staff.objects.get(roles=[role]) for role in (Role.SCHEME_MANAGER, Role.FINANCE)
        )
        credit = propose_credit(period, EACH * size, by=maker, at=at)
        approve_credit(credit, by=checker, at=at)
        period.pot.refresh_from_db()
    return municipality, period, DEMO


def csv(size: int) -> bytes:
    from stdnum.nl import bsn

    numbers = (str(n) for n in count(900_000_000) if bsn.is_valid(str(n)))
    rows = (
        f"A-{place:06d};{number};Bewoner;volwassene;;;;;78{place % 90 + 10:02d} AB\n"
        for place, number in enumerate(islice(numbers, size))
    )
    return (COLUMNS + "".join(rows)).encode()


def read(content: bytes) -> list:
    from plein.identity.imports.records import read_records
    from plein.webshop.imports.reading import COLUMNS as KNOWN
    from plein.webshop.imports.reading import OPTIONAL
    from plein.webshop.imports.rows import read_rows

    rows, problems = read_rows(read_records(content, KNOWN, OPTIONAL))
    if problems:
        raise SystemExit(problems[0])
    return rows


def bare(size: int) -> float:
    """Seconds to COPY as many rows of two numbers."""
    from django.db import connection

    from bench.payments import copy_rows

    connection.ensure_connection()
    begin = time.perf_counter()
    copy_rows(connection.connection, size * WRITTEN)
    return time.perf_counter() - begin
