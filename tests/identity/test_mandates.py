"""Fatima lets somebody help her; nobody helps with more, or longer, than she chose."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from plein.audit.models import Act
from plein.identity.actions import know_resident
from plein.identity.mandates import (
    CannotHelpYourself,
    NothingToHelpWith,
    OnlyTheJudge,
    UnknownHelpCode,
    WrongEnd,
    end_all_given,
    end_mandate,
    invite_helper,
    register_guardian,
    take_up_mandate,
)
from plein.identity.models import Mandate, MandateState
from plein.kernel.bsn import Bsn
from plein.kernel.clock import AMSTERDAM
from plein.kernel.short_code import spaced
from plein.tenants.scope import within
from tests.cast import BSN_OF, NOON, TESTS, TODAY

SOON = TODAY + timedelta(days=30)


@pytest.fixture
def katja(emmen):
    return know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)


@pytest.fixture
def invited(fatima):
    def make(until=SOON, at=NOON):
        return invite_helper(fatima, ["geld", "wonen"], label="mijn buurvrouw", until=until, at=at)

    return make


@pytest.fixture
def guarded(fatima, katja):
    return register_guardian(fatima, katja, ["geld"], label="Fatima", until=SOON, by=TESTS, at=NOON)


def test_who_types_the_code_becomes_the_helper(invited, katja):
    mandate, code = invited()

    taken = take_up_mandate(katja, spaced(code).lower(), at=NOON)

    assert taken.pk == mandate.pk
    assert taken.holder == katja
    assert taken.parts == ["geld", "wonen"]
    assert taken.runs_on(TODAY)


def test_the_code_is_kept_nowhere(invited):
    mandate, code = invited()

    assert code not in str(list(Mandate.objects.values()) + list(Act.objects.values()))
    assert code.encode() not in bytes(mandate.code_index)


@pytest.mark.parametrize("typed", ["", "ABCD", "ABCD-EFGH", "ABCD-EFGH-JKLM"])
def test_another_code_is_unknown(invited, katja, typed):
    invited()

    with pytest.raises(UnknownHelpCode):
        take_up_mandate(katja, typed, at=NOON)


def test_a_code_works_once(invited, katja):
    _mandate, code = invited()
    take_up_mandate(katja, code, at=NOON)

    with pytest.raises(UnknownHelpCode):
        take_up_mandate(katja, code, at=NOON)


def test_nobody_helps_oneself(invited, fatima):
    _mandate, code = invited()

    with pytest.raises(CannotHelpYourself):
        take_up_mandate(fatima, code, at=NOON)


def test_a_code_of_another_municipality_is_unknown(invited, buren):
    _mandate, code = invited()

    with within(buren):
        helper = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)
        with pytest.raises(UnknownHelpCode):
            take_up_mandate(helper, code, at=NOON)


def test_a_code_waits_two_weeks(invited, katja):
    _mandate, code = invited()

    with pytest.raises(UnknownHelpCode):
        take_up_mandate(katja, code, at=NOON + timedelta(days=14))
    take_up_mandate(katja, code, at=NOON + timedelta(days=14) - timedelta(seconds=1))


def test_a_code_is_not_taken_up_when_the_help_is_already_over(invited, katja):
    _mandate, code = invited(until=TODAY + timedelta(days=3))

    with pytest.raises(UnknownHelpCode):
        take_up_mandate(katja, code, at=NOON + timedelta(days=3))


@pytest.mark.parametrize("days", [0, -1, 366])
def test_help_ends_after_today_and_within_a_year(invited, days):
    with pytest.raises(WrongEnd):
        invited(until=TODAY + timedelta(days=days))


@pytest.mark.parametrize("days", [1, 365])
def test_help_for_a_day_or_a_year_is_fine(invited, days):
    assert invited(until=TODAY + timedelta(days=days))


def test_today_is_the_day_in_the_netherlands(invited):
    midnight = datetime(2026, 11, 25, 0, 0, tzinfo=AMSTERDAM)

    with pytest.raises(WrongEnd):
        invited(until=date(2026, 11, 25), at=midnight)
    assert invited(until=date(2026, 11, 25), at=midnight - timedelta(seconds=1))


def test_help_with_nothing_is_refused(fatima):
    with pytest.raises(NothingToHelpWith):
        invite_helper(fatima, [], label="mijn buurvrouw", until=SOON, at=NOON)


def test_help_does_not_run_on_its_last_day(invited, katja):
    mandate = take_up_mandate(katja, invited()[1], at=NOON)

    assert mandate.runs_on(SOON - timedelta(days=1))
    assert not mandate.runs_on(SOON)


@pytest.mark.parametrize("who", ["giver", "helper"])
def test_both_can_stop_it(invited, fatima, katja, who):
    mandate = take_up_mandate(katja, invited()[1], at=NOON)

    end_mandate(mandate, by=fatima if who == "giver" else katja, at=NOON)

    mandate.refresh_from_db()
    assert (mandate.state, mandate.ended_at) == (MandateState.ENDED, NOON)


def test_a_second_click_changes_nothing(invited, fatima):
    mandate, _code = invited()
    end_mandate(mandate, by=fatima, at=NOON)
    end_mandate(mandate, by=fatima, at=NOON + timedelta(days=1))

    mandate.refresh_from_db()
    assert mandate.ended_at == NOON
    assert Act.objects.filter(name="identity.mandate.ended").count() == 1


def test_somebody_else_cannot_stop_it(invited, katja):
    mandate, _code = invited()

    end_mandate(mandate, by=katja, at=NOON)

    mandate.refresh_from_db()
    assert mandate.state == MandateState.INVITED


def test_what_was_stopped_is_not_taken_up(invited, fatima, katja):
    mandate, code = invited()
    end_mandate(mandate, by=fatima, at=NOON)

    with pytest.raises(UnknownHelpCode):
        take_up_mandate(katja, code, at=NOON)


def test_a_bewindvoerder_is_not_sent_away_by_a_button(guarded, fatima, katja):
    with pytest.raises(OnlyTheJudge):
        end_mandate(guarded, by=fatima, at=NOON)
    end_all_given(fatima, by=fatima.actor, at=NOON)

    guarded.refresh_from_db()
    assert guarded.runs_on(TODAY)


def test_a_guardian_is_somebody_else(fatima):
    with pytest.raises(CannotHelpYourself):
        register_guardian(fatima, fatima, ["geld"], label="", until=SOON, by=TESTS, at=NOON)


def test_who_erases_everything_has_no_helpers_left(invited, fatima, katja):
    taken = take_up_mandate(katja, invited()[1], at=NOON)
    waiting, _code = invited()

    end_all_given(fatima, by=fatima.actor, at=NOON)

    for mandate in (taken, waiting):
        mandate.refresh_from_db()
        assert mandate.state == MandateState.ENDED


def test_the_database_knows_that_it_takes_two(invited, fatima):
    mandate, _code = invited()

    with pytest.raises(IntegrityError), transaction.atomic():
        Mandate.objects.filter(pk=mandate.pk).update(holder=fatima)


def test_a_code_typed_twice_at_once_makes_one_helper(at_once, invited, katja):
    _mandate, code = invited()
    other = know_resident(Bsn("999990044"), by=TESTS, at=NOON)

    answers = at_once(
        [
            lambda: take_up_mandate(katja, code, at=NOON),
            lambda: take_up_mandate(other, code, at=NOON),
        ]
    )

    assert sum(isinstance(answer, Mandate) for answer in answers) == 1
