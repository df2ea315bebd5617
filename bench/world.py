"""A municipality full of budgets, on the embedded PostgreSQL with fsync on."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import django
import psycopg

from plein.config.environment import VAR, database
from plein.launch.postgres import prepare, start_embedded

DATABASE = "plein_bench"
NOON = datetime(2026, 6, 1, 10, tzinfo=UTC)


BARE = """
CREATE TABLE IF NOT EXISTS bare_account (id bigint PRIMARY KEY, balance bigint NOT NULL);
CREATE TABLE IF NOT EXISTS bare_entry (
    id bigserial PRIMARY KEY, account bigint NOT NULL, amount bigint NOT NULL
);
"""


@dataclass(frozen=True)
class Shopper:
    """What one client needs to order again and again."""

    resident: str
    household: str
    choice: tuple[str, str, str]  # version, member, grant


def take_stock() -> None:
    """After much was put in at once: what PostgreSQL does by itself within minutes."""
    with psycopg.connect(_admin(), dbname=DATABASE, autocommit=True) as server:
        server.execute("VACUUM ANALYZE")


def start() -> str:
    """Start the database, migrate, and return the connection of the application."""
    urls = prepare(_admin(), DATABASE)
    os.environ["DJANGO_SETTINGS_MODULE"] = "plein.config.settings"
    os.environ["DATABASE_URL"] = urls.app
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    connection.settings_dict.update(database(urls.owner))
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(BARE)
    connection.close()
    connection.settings_dict.update(database(urls.app))
    return urls.app


def fill(shoppers: int, cents: int) -> tuple[int, list[Shopper]]:
    """A new municipality with so many budgets of so many cents; its id, and the shoppers."""
    from plein.demo.shop import DEMO
    from plein.identity.actions import household_of, know_resident
    from plein.identity.models import Account, Role, Staff
    from plein.kernel.bsn import Bsn
    from plein.tenants.actions import Contact, HouseStyle, add_municipality
    from plein.tenants.models import Municipality, Organisation
    from plein.tenants.scope import within
    from plein.webshop.actions import catalogue, credits, grants, participation, reviewing, schemes
    from plein.webshop.models import (
        Category,
        Fulfilment,
        ProviderKind,
        SchemeKind,
        SchemeStatus,
        SubjectKind,
    )
    from plein.webshop.scheme_plan import Amount, SchemePlan

    number = Municipality.objects.count() + 1
    municipality = add_municipality(
        slug=f"bench-{number}",
        name=f"Bench {number}",
        host=f"bench-{number}.localhost",
        style=HouseStyle("#0a5a9c"),
        contact=Contact("14 0", "altijd", "hier"),
        iban="NL91ABNA0417164300",
    )
    with within(municipality):
        staff = [
            Staff.objects.create(
                account=Account.objects.create_user(f"{role}{number}@bench.example", name=role),
                team="bench",
                roles=[role],
            )
            for role in (Role.SCHEME_MANAGER, Role.FINANCE)
        ]
        plan = SchemePlan(
            kind=SchemeKind.DOE_MEE_PAS,
            name="Bench",
            summary="",
            legal_ground="",
            subject=SubjectKind.MEMBER,
            period_name="2026",
            apply_from=date(2026, 1, 1),
            apply_until=date(2027, 1, 1),
            spend_from=date(2026, 1, 1),
            spend_until=date(2027, 1, 1),
            amounts=[Amount(cents)],
        )
        period = schemes.make_scheme(plan, by=staff[0], at=NOON)
        schemes.move_scheme(period.scheme, SchemeStatus.OPEN, by=staff[0], at=NOON)
        period.scheme.refresh_from_db()
        credit = credits.propose_credit(period, cents * shoppers, by=staff[0], at=NOON)
        credits.approve_credit(credit, by=staff[1], at=NOON)
        provider = catalogue.admit_provider(
            Organisation.objects.create(name=f"Bench {number}", kvk=f"{number:08d}"),
            kind=ProviderKind.SHOP,
            iban="NL91ABNA0417164300",
            by=DEMO,
            at=NOON,
        )
        offer = catalogue.Offer("Kaartje", "Een kaartje.", Category.OUT, 1_500, Fulfilment.VOUCHER)
        participation.admit_part(provider, period.scheme, by=DEMO, at=NOON)
        version = catalogue.offer_product(provider, offer, by=DEMO, at=NOON)
        reviewing.approve_product(version, [period.scheme], by=staff[0], at=NOON)
        made = []
        for bsn in test_numbers(shoppers):
            resident = know_resident(Bsn(bsn), by=DEMO, at=NOON)
            household = household_of(resident, at=NOON, day=date(2026, 1, 1))
            member = household.members.get()
            grant = grants.grant_budget(
                period, household, member, reference=bsn[-6:], by=DEMO, at=NOON
            )
            choice = (str(version.pk), str(member.pk), str(grant.pk))
            made.append(Shopper(str(resident.pk), str(household.pk), choice))
    return municipality.pk, made


def _admin() -> str:
    return start_embedded(Path(VAR) / "postgres-bench")


def test_numbers(count: int) -> list[str]:
    """Numbers of the 9999 range that pass the eleven-test and belong to nobody."""
    from stdnum.nl import bsn

    candidates = (f"9999{number:05d}" for number in range(100_000))
    valid = (number for number in candidates if bsn.is_valid(number))
    return [number for number, _index in zip(valid, range(count), strict=False)]
