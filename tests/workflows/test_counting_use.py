"""Counting what a municipality used: by the month of Amsterdam, once, and its own alone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from plein.audit.models import Act
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.documents.models import Direction, Document, DocumentState
from plein.identity.signing_in import account_signed_in, resident_signed_in
from plein.kernel.clock import local_day
from plein.kernel.months import month_of, months_after
from plein.metering.meters import Meter
from plein.metering.models import MonthlyUse
from plein.tenants.scope import within
from plein.webshop.actions.settlement import approve_batch, make_batch
from plein.webshop.actions.till import hand_over
from plein.workflows.metering import count_use, counted
from tests.cast import NOON, TESTS
from tests.in_dutch import in_dutch
from tests.payments.conftest import (  # noqa: F401 - fixtures of the benefits
    award_of,
    calculated,
    katja,
    new_award,
    noor,
    paid,
)
from tests.web.conftest import *  # noqa: F403
from tests.webshop.conftest import order

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
LAST_OF_OCTOBER = datetime(2026, 10, 31, 22, 30, tzinfo=UTC)  # 23:30 in Amsterdam
FIRST_OF_NOVEMBER = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)  # 0:30 in Amsterdam
LAST_OF_NOVEMBER = datetime(2026, 11, 30, 22, 59, tzinfo=UTC)
FIRST_OF_DECEMBER = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)  # 0:30 on 1 December
SECOND_NIGHT = datetime(2026, 12, 1, 23, 5, tzinfo=UTC)


def count(day: date = date(2026, 12, 2)) -> int:
    return count_use(day, at=SECOND_NIGHT)


def kept() -> dict[tuple[date, str], int]:
    return {(row.month, row.meter): row.count for row in MonthlyUse.objects.all()}


def test_half_past_eleven_utc_on_the_last_day_is_the_next_month(fatima):
    for at in (LAST_OF_OCTOBER, FIRST_OF_NOVEMBER, LAST_OF_NOVEMBER, FIRST_OF_DECEMBER):
        resident_signed_in(fatima, at=at)

    assert counted(months_after(NOVEMBER, -1))[Meter.RESIDENT_SIGN_INS] == 1
    assert counted(NOVEMBER)[Meter.RESIDENT_SIGN_INS] == 2
    assert counted(DECEMBER)[Meter.RESIDENT_SIGN_INS] == 1


def test_each_who_comes_in_is_counted_at_the_own_kind_of_door(sam, yara, fatima):
    account_signed_in(sam.account, at=LAST_OF_NOVEMBER)
    account_signed_in(sam.account, at=LAST_OF_NOVEMBER)
    account_signed_in(yara.account, at=LAST_OF_NOVEMBER)

    use = counted(NOVEMBER)

    assert use[Meter.STAFF_SIGN_INS] == 2
    assert use[Meter.PROVIDER_SIGN_INS] == 1
    assert use[Meter.RESIDENT_SIGN_INS] == 0


def test_who_is_nobody_here_leaves_no_line(sam, buren):
    with within(buren):
        account_signed_in(sam.account, at=LAST_OF_NOVEMBER)

        assert counted(NOVEMBER)[Meter.STAFF_SIGN_INS] == 0


def test_an_order_counts_once_whatever_is_in_it(fatima, lina, kindpakket, product_for, grant_for):
    grant = grant_for(kindpakket, lina)
    lines = [
        (product_for(kindpakket.scheme, title=title), lina, grant) for title in ("Fiets", "Bal")
    ]
    order(fatima, *lines)

    assert counted(NOVEMBER)[Meter.ORDERS] == 1


def test_an_aanvraag_counts_from_the_day_it_came_in(fatima):
    kind = publish_case_type(
        "individuele_inkomenstoeslag",
        in_dutch("individuele_inkomenstoeslag"),
        by=TESTS,
        at=LAST_OF_OCTOBER,
    )
    open_case(fatima, kind, by=fatima.actor, at=LAST_OF_NOVEMBER)

    assert counted(NOVEMBER)[Meter.CASES] == 1
    assert counted(DECEMBER)[Meter.CASES] == 0


def test_a_month_is_written_once_and_is_what_was_done(fatima):
    resident_signed_in(fatima, at=LAST_OF_NOVEMBER)

    assert count() == 1
    first = kept()
    resident_signed_in(fatima, at=LAST_OF_NOVEMBER - timedelta(days=1))
    assert count() == 0

    assert kept() == first
    assert first[NOVEMBER, Meter.RESIDENT_SIGN_INS] == 1
    assert len(first) == len(Meter)
    assert Act.objects.filter(name="metering.month.kept").count() == 1


@pytest.mark.parametrize(("day", "months"), [(1, 0), (2, 1), (30, 1)])
def test_a_month_is_counted_from_the_second_night_after_it(emmen, day, months):
    MonthlyUse.objects.create(
        month=months_after(NOVEMBER, -1), meter=Meter.ORDERS, count=0, counted_at=SECOND_NIGHT
    )

    assert count(date(2026, 12, day)) == months


def test_nights_that_were_missed_are_made_up_for(fatima):
    count()
    resident_signed_in(fatima, at=FIRST_OF_DECEMBER)

    assert count(date(2027, 2, 10)) == 2
    assert kept()[DECEMBER, Meter.RESIDENT_SIGN_INS] == 1
    assert kept()[months_after(NOVEMBER, 2), Meter.RESIDENT_SIGN_INS] == 0


def test_a_municipality_counts_its_own_alone(fatima, buren):
    resident_signed_in(fatima, at=LAST_OF_NOVEMBER)
    count()

    with within(buren):
        count()

        assert sum(kept().values()) == 0
    assert kept()[NOVEMBER, Meter.RESIDENT_SIGN_INS] == 1


def test_nobody_changes_or_removes_what_was_written(emmen):
    count()

    for change in (lambda rows: rows.update(count=1), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(MonthlyUse.objects.all())
    assert len(kept()) == len(Meter)


def test_storage_is_what_lies_there_and_not_what_was_destroyed(fatima):
    document(fatima, 700, file="een", state=DocumentState.QUARANTINE)
    document(fatima, 300, state=DocumentState.DESTROYED, scanned_at=LAST_OF_NOVEMBER)

    assert counted(NOVEMBER)[Meter.STORAGE] == 700


def document(resident, size, **more):
    return Document.objects.create(
        resident=resident,
        direction=Direction.IN,
        name_sealed=b"x",
        ending="pdf",
        size=size,
        sha256="0",
        received_at=LAST_OF_NOVEMBER,
        by_kind=resident.actor.kind,
        **more,
    )


def test_a_benefit_that_was_paid_counts_in_the_month_of_the_approval(award_of, paid):
    award_of()
    run = paid()

    month = month_of(local_day(run.decided_at))
    assert counted(month)[Meter.BENEFIT_PAYMENTS] == 1
    assert counted(months_after(month, -1))[Meter.BENEFIT_PAYMENTS] == 0


def test_a_payment_to_a_provider_counts_when_it_was_approved(
    fatima, lina, kindpakket, swimming_lessons, grant_for, yara, ingrid, tom
):
    placed = order(fatima, (swimming_lessons, lina, grant_for(kindpakket, lina)))
    hand_over(placed.pickups.get(), by=yara.actor, at=NOON)
    next_day = NOON + timedelta(days=1)
    batch = make_batch(until=local_day(next_day), by=ingrid, at=next_day)
    assert counted(NOVEMBER)[Meter.SHOP_PAYMENTS] == 0

    approve_batch(batch, pay_on=date(2026, 12, 1), by=tom, at=next_day)

    assert counted(NOVEMBER)[Meter.SHOP_PAYMENTS] == 1
