"""A bailiff gets what is above the beslagvrije voet, a landlord what the resident asked for."""

from datetime import date, timedelta

import pytest

from plein.gateways.bank.payment import Payment
from plein.ledger.queries import check_books
from plein.payments.actions.deducting import (
    AlreadyAgreed,
    Asked,
    MakerAgrees,
    add_deduction,
    agree_deduction,
    stop_deduction,
)
from plein.payments.line import Standing, Wanted, amounts
from plein.payments.models import DeductionKind
from plein.payments.offs import with_offs
from plein.payments.payee import Payee
from plein.payments.paying import payees_of, payments_of
from tests.cast import NOON, TESTS
from tests.payments.conftest import AT, DECEMBER, NOVEMBER
from tests.payments.test_lines import worked

BAILIFF = Payee(name="Gerechtsdeurwaarder", iban="NL20INGB0001234567", reference="D-2026-77")
LANDLORD = Payee(name="Verhuurder", iban="NL20INGB0001234567")


@pytest.fixture
def taken_off(award_of, noor, sam):
    made = award_of()

    def add(kind: DeductionKind, cents: int, payee: Payee):
        asked = Asked(kind, cents, payee, NOVEMBER)
        return agree_deduction(add_deduction(made, asked, by=noor, at=NOON), by=sam, at=NOON)

    return add


def test_a_seizure_takes_what_is_above_the_beslagvrije_voet(taken_off, paid):
    taken_off(DeductionKind.SEIZURE, 20_000, BAILIFF)

    run = paid()

    line = run.lines.get()
    assert (line.deductions_off, line.pays) == (7_097, 134_849 - 7_097)
    lines = list(with_offs(run.lines.select_related("run", "award")))
    found = list(payments_of(lines, payees_of(run, lines, by=TESTS, at=AT)))
    assert found[1] == Payment(
        f"{line.end_to_end_id}-1", BAILIFF.name, BAILIFF.iban, 7_097, "D-2026-77"
    )
    assert run.files.get().cents == 134_849
    assert check_books().is_right()


def test_rent_is_paid_as_far_as_there_is_money(taken_off, paid):
    taken_off(DeductionKind.RENT, 65_000, LANDLORD)

    line = paid().lines.get()

    assert (line.deductions_off, line.pays) == (65_000, 134_849 - 65_000)


def test_nothing_goes_off_before_a_colleague_agreed(award_of, noor, sam, calculated):
    asked = Asked(DeductionKind.RENT, 65_000, LANDLORD, NOVEMBER)
    made = add_deduction(award_of(), asked, by=noor, at=NOON)

    with pytest.raises(MakerAgrees):
        agree_deduction(made, by=noor, at=NOON)
    assert calculated().lines.get().deductions_off == 0

    agree_deduction(made, by=sam, at=NOON)
    with pytest.raises(AlreadyAgreed):
        agree_deduction(made, by=sam, at=NOON)


def test_after_its_last_month_nothing_goes_off(taken_off, paid, noor):
    rent = taken_off(DeductionKind.RENT, 65_000, LANDLORD)
    stop_deduction(rent, until=DECEMBER, by=noor, at=NOON)

    assert paid().lines.get().deductions_off == 65_000
    assert paid(DECEMBER, date(2027, 1, 5), AT + timedelta(days=35)).lines.get().deductions_off == 0


@pytest.mark.parametrize(("left", "taken"), [(0, 0), (1, 1), (7_097, 7_097), (7_098, 7_097)])
def test_a_seizure_never_takes_more_than_room_or_money(left, taken):
    wanted = [Wanted(None, 50_000, is_seizure=True)]

    found = amounts(worked(paid=left, room=7_097), Standing(), wanted=wanted)

    assert sum(off.cents for off in found.offs) == taken
