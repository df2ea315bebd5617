"""Somebody with a benefit dies: it ends, nothing more is paid by itself, the rest is for heirs."""

from datetime import date, timedelta

import pytest

from plein.payments.actions.accounts import confirm_account, propose_account
from plein.payments.actions.awarding import (
    AlreadyEnded,
    EndsBeforeDeath,
    NotDiedYet,
    end_by_death,
)
from plein.payments.actions.running import ChangedSince, approve_run, looked_at, propose_run
from plein.payments.checks import Flag
from plein.payments.models import LineState
from plein.payments.payee import Payee
from plein.vault.actions.opening import close_vault, vault_of
from plein.workflows.benefit_changes import end_as_resident_died
from tests.cast import NOON
from tests.payments.conftest import AT, DECEMBER

HEIRS = Payee(name="Erven Jansen", iban="NL20INGB0001234567")
DIED = date(2026, 11, 10)


def test_the_right_ends_on_the_day_after(award_of, noor):
    ended = end_by_death(award_of(), died_on=DIED, on=None, by=noor, at=AT)

    assert (ended.died_on, ended.ends_on) == (DIED, date(2026, 11, 11))
    assert ended.end_reason == "overlijden"


def test_the_municipality_may_go_on_for_longer_and_not_end_before(award_of, noor):
    award = award_of()
    with pytest.raises(EndsBeforeDeath):
        end_by_death(award, died_on=DIED, on=DIED, by=noor, at=AT)

    assert end_by_death(award, died_on=DIED, on=DECEMBER, by=noor, at=AT).ends_on == DECEMBER


def test_nobody_died_tomorrow_and_nobody_dies_twice(award_of, noor):
    award = award_of()
    with pytest.raises(NotDiedYet):
        end_by_death(award, died_on=AT.date() + timedelta(days=1), on=None, by=noor, at=AT)

    end_by_death(award, died_on=AT.date(), on=None, by=noor, at=AT)
    with pytest.raises(AlreadyEnded):
        end_by_death(award, died_on=AT.date(), on=None, by=noor, at=AT)


def test_a_run_holds_it_until_there_is_an_account_of_the_heirs(award_of, paid, noor, sam):
    award = award_of()
    end_by_death(award, died_on=DIED, on=None, by=noor, at=NOON)

    line = paid().lines.get()
    assert line.state == LineState.HELD
    assert Flag.DIED in line.flags

    later = AT + timedelta(days=1)
    confirm_account(propose_account(award, HEIRS, by=noor, at=later), by=sam, at=later)
    line = paid(DECEMBER, date(2027, 1, 5), AT + timedelta(days=35)).lines.get()
    assert line.state == LineState.BOOKED
    assert line.pays > 0
    assert Flag.DIED not in line.flags


def test_what_the_brp_told_holds_it_as_well(award_of, paid, katja):
    award_of()
    close_vault(vault_of(katja, at=NOON), at=NOON)

    line = paid().lines.get()

    assert line.state == LineState.HELD
    assert Flag.DIED in line.flags


def test_what_the_brp_tells_after_the_calculation_stops_the_approval(
    award_of, calculated, katja, ingrid, tom
):
    award_of()
    vault = vault_of(katja, at=NOON)
    run = calculated()
    close_vault(vault, at=AT + timedelta(minutes=1))
    looked_at(run, list(run.lines.values_list("pk", flat=True)), by=ingrid, at=AT)
    propose_run(run, by=ingrid, at=AT)

    with pytest.raises(ChangedSince):
        approve_run(run, by=tom, at=AT + timedelta(minutes=2))


def test_what_was_paid_over_days_after_is_set_apart(award_of, paid, noor):
    award = award_of()
    paid()

    later = AT + timedelta(days=1)
    months = end_as_resident_died(award, died_on=DIED, on=None, by=noor, at=later)

    award.overpaid.refresh_from_db()
    assert [month.month for month in months] == [date(2026, 11, 1)]
    assert award.overpaid.balance < 0
