"""Awards in Emmen. Noor decides on them, Ingrid makes the payments and Tom approves them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from plein.identity.actions import know_resident
from plein.identity.models import Role, Staff
from plein.kernel.bsn import Bsn
from plein.payments.actions.awarding import NewAward, award, lives_otherwise
from plein.payments.actions.booking import book_run
from plein.payments.actions.debts import Claim, decide_debt, propose_debt
from plein.payments.actions.lines import calculate_run
from plein.payments.actions.revising import revise
from plein.payments.actions.running import approve_run, looked_at, make_run, propose_run
from plein.payments.living import Living
from plein.payments.models import Award, Cause, PaymentRun
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


@pytest.fixture
def overpaid(award_of, paid, noor):
    """November was paid as if she lived alone: 1,348.49 where 963.21 was right."""
    made = award_of()
    paid()
    living = ALONE.model_copy(update={"others_from_27": 1})
    lives_otherwise(made, living, from_on=NOVEMBER, by=noor, at=AT + timedelta(days=7))
    revise(made, our_rules(), from_month=NOVEMBER, by=TESTS, at=AT + timedelta(days=7))
    made.overpaid.refresh_from_db()
    assert made.overpaid.balance == 96_321 - 134_849
    return made


def claim(cents: int = 38_528) -> Claim:
    return Claim(Cause.NOT_TOLD, NOVEMBER, DECEMBER, cents, "Uw broer woont bij u.")


@pytest.fixture
def debt(overpaid, noor, sam):
    return decide_debt(propose_debt(overpaid, claim(), by=noor, at=AT), by=sam, at=AT)
