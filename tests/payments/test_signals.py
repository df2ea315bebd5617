"""Signals ask a question that two people agreed to, on declared data, and change nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from plein.audit.models import Act, Look
from plein.delivery.models import Delivery
from plein.identity.actions import start_household
from plein.identity.switch import SwitchState
from plein.identity.switching import (
    AlreadyOn,
    NothingToConfirm,
    ProposerConfirms,
    ReviewIsDue,
    RuleChanged,
)
from plein.inbox.models import Event, Task
from plein.kernel.months import months_after
from plein.ledger.models import Account, Transfer
from plein.payments.actions.awarding import end
from plein.payments.actions.deducting import Asked, add_deduction, agree_deduction
from plein.payments.actions.signalling import (
    AlreadyLookedInto,
    destroy_signals,
    look_for,
    look_into,
)
from plein.payments.actions.switching import confirm_kind, propose_kind, turn_off
from plein.payments.actions.telling import tell_income
from plein.payments.living import Income
from plein.payments.models import (
    Award,
    AwardMonth,
    AwardSignal,
    DeductionKind,
    Outcome,
    RunLine,
    SignalState,
    SignalSwitch,
)
from plein.payments.signals.library import every_kind
from plein.tenants.models import Module
from plein.tenants.scope import within
from plein.workflows.signals import destroy_old_signals, look_for_signals
from tests.cast import NOON, TESTS
from tests.payments.conftest import AT, NOVEMBER, OF_KATJA
from tests.payments.signals import (
    LITTLE,
    NIGHT,
    NOT_TOLD,
    SHOWN,
    TOGETHER,
    WAGE,
    ask_twice,
    live_together,
    look,
    somebody,
    told_nothing_beside_a_wage,
    turn_on,
)
from tests.payments.test_signal_facts import facts_of


@pytest.fixture
def on(femke, wim):
    """Turn a kind on, by Wim and Femke."""
    return lambda key: turn_on(key, wim, femke)


@pytest.fixture
def asked(award_of, on):
    """Katja told of no wage while the form showed one, and is asked."""
    told_nothing_beside_a_wage(award_of())
    on(WAGE)
    (signal,) = look(WAGE)
    return signal


def test_nothing_looks_before_two_people_agreed(award_of, wim, femke):
    told_nothing_beside_a_wage(award_of())
    kind = every_kind()[WAGE]
    assert look(WAGE) == []

    propose_kind(kind, by=wim, at=NOON)
    assert look(WAGE) == []
    with pytest.raises(ProposerConfirms):
        confirm_kind(kind, by=wim, at=NOON)

    confirm_kind(kind, by=femke, at=NOON)
    assert len(look(WAGE)) == 1


def test_the_database_keeps_the_four_eyes_as_well(on, wim):
    switch = on(WAGE)

    with pytest.raises(IntegrityError), transaction.atomic():
        SignalSwitch.objects.filter(pk=switch.pk).update(confirmed_by=wim)


def test_it_is_proposed_once_and_confirmed_once(on, wim, femke):
    on(WAGE)

    with pytest.raises(AlreadyOn):
        propose_kind(every_kind()[WAGE], by=wim, at=NOON)
    with pytest.raises(NothingToConfirm):
        confirm_kind(every_kind()[WAGE], by=femke, at=NOON)


def test_one_turns_it_off_at_once_and_open_questions_fall_away(asked, sam, award_of, wim):
    kind = every_kind()[WAGE]

    assert turn_off(kind, by=wim, at=NIGHT) == 1

    assert not AwardSignal.objects.exists()
    assert SignalSwitch.objects.get().state == SwitchState.OFF
    assert look(WAGE, at=NIGHT + timedelta(days=31), month=date(2026, 12, 1)) == []
    assert turn_off(kind, by=wim, at=NIGHT) == 0


def test_what_was_looked_into_stays_when_it_is_turned_off(asked, sam, wim):
    look_into(asked, Outcome.RIGHT, "Het klopt.", by=sam, at=NIGHT)

    assert turn_off(every_kind()[WAGE], by=wim, at=NIGHT) == 0
    assert AwardSignal.objects.count() == 1


def test_it_stops_on_the_day_of_its_review(award_of, on, wim):
    told_nothing_beside_a_wage(award_of())
    on(WAGE)
    kind = every_kind()[WAGE]

    due = replace(kind, review_on=NIGHT.date())
    assert look_for(due, NOVEMBER, by=TESTS, at=NIGHT) == 0
    with pytest.raises(ReviewIsDue):
        propose_kind(due, by=wim, at=NIGHT)

    day_before = replace(kind, review_on=NIGHT.date() + timedelta(days=1))
    assert look_for(day_before, NOVEMBER, by=TESTS, at=NIGHT) == 1


def test_a_rule_that_changed_looks_only_when_two_people_agree_anew(award_of, on, wim, femke):
    told_nothing_beside_a_wage(award_of())
    on(WAGE)
    changed = replace(every_kind()[WAGE], version=2)

    assert look_for(changed, NOVEMBER, by=TESTS, at=NIGHT) == 0

    turn_off(changed, by=wim, at=NOON)
    propose_kind(every_kind()[WAGE], by=wim, at=NOON)
    with pytest.raises(RuleChanged):
        confirm_kind(changed, by=femke, at=NOON)


def test_a_second_night_asks_nothing_twice(asked):
    SignalSwitch.objects.update(looked_over=None)  # as if the night broke off before its end

    assert look_for(every_kind()[WAGE], NOVEMBER, by=TESTS, at=NIGHT) == 0
    assert AwardSignal.objects.count() == 1


def test_an_award_is_asked_the_same_once_in_a_month(asked):
    with pytest.raises(IntegrityError), transaction.atomic():
        AwardSignal.objects.create(
            award=asked.award, kind=WAGE, version=1, month=NOVEMBER, facts_sealed=b"", found_at=AT
        )


@pytest.mark.parametrize(("months", "again"), [(1, 0), (4, 1)])
def test_what_was_answered_is_not_asked_again_soon(asked, sam, months, again):
    look_into(asked, Outcome.RIGHT, "Het klopt.", by=sam, at=NIGHT)
    later, night = months_after(NOVEMBER, months), NIGHT + timedelta(days=31 * months)
    told = {"by": asked.award.resident.actor, "at": night - timedelta(days=2)}
    tell_income(asked.award, later, Income(), shown=SHOWN, **told)

    assert len(look(WAGE, later, night)) == again


def test_a_person_answers_once(asked, sam, noor):
    looked = look_into(asked, Outcome.HELPED, "Wij vulden het samen in.", by=sam, at=NIGHT)

    assert (looked.state, looked.looked_by) == (SignalState.LOOKED_INTO, sam)
    with pytest.raises(AlreadyLookedInto):
        look_into(asked, Outcome.RIGHT, "Toch niet.", by=noor, at=NIGHT)


def test_no_signal_is_closed_without_a_person(asked):
    with pytest.raises(IntegrityError), transaction.atomic():
        AwardSignal.objects.filter(pk=asked.pk).update(state=SignalState.LOOKED_INTO)


def test_a_night_touches_no_award_month_line_or_account(award_of, paid, on, sam, noor):
    award = award_of(asks_statement=True)
    wish = Asked(DeductionKind.RENT, 130_000, OF_KATJA, NOVEMBER, asked_on=NOON.date())
    agree_deduction(add_deduction(award, wish, by=noor, at=NOON), by=sam, at=NOON)
    paid()
    told_nothing_beside_a_wage(award)
    for key in every_kind():
        on(key)
    before = everything()

    for kind in every_kind().values():
        look_for(kind, NOVEMBER, by=TESTS, at=NIGHT)
    for signal in AwardSignal.objects.all():
        look_into(signal, Outcome.CHANGED, "Aangepast.", by=sam, at=NIGHT)

    assert AwardSignal.objects.count() == 2
    assert everything() == before


def everything():
    """What is paid, and what is sent or asked."""
    tables = (Award, AwardMonth, RunLine, Transfer, Account, Delivery, Task, Event)
    return [list(model.objects.order_by("pk").values()) for model in tables]


def test_each_resident_whose_data_were_opened_has_a_line_that_says_why(asked, katja):
    line = Look.objects.filter(subject=katja.pk, purpose__contains="opgave volledig").get()

    assert line.basis == "Participatiewet art. 17 en 53a"
    assert line.elements == ["loon op het formulier", "uw inkomen"]


def test_nobody_else_is_looked_at(award_of, on, katja):
    award_of()
    on(WAGE)

    assert look(WAGE) == []
    assert not Look.objects.filter(subject=katja.pk, purpose__contains="volledig").exists()


@pytest.mark.parametrize("key", [WAGE, TOGETHER, NOT_TOLD, LITTLE])
def test_more_awards_take_no_more_queries(key, award_of, on):
    on(key)
    household = start_household()
    few = _queries(key, [_asked_of_all(award_of, n, household) for n in range(2)])
    AwardSignal.objects.all().delete()
    SignalSwitch.objects.update(looked_over=None)

    many = _queries(key, [_asked_of_all(award_of, n, household) for n in range(2, 8)])

    assert AwardSignal.objects.filter(kind=key).count() == (0 if key == LITTLE else 8)
    assert many == few


def _asked_of_all(award_of, number, household):
    resident = somebody(number)
    award = award_of(
        resident=resident, number=f"E-{number}", asks_statement=True, starts_on=date(2026, 10, 1)
    )
    live_together(resident, household=household)
    ask_twice(award)
    return award


def _queries(key, awards):
    if key == WAGE:
        for award in awards:
            told_nothing_beside_a_wage(award)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        look_for(every_kind()[key], NOVEMBER, by=TESTS, at=NIGHT)
    return len(queries)


def test_a_municipality_that_left_the_part_off_is_never_looked_at(emmen, award_of, on):
    told_nothing_beside_a_wage(award_of())
    on(WAGE)

    assert look_for_signals(NIGHT.date(), at=NIGHT) == 0

    emmen.modules = [*emmen.modules, Module.SIGNALS]
    assert look_for_signals(NIGHT.date() - timedelta(days=1), at=NIGHT) == 0  # before the middle
    assert look_for_signals(NIGHT.date(), at=NIGHT) == 1


def test_another_municipality_sees_no_switch_and_no_signal(asked, buren):
    with within(buren):
        assert not SignalSwitch.objects.exists()
        assert not AwardSignal.objects.exists()
        assert look(WAGE) == []


def test_a_benefit_that_ended_is_not_asked_about(award_of, on, noor):
    award = award_of()
    told_nothing_beside_a_wage(award)
    end(award, on=date(2026, 12, 1), reason="werk", by=noor, at=AT)
    on(WAGE)

    assert look(WAGE) == []


def test_it_is_destroyed_after_the_term_of_its_kind(asked, sam):
    look_into(asked, Outcome.HELPED, "Geholpen.", by=sam, at=NIGHT)

    assert destroy_old_signals(at=NIGHT + timedelta(days=365)) == 0
    assert destroy_old_signals(at=NIGHT + timedelta(days=366)) == 1
    assert Act.objects.filter(name="payments.signals.destroyed").count() == 1


def test_what_nobody_looked_into_is_destroyed_as_well(asked):
    kinds = [replace(every_kind()[WAGE], keep="P1M")]

    assert destroy_signals(kinds, by=TESTS, at=NIGHT + timedelta(days=31)) == 0
    assert destroy_signals(kinds, by=TESTS, at=NIGHT + timedelta(days=33)) == 1


def test_the_facts_are_sealed(asked):
    assert b"UWV" not in bytes(asked.facts_sealed)
    assert "UWV" in facts_of(asked)[0]
