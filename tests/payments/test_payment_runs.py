"""A run is made by one and approved by another; what is not right is looked at first."""

from datetime import UTC, date, datetime, timedelta

import pytest

from plein.ledger.queries import check_books
from plein.payments.actions.awarding import lives_otherwise
from plein.payments.actions.booking import book_run
from plein.payments.actions.revising import RunIsBooking, revise
from plein.payments.actions.running import (
    ApproverIsMaker,
    ChangedSince,
    NoBankAccount,
    NothingToPay,
    NotLookedAt,
    NotNow,
    PayDayIsPast,
    RunIsOpen,
    approve_run,
    calculate_again,
    drop_run,
    hold_back,
    looked_at,
    make_run,
    propose_run,
)
from plein.payments.actions.telling import tell_income
from plein.payments.checks import Flag
from plein.payments.living import Income
from plein.payments.models import AwardMonth, LineState, RunState
from plein.workflows.our_rules import our_rules
from tests.cast import TESTS
from tests.payments.conftest import ALONE, AT, DECEMBER, NOVEMBER, PAY_ON

LATER = AT + timedelta(days=35)


def flags(run) -> set[str]:
    return set(run.lines.get().flags)


def proposed(run, by):
    looked_at(run, list(run.lines.values_list("pk", flat=True)), by=by, at=AT)
    return propose_run(run, by=by, at=AT)


def test_two_runs_are_never_open_at_once(award_of, calculated, ingrid):
    award_of()
    calculated()

    with pytest.raises(RunIsOpen):
        make_run(DECEMBER, pay_on=PAY_ON, by=ingrid, at=AT)


def test_a_pay_day_that_is_over_is_refused(ingrid):
    with pytest.raises(PayDayIsPast):
        make_run(NOVEMBER, pay_on=AT.date() - timedelta(days=1), by=ingrid, at=AT)


def test_who_made_it_does_not_approve(award_of, calculated, ingrid):
    award_of()
    run = proposed(calculated(), ingrid)

    with pytest.raises(ApproverIsMaker):
        approve_run(run, by=ingrid, at=AT)


def test_without_an_account_of_the_municipality_nothing_is_approved(
    award_of, calculated, ingrid, tom, emmen
):
    award_of()
    run = proposed(calculated(), ingrid)
    emmen.iban = ""

    with pytest.raises(NoBankAccount):
        approve_run(run, by=tom, at=AT)


def test_a_first_payment_is_looked_at(award_of, calculated, ingrid):
    award_of()
    run = calculated()

    assert flags(run) == {Flag.FIRST}
    with pytest.raises(NotLookedAt):
        propose_run(run, by=ingrid, at=AT)


def test_a_month_like_the_one_before_has_no_question(award_of, paid, calculated):
    award_of()
    paid()

    assert flags(calculated(DECEMBER, date(2027, 1, 5), LATER)) == set()


def test_a_statement_that_is_late_is_a_question_and_stops_nothing(award_of, calculated, katja):
    made = award_of(asks_statement=True)

    run = calculated()

    assert flags(run) == {Flag.FIRST, Flag.NO_STATEMENT}
    assert run.lines.get().pays == 134_849
    tell_income(made, NOVEMBER, Income(), by=katja.actor, at=AT)


def test_income_that_was_told_before_goes_on_until_something_else_is_told(
    award_of, paid, calculated, katja
):
    made = award_of(asks_statement=True)
    tell_income(made, NOVEMBER, Income(benefit=50_000), by=katja.actor, at=AT)
    first = paid().lines.get().pays

    run = calculated(DECEMBER, date(2027, 1, 5), LATER)

    assert run.lines.get().pays == first
    assert flags(run) == {Flag.NO_STATEMENT}


@pytest.mark.parametrize(("wage", "asks"), [(30_000, False), (45_000, True)])
def test_a_quarter_more_or_less_is_looked_at(award_of, paid, calculated, katja, wage, asks):
    made = award_of()
    paid()
    told = datetime(2027, 1, 2, 11, tzinfo=UTC)
    tell_income(made, DECEMBER, Income(wage=wage), by=katja.actor, at=told)

    run = calculated(DECEMBER, date(2027, 1, 5), LATER)

    assert (Flag.DIFFERS in flags(run)) is asks


def test_somebody_with_two_benefits_is_looked_at(award_of, calculated):
    award_of()
    award_of(number="E-2026-2")

    run = calculated()

    assert all(Flag.TWICE in line.flags for line in run.lines.all())


def test_without_an_account_it_stands_for_the_next_run(award_of, paid):
    made = award_of(payee=None)

    run = paid()

    line = run.lines.get()
    assert (line.state, line.flags) == (LineState.HELD, [Flag.FIRST, Flag.NO_ACCOUNT])
    made.due.refresh_from_db()
    assert made.due.balance == 134_849
    assert bytes(run.files.get().content) == b""
    assert check_books().is_right()


def test_what_is_held_back_comes_with_the_next_run(award_of, calculated, paid, ingrid, tom):
    award_of()
    run = calculated()
    hold_back(run.lines.get(), "Wij bellen eerst.", by=ingrid, at=AT)
    book_run(approve_run(propose_run(run, by=ingrid, at=AT), by=tom, at=AT), by=TESTS, at=AT)

    line = paid(DECEMBER, date(2027, 1, 5), LATER).lines.get()

    assert (line.carried, line.pays) == (134_849, 2 * 134_849)


def test_what_is_known_later_stops_the_approval_until_it_is_calculated_again(
    award_of, calculated, ingrid, tom, katja
):
    made = award_of()
    run = proposed(calculated(), ingrid)
    tell_income(made, NOVEMBER, Income(wage=50_000), by=katja.actor, at=AT + timedelta(hours=1))

    with pytest.raises(ChangedSince):
        approve_run(run, by=tom, at=AT + timedelta(hours=2))

    again = calculate_again(run, by=ingrid, at=AT + timedelta(hours=2))
    assert again.state == RunState.CALCULATING
    assert not AwardMonth.objects.exists()


def test_a_dropped_run_pays_nothing_and_leaves_no_month(award_of, calculated, ingrid):
    made = award_of()
    run = drop_run(calculated(), "Nog niet", by=ingrid, at=AT)

    assert (run.state, run.lines.count()) == (RunState.DROPPED, 0)
    assert not AwardMonth.objects.filter(award=made).exists()
    with pytest.raises(NotNow):
        propose_run(run, by=ingrid, at=AT)


def test_a_run_without_lines_is_not_offered(calculated, ingrid):
    with pytest.raises(NothingToPay):
        propose_run(calculated(), by=ingrid, at=AT)


def test_while_a_run_is_booked_no_month_is_worked_out_anew(award_of, calculated, ingrid, tom, noor):
    made = award_of()
    approve_run(proposed(calculated(), ingrid), by=tom, at=AT)
    lives_otherwise(made, ALONE, from_on=NOVEMBER, by=noor, at=AT)

    with pytest.raises(RunIsBooking):
        revise(made, our_rules(), from_month=NOVEMBER, by=TESTS, at=AT)


def test_a_run_takes_as_many_queries_for_many_as_for_one(
    award_of, calculated, django_assert_max_num_queries
):
    for number in range(12):
        award_of(number=f"E-{number}")

    with django_assert_max_num_queries(45):
        calculated()
