"""What need not be paid back: one proposes it on a ground of the law, another decides."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from plein.identity.gate import SealedText, read_sealed
from plein.ledger.models import Account, AccountKind
from plein.ledger.queries import check_books
from plein.payments.actions.debts import MoreThanOverpaid, decide_debt, propose_debt
from plein.payments.actions.paying_back import NotOwed, propose_plan
from plein.payments.actions.receiving import CameIn, write_down
from plein.payments.actions.remitting import (
    WHY_NOT,
    Asked,
    LawLeavesNoChoice,
    MoreThanOpen,
    ProposedThisYourself,
    RemissionIsSettled,
    RemissionWaits,
    agree_remission,
    propose_letting_go,
    propose_remission,
    refuse_remission,
)
from plein.payments.known import WHY
from plein.payments.models import Cause, From, Ground, Remission, RemissionState
from tests.cast import TESTS
from tests.payments.conftest import AT, claim


def asked(cents: int, ground: Ground = Ground.URGENT) -> Asked:
    return Asked(cents, ground, "U bent lang ziek geweest.")


def open_of(debt) -> int:
    debt.account.refresh_from_db()
    return -debt.account.balance


def overpaid_of(award) -> int:
    award.overpaid.refresh_from_db()
    return -award.overpaid.balance


def costs() -> int:
    return Account.objects.get(kind=AccountKind.LASTEN, owner="bijstand 2026").balance


@pytest.fixture
def proposed(debt, noor):
    return propose_remission(debt, asked(10_000), key=uuid4(), by=noor, at=AT)


def test_nothing_changes_until_a_colleague_agrees(proposed, debt, sam):
    before = costs()
    assert open_of(debt) == 38_528

    agree_remission(proposed, by=sam, at=AT)

    assert (open_of(debt), costs()) == (28_528, before - 10_000)
    assert check_books().is_right()


def test_who_proposed_it_does_not_agree_and_may_take_it_back(proposed, debt, noor):
    with pytest.raises(ProposedThisYourself):
        agree_remission(proposed, by=noor, at=AT)

    refuse_remission(proposed, by=noor, at=AT)

    proposed.refresh_from_db()
    assert (proposed.state, open_of(debt)) == (RemissionState.REFUSED, 38_528)


def test_it_is_decided_on_once(proposed, sam, tom):
    agree_remission(proposed, by=sam, at=AT)

    with pytest.raises(RemissionIsSettled):
        agree_remission(proposed, by=tom, at=AT)
    with pytest.raises(RemissionIsSettled):
        refuse_remission(proposed, by=tom, at=AT)


def test_all_of_it_may_go_and_not_a_cent_more(debt, noor, sam, katja):
    with pytest.raises(MoreThanOpen):
        propose_remission(debt, asked(38_529), key=uuid4(), by=noor, at=AT)

    row = propose_remission(debt, asked(38_528), key=uuid4(), by=noor, at=AT)
    agree_remission(row, by=sam, at=AT)

    assert open_of(debt) == 0
    with pytest.raises(NotOwed):
        propose_plan(debt, 1_000, by=katja.actor, at=AT)


def test_what_was_paid_meanwhile_is_not_let_go_as_well(debt, noor, sam):
    row = propose_remission(debt, asked(38_528), key=uuid4(), by=noor, at=AT)
    write_down(debt, CameIn(1, AT.date(), From.RESIDENT), key=uuid4(), by=noor, at=AT)

    with pytest.raises(MoreThanOpen):
        agree_remission(row, by=sam, at=AT)


def test_policy_alone_is_no_ground_where_something_was_not_told(debt, noor):
    with pytest.raises(LawLeavesNoChoice):
        propose_remission(debt, asked(1, Ground.POLICY), key=uuid4(), by=noor, at=AT)


def test_the_database_keeps_that_ground_out_too(proposed):
    with pytest.raises(IntegrityError), transaction.atomic():
        Remission.objects.update(ground=Ground.POLICY)


def test_one_proposal_at_a_time_and_the_same_form_once(debt, noor):
    key = uuid4()
    first = propose_remission(debt, asked(1), key=key, by=noor, at=AT)
    assert propose_remission(debt, asked(1), key=key, by=noor, at=AT).pk == first.pk

    with pytest.raises(RemissionWaits):
        propose_remission(debt, asked(2), key=uuid4(), by=noor, at=AT)


def test_why_lies_sealed_for_the_resident(proposed, katja):
    sealed = SealedText(proposed.pk, WHY_NOT, proposed.why_sealed)

    assert b"ziek" not in proposed.why_sealed
    opened = read_sealed(katja, [sealed], purpose=WHY, by=TESTS, at=AT)
    assert opened == ["U bent lang ziek geweest."]


def test_what_is_let_go_before_it_is_a_debt_cannot_become_one(overpaid, noor, sam):
    waits = propose_debt(overpaid, claim(), by=noor, at=AT)
    row = propose_letting_go(
        overpaid, Cause.OWN_MISTAKE, asked(8_528, Ground.POLICY), key=uuid4(), by=noor, at=AT
    )
    before = costs()

    agree_remission(row, by=sam, at=AT)

    assert (overpaid_of(overpaid), costs()) == (30_000, before - 8_528)
    with pytest.raises(MoreThanOverpaid):
        decide_debt(waits, by=sam, at=AT)
    assert check_books().is_right()


def test_what_became_a_debt_meanwhile_is_not_let_go(overpaid, noor, sam):
    row = propose_letting_go(overpaid, Cause.NOT_TOLD, asked(1), key=uuid4(), by=noor, at=AT)
    decide_debt(propose_debt(overpaid, claim(), by=noor, at=AT), by=sam, at=AT)

    with pytest.raises(MoreThanOpen):
        agree_remission(row, by=sam, at=AT)
