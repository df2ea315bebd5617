"""A bailiff gets what is above the beslagvrije voet, a landlord what the resident asked for."""

from datetime import date, timedelta

import pytest

from plein.gateways.bank.payment import Payment
from plein.ledger.queries import check_books
from plein.payments.actions.deducting import (
    AlreadyAgreed,
    AlreadyStopped,
    Asked,
    AskedTomorrow,
    EndsBeforeItBegins,
    MakerAgrees,
    MonthIsFixed,
    ResidentSaysYesFirst,
    add_deduction,
    agree_deduction,
    change_deduction,
    drop_deduction,
    stop_deduction,
)
from plein.payments.actions.running import ChangedSince, approve_run, looked_at, propose_run
from plein.payments.going_off import going_off
from plein.payments.line import Standing, Wanted, amounts
from plein.payments.models import Deduction, DeductionKind
from plein.payments.offs import with_offs
from plein.payments.payee import Payee
from plein.payments.paying import payees_of, payments_of
from tests.cast import NOON, TESTS
from tests.payments.conftest import AT, DECEMBER, NOVEMBER
from tests.payments.test_lines import worked

BAILIFF = Payee(name="Gerechtsdeurwaarder", iban="NL20INGB0001234567", reference="D-2026-77")
SAID_YES = NOON.date()
LANDLORD = Payee(name="Verhuurder", iban="NL20INGB0001234567")


@pytest.fixture
def taken_off(award_of, noor, sam):
    award = award_of()

    def add(kind: DeductionKind, cents: int, payee: Payee):
        asked = Asked(kind, cents, payee, NOVEMBER, SAID_YES)
        return agree_deduction(add_deduction(award, asked, by=noor, at=NOON), by=sam, at=NOON)

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
    asked = Asked(DeductionKind.RENT, 65_000, LANDLORD, NOVEMBER, SAID_YES)
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


@pytest.mark.parametrize(
    ("asked_on", "refusal"),
    [(None, ResidentSaysYesFirst), (SAID_YES + timedelta(days=1), AskedTomorrow)],
)
@pytest.mark.parametrize("kind", [each for each in DeductionKind if each != DeductionKind.SEIZURE])
def test_only_a_bailiff_goes_without_a_yes(award_of, noor, kind, asked_on, refusal):
    with pytest.raises(refusal):
        add_deduction(award_of(), Asked(kind, 1, LANDLORD, NOVEMBER, asked_on), by=noor, at=NOON)


def test_nothing_starts_or_stops_in_a_month_that_is_paid(taken_off, paid, noor):
    rent = taken_off(DeductionKind.RENT, 65_000, LANDLORD)
    paid()
    asked = Asked(DeductionKind.SEIZURE, 1, BAILIFF, NOVEMBER)

    with pytest.raises(MonthIsFixed, match="december 2026"):
        add_deduction(rent.award, asked, by=noor, at=AT)
    with pytest.raises(MonthIsFixed):
        stop_deduction(rent, until=NOVEMBER, by=noor, at=AT)
    assert stop_deduction(rent, until=DECEMBER, by=noor, at=AT).until_month == DECEMBER


def test_what_is_agreed_on_after_its_month_was_paid_starts_in_the_next(award_of, paid, noor, sam):
    asked = Asked(DeductionKind.SEIZURE, 1, BAILIFF, NOVEMBER)
    made = add_deduction(award_of(), asked, by=noor, at=NOON)
    paid()

    assert agree_deduction(made, by=sam, at=AT).from_month == DECEMBER


def test_a_change_takes_the_place_once_a_colleague_agreed(taken_off, paid, noor, sam):
    rent = taken_off(DeductionKind.RENT, 65_000, LANDLORD)
    paid()
    asked = Asked(DeductionKind.RENT, 70_000, LANDLORD, DECEMBER, SAID_YES)
    changed = change_deduction(rent, asked, by=noor, at=AT)
    with pytest.raises(AlreadyStopped):
        change_deduction(rent, asked, by=noor, at=AT)
    rent.refresh_from_db()
    assert rent.until_month is None

    agree_deduction(changed, by=sam, at=AT)

    rent.refresh_from_db()
    assert rent.until_month == DECEMBER
    later = AT + timedelta(days=35)
    assert paid(DECEMBER, date(2027, 1, 5), later).lines.get().deductions_off == 70_000


def test_a_change_does_not_go_back_before_its_own_beginning(taken_off, noor):
    rent = taken_off(DeductionKind.RENT, 65_000, LANDLORD)
    asked = Asked(DeductionKind.RENT, 1, LANDLORD, NOVEMBER, SAID_YES)

    with pytest.raises(EndsBeforeItBegins):
        change_deduction(rent, asked, by=noor, at=NOON)


def test_what_is_not_agreed_on_can_be_dropped_and_what_is_cannot(award_of, noor, sam):
    asked = Asked(DeductionKind.SEIZURE, 1, BAILIFF, NOVEMBER)
    made = add_deduction(award_of(), asked, by=noor, at=NOON)
    drop_deduction(made, by=sam, at=NOON)
    assert not Deduction.objects.exists()

    agreed = add_deduction(made.award, asked, by=noor, at=NOON)
    agree_deduction(agreed, by=sam, at=NOON)
    with pytest.raises(AlreadyAgreed):
        drop_deduction(agreed, by=sam, at=NOON)


def test_a_run_that_was_calculated_before_does_not_go_on(taken_off, calculated, ingrid, tom, noor):
    rent = taken_off(DeductionKind.RENT, 65_000, LANDLORD)
    run = calculated()
    stop_deduction(rent, until=NOVEMBER, by=noor, at=AT)
    looked_at(run, list(run.lines.values_list("pk", flat=True)), by=ingrid, at=AT)
    propose_run(run, by=ingrid, at=AT)

    with pytest.raises(ChangedSince):
        approve_run(run, by=tom, at=AT)


def test_the_page_counts_as_the_run_does_in_the_same_order(taken_off, paid):
    rent = taken_off(DeductionKind.RENT, 65_000, LANDLORD)
    seizure = taken_off(DeductionKind.SEIZURE, 20_000, BAILIFF)
    award = rent.award
    assert going_off(award, at=AT) is None
    paid()

    found = going_off(award, at=AT)

    assert [each.deduction for each in found.goes] == [seizure.pk, rent.pk]
    assert [each.cents for each in found.goes] == [7_097, 65_000]
    line = paid(DECEMBER, date(2027, 1, 5), AT + timedelta(days=35)).lines.get()
    assert (found.pays, 72_097) == (line.pays, line.deductions_off)
