"""What makes each kind of signal ask, the edge where it does not, and the words of its facts."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.translation import override

from plein.identity.actions import know_resident, start_household
from plein.inbox.models import Task, TaskState
from plein.kernel.bsn import Bsn
from plein.payments.actions.deducting import Asked, add_deduction, agree_deduction
from plein.payments.actions.telling import tell_income
from plein.payments.known import WHY
from plein.payments.living import Income
from plein.payments.models import DeductionKind
from plein.payments.signals import opening
from plein.payments.signals.facts import Fact, Facts
from plein.payments.signals.kinds.opgave_mist import GOES_ON
from tests.cast import BSN_OF, NOON, TESTS
from tests.payments.conftest import ALONE, AT, DECEMBER, NOVEMBER, OF_KATJA
from tests.payments.signals import (
    LITTLE,
    NIGHT,
    NOT_TOLD,
    TOGETHER,
    WAGE,
    ask_twice,
    live_together,
    look,
    told_nothing_beside_a_wage,
    turn_on,
)


def opened(signal) -> Facts:
    (found,) = opening.opened([signal], why=WHY, by=TESTS, at=NIGHT)
    return found.facts


def facts_of(signal) -> list[str]:
    return [each.replace("\N{NO-BREAK SPACE}", " ") for each in opened(signal).said]


@pytest.fixture
def on(femke, wim):
    return lambda key: turn_on(key, wim, femke)


def test_a_wage_on_the_form_that_was_not_told_is_asked_about(award_of, on):
    told_nothing_beside_a_wage(award_of())
    on(WAGE)

    (signal,) = look(WAGE)

    assert facts_of(signal) == [
        "UWV kende over november 2026 een loon. Na belasting is dat ongeveer € 812,00.",
        "In de opgave over november 2026 staat geen loon.",
    ]


def test_who_tells_the_wage_after_all_is_not_asked(award_of, on, katja):
    award = award_of()
    told_nothing_beside_a_wage(award)
    tell_income(award, NOVEMBER, Income(wage=81_200), by=katja.actor, at=NIGHT)
    on(WAGE)

    assert look(WAGE) == []


@pytest.fixture
def jans(award_of):
    """Jan gets a benefit too."""
    jan = know_resident(Bsn(BSN_OF["jan"]), by=TESTS, at=NOON)
    return lambda living=ALONE: award_of(resident=jan, number="E-2026-2", living=living)


def test_two_in_one_household_who_count_nobody_else_are_both_asked(award_of, jans, on, katja):
    own, other = award_of(), jans()
    live_together(katja, other.resident, household=start_household())
    on(TOGETHER)

    first, second = look(TOGETHER)

    assert facts_of(first) == [
        "Bij de gemeente staat nog iemand in hetzelfde huishouden.",
        "De uitkering rekent met niemand anders in huis.",
    ]
    assert opened(first).beside == (other.pk,)
    assert opened(second).beside == (own.pk,)


@pytest.mark.parametrize("counts", [{"others_from_27": 1}, {"partner_born": date(1990, 1, 1)}])
def test_who_counts_somebody_is_not_asked_nor_is_the_other(award_of, jans, on, katja, counts):
    award_of()
    other = jans(ALONE.model_copy(update=counts))
    live_together(katja, other.resident, household=start_household())
    on(TOGETHER)

    assert look(TOGETHER) == []


def test_two_in_two_households_are_not_asked(award_of, jans, on, katja):
    award_of()
    other = jans()
    live_together(katja, household=start_household())
    live_together(other.resident, household=start_household())
    on(TOGETHER)

    assert look(TOGETHER) == []


@pytest.fixture
def twice(award_of):
    award = award_of(asks_statement=True, starts_on=date(2026, 10, 1))
    ask_twice(award)
    return award


def test_two_months_without_a_statement_are_asked_about(twice, on):
    on(NOT_TOLD)

    (signal,) = look(NOT_TOLD)

    assert facts_of(signal) == [
        "Over oktober 2026 en november 2026 kregen wij geen opgave.",
        "De uitkering loopt door.",
    ]


def test_one_month_without_a_statement_is_no_question(twice, on, katja):
    tell_income(twice, NOVEMBER, Income(), by=katja.actor, at=NIGHT - timedelta(days=1))
    on(NOT_TOLD)

    assert look(NOT_TOLD) == []


def test_who_said_that_it_does_not_work_is_helped_already(twice, on):
    Task.objects.filter(due_on__month=12).update(state=TaskState.OBSTACLE)
    on(NOT_TOLD)

    assert look(NOT_TOLD) == []


def test_a_statement_that_is_not_due_yet_is_no_question(twice, on):
    on(NOT_TOLD)

    assert look(NOT_TOLD, at=datetime(2026, 12, 8, 10, tzinfo=UTC)) == []


@pytest.fixture
def rent(noor, sam):
    def deduct(award, cents):
        asked = Asked(DeductionKind.RENT, cents, OF_KATJA, DECEMBER, asked_on=AT.date())
        return agree_deduction(add_deduction(award, asked, by=noor, at=AT), by=sam, at=AT)

    return deduct


@pytest.mark.parametrize(("above", "asked"), [(0, 0), (1, 1)])
def test_a_cent_below_the_beslagvrije_voet_is_asked_about(award_of, paid, rent, on, above, asked):
    award = award_of()
    paid()
    room = award.months.get().room
    award.refresh_from_db()
    rent(award, room + above)
    run = paid(DECEMBER, date(2027, 1, 5), datetime(2027, 1, 2, 9, tzinfo=UTC))
    assert run.lines.get().deductions_off == room + above
    on(LITTLE)

    found = look(LITTLE, DECEMBER, datetime(2027, 1, 15, 2, tzinfo=UTC))

    assert len(found) == asked
    assert not found or "Over december 2026 ging er" in facts_of(found[0])[0]


def test_a_debt_and_a_deduction_at_once_are_asked_about(debt, rent, on):
    rent(debt.award, 1_000)
    on(LITTLE)

    (signal,) = look(LITTLE)

    assert facts_of(signal) == [
        "Er staat nog € 385,28 open om terug te betalen.",
        "Elke maand betalen wij uit de uitkering ook iemand anders.",
    ]


def test_a_debt_alone_is_no_question(debt, on):
    on(LITTLE)

    assert look(LITTLE) == []


def test_facts_are_kept_in_dutch_whatever_language_is_read():
    with override("en"):
        assert Fact.of(GOES_ON).words == "De uitkering loopt door."
