"""Paying providers: gathered by one, approved by another, and every cent found back."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Sum

from plein.ledger.models import Account, AccountKind
from plein.ledger.queries import check_books
from plein.webshop.actions.settlement import (
    AlreadyDecided,
    ApproverIsMaker,
    DayNotOver,
    NoBankAccount,
    NothingToPay,
    approve_batch,
    make_batch,
    reject_batch,
)
from plein.webshop.actions.till import TooLateToUndo, hand_over, undo_hand_over
from plein.webshop.models import BatchStatus, OrderLine, SettlementBatch
from tests.cast import NOON, TODAY
from tests.webshop.conftest import YARA, children_of, order

TOMORROW, TOMORROW_NOON = TODAY + timedelta(days=1), NOON + timedelta(days=1)
PAY_ON = date(2026, 11, 27)


@pytest.fixture
def delivered(fatima, kindpakket, swimming_lessons, grant_for):
    """Two orders of swimming lessons, handed over today."""
    lina = children_of(fatima)[0]
    grant = grant_for(kindpakket, lina)
    pickups = []
    for key in ("one", "two"):
        pickup = order(fatima, (swimming_lessons, lina, grant), key=key).pickups.get()
        hand_over(pickup, by=YARA, at=NOON)
        pickups.append(pickup)
    return pickups


@pytest.fixture
def batch(delivered, ingrid) -> SettlementBatch:
    return make_batch(until=TOMORROW, by=ingrid, at=TOMORROW_NOON)


def approve(batch, by):
    return approve_batch(batch, pay_on=PAY_ON, by=by, at=TOMORROW_NOON)


def balance(kind: AccountKind) -> int:
    return Account.objects.filter(kind=kind).aggregate(total=Sum("balance"))["total"] or 0


def test_deliveries_of_the_day_itself_wait_for_the_next_batch(delivered, ingrid):
    with pytest.raises(NothingToPay):
        make_batch(until=TODAY, by=ingrid, at=NOON)
    with pytest.raises(DayNotOver):
        make_batch(until=TOMORROW, by=ingrid, at=NOON)


def test_a_batch_gathers_each_provider_once_and_pays_no_one_yet(batch):
    instruction = batch.instructions.get()

    assert instruction.amount == 2 * 9_500
    assert instruction.lines.count() == 2
    assert balance(AccountKind.TE_BETALEN) == 2 * 9_500


def test_what_is_in_a_batch_is_not_in_the_next(batch, ingrid):
    with pytest.raises(NothingToPay):
        make_batch(until=TOMORROW, by=ingrid, at=TOMORROW_NOON)


def test_what_is_in_a_batch_cannot_be_undone_at_the_till(delivered, batch):
    with pytest.raises(TooLateToUndo):
        undo_hand_over(delivered[0], by=YARA, at=NOON)


def test_an_approved_batch_is_booked_to_the_cent(batch, tom):
    approved = approve(batch, tom)

    assert approved.status == BatchStatus.APPROVED
    assert balance(AccountKind.TE_BETALEN) == 0
    assert balance(AccountKind.ONDERWEG) == 2 * 9_500
    booked = approved.instructions.get().booked
    assert sum(booked.entries.filter(amount__gt=0).values_list("amount", flat=True)) == 2 * 9_500
    assert check_books().is_right()


def test_who_makes_a_batch_does_not_approve_or_reject_it(batch, ingrid):
    with pytest.raises(ApproverIsMaker):
        approve(batch, ingrid)
    with pytest.raises(ApproverIsMaker):
        reject_batch(batch, "toch niet", by=ingrid, at=TOMORROW_NOON)

    batch.refresh_from_db()
    assert batch.status == BatchStatus.PROPOSED


def test_the_database_wants_four_eyes_as_well(batch, ingrid):
    with pytest.raises(IntegrityError, match="four_eyes"), transaction.atomic():
        SettlementBatch.objects.filter(pk=batch.pk).update(decided_by=ingrid)


def test_a_batch_is_decided_once(batch, tom):
    approve(batch, tom)

    with pytest.raises(AlreadyDecided):
        approve(batch, tom)
    with pytest.raises(AlreadyDecided):
        reject_batch(batch, "te laat", by=tom, at=TOMORROW_NOON)

    assert balance(AccountKind.ONDERWEG) == 2 * 9_500


def test_two_approvals_at_once_book_once(at_once, batch, tom):
    answers = at_once([lambda: approve(batch, tom)] * 4)

    assert [type(answer) for answer in answers].count(AlreadyDecided) == 3
    assert balance(AccountKind.ONDERWEG) == 2 * 9_500
    assert check_books().is_right()


def test_a_rejected_batch_lets_its_deliveries_go_in_the_next(batch, ingrid, tom):
    reject_batch(batch, "verkeerde dag", by=tom, at=TOMORROW_NOON)

    assert not OrderLine.objects.exclude(instruction=None).exists()
    again = make_batch(until=TOMORROW, by=ingrid, at=TOMORROW_NOON)
    assert again.number == batch.number + 1
    assert again.instructions.get().amount == 2 * 9_500


def test_without_a_bank_account_of_the_municipality_nothing_is_approved(emmen, batch, tom):
    emmen.iban = ""

    with pytest.raises(NoBankAccount):
        approve(batch, tom)

    assert balance(AccountKind.TE_BETALEN) == 2 * 9_500
