"""Awards in Emmen. Noor decides on them, Ingrid makes the payments and Tom approves them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from plein.identity.actions import know_resident
from plein.identity.models import Role, Staff
from plein.kernel.bsn import Bsn
from plein.payments.actions.awarding import NewAward, award
from plein.payments.actions.booking import book_run
from plein.payments.actions.lines import calculate_run
from plein.payments.actions.running import approve_run, looked_at, make_run, propose_run
from plein.payments.living import Living
from plein.payments.models import Award, PaymentRun
from plein.payments.payee import Payee
from plein.workflows.our_rules import our_rules
from tests.cast import BSN_OF, NOON, TESTS, staff_member

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
PAY_ON = date(2026, 12, 4)
AT = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)
ALONE = Living(born=date(1998, 3, 4), children=(date(2017, 5, 1), date(2022, 6, 1)))
OF_KATJA = Payee(name="K. Jansen", iban="NL91ABNA0417164300")


@pytest.fixture
def noor(emmen) -> Staff:
    return staff_member("noor", Role.CONSULENT)


@pytest.fixture
def katja(emmen):
    return know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)


@pytest.fixture
def new_award(katja) -> NewAward:
    return NewAward(katja, "E-2026-1", date(2026, 11, 1), ALONE, OF_KATJA)


@pytest.fixture
def award_of(new_award, noor) -> Callable[..., Award]:
    """An award of Katja, with what a test wants otherwise."""

    def make(at: datetime = NOON, **changes) -> Award:
        return award(replace(new_award, **changes), by=noor, at=at)

    return make


@pytest.fixture
def calculated(ingrid) -> Callable[..., PaymentRun]:
    """A run of which the amounts are there."""

    def make(month: date = NOVEMBER, pay_on: date = PAY_ON, at: datetime = AT) -> PaymentRun:
        run = make_run(month, pay_on=pay_on, by=ingrid, at=at)
        calculate_run(run, our_rules(), by=TESTS, at=at)
        run.refresh_from_db()
        return run

    return make


@pytest.fixture
def paid(calculated, ingrid, tom) -> Callable[..., PaymentRun]:
    """A run that is looked at, approved and booked."""

    def make(month: date = NOVEMBER, pay_on: date = PAY_ON, at: datetime = AT) -> PaymentRun:
        run = calculated(month, pay_on, at)
        looked_at(run, list(run.lines.values_list("pk", flat=True)), by=ingrid, at=at)
        propose_run(run, by=ingrid, at=at)
        run = approve_run(run, by=tom, at=at)
        book_run(run, by=TESTS, at=at)
        run.refresh_from_db()
        return run

    return make
