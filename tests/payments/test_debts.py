"""What was paid too much: asked back by two people, paid back in terms, with rest, or let go."""

from datetime import date, timedelta

import pytest

from plein.ledger.queries import check_books
from plein.payments.actions.debts import (
    AlreadySettled,
    MoreThanOverpaid,
    ProposerDecides,
    decide_debt,
    propose_debt,
    receive,
)
from plein.payments.actions.paying_back import (
    AlreadyAnswered,
    NothingProposed,
    RestTooLong,
    TooMuchToLiveOn,
    agree_plan,
    most_per_month,
    propose_plan,
    refuse_plan,
    rest,
)
from tests.payments.conftest import AT, DECEMBER, claim


def open_of(debt) -> int:
    debt.account.refresh_from_db()
    return -debt.account.balance


def test_a_cent_more_than_was_paid_too_much_is_not_asked_back(overpaid, noor):
    with pytest.raises(MoreThanOverpaid):
        propose_debt(overpaid, claim(38_529), by=noor, at=AT)


def test_who_proposes_it_does_not_decide(overpaid, noor):
    proposed = propose_debt(overpaid, claim(), by=noor, at=AT)

    with pytest.raises(ProposerDecides):
        decide_debt(proposed, by=noor, at=AT)

    assert open_of(proposed) == 0


def test_what_is_decided_on_is_owed_and_decided_once(debt, tom, overpaid):
    assert open_of(debt) == 38_528
    overpaid.overpaid.refresh_from_db()
    assert overpaid.overpaid.balance == 0
    with pytest.raises(AlreadySettled):
        decide_debt(debt, by=tom, at=AT)
    assert check_books().is_right()


def test_two_claims_together_are_not_more_than_there_was(overpaid, noor, sam):
    first = propose_debt(overpaid, claim(30_000), by=noor, at=AT)
    second = propose_debt(overpaid, claim(30_000), by=noor, at=AT)
    decide_debt(first, by=sam, at=AT)

    with pytest.raises(MoreThanOverpaid):
        decide_debt(second, by=sam, at=AT)


@pytest.mark.parametrize(
    ("cents", "refusal"),
    [(0, NothingProposed), (5_070, TooMuchToLiveOn), (38_528, TooMuchToLiveOn)],
)
def test_a_proposal_leaves_enough_to_live_on(debt, katja, cents, refusal):
    assert most_per_month(debt) == 5_069

    with pytest.raises(refusal):
        propose_plan(debt, cents, by=katja.actor, at=AT)


def test_a_proposal_is_answered_once(debt, katja, noor):
    plan = propose_plan(debt, 5_069, by=katja.actor, at=AT)
    refuse_plan(plan, "Kies een lager bedrag.", by=noor, at=AT)

    with pytest.raises(AlreadyAnswered):
        agree_plan(plan, by=noor, at=AT)


def test_a_second_proposal_takes_the_place_of_the_first(debt, katja, noor):
    first = propose_plan(debt, 1_000, by=katja.actor, at=AT)
    agree_plan(propose_plan(debt, 2_000, by=katja.actor, at=AT), by=noor, at=AT)

    with pytest.raises(AlreadyAnswered):
        agree_plan(first, by=noor, at=AT)


def test_what_comes_in_counts_once_and_never_more_than_is_open(debt):
    assert receive(debt, 10_000, key="bank-1", at=AT) == 10_000
    assert receive(debt, 10_000, key="bank-1", at=AT) == 0
    assert receive(debt, 99_999, key="bank-2", at=AT) == 28_528
    assert receive(debt, 1, key="bank-3", at=AT) == 0
    assert open_of(debt) == 0
    assert check_books().is_right()


def test_rest_is_at_most_a_year(debt, noor):
    with pytest.raises(RestTooLong):
        rest(debt, AT.date(), by=noor, at=AT)
    with pytest.raises(RestTooLong):
        rest(debt, AT.date() + timedelta(days=367), by=noor, at=AT)

    assert rest(debt, AT.date() + timedelta(days=1), by=noor, at=AT).rests_on(AT.date())


def test_while_it_rests_nothing_goes_off(debt, noor, paid):
    rest(debt, date(2027, 3, 1), by=noor, at=AT)

    line = paid(DECEMBER, date(2027, 1, 5), AT + timedelta(days=35)).lines.get()

    assert (line.debts_off, line.pays) == (0, 96_321)


def test_without_a_plan_no_more_goes_off_than_there_is_room_for(debt, paid):
    line = paid(DECEMBER, date(2027, 1, 5), AT + timedelta(days=35)).lines.get()

    assert (line.debts_off, line.pays) == (5_069, 96_321 - 5_069)
    assert open_of(debt) == 38_528 - 5_069
