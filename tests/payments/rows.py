"""One of each that has a page: an award, a debt with a plan, what came back, and a signal."""

from datetime import date

from plein.identity.models import Resident, Staff
from plein.ledger.actions import open_account
from plein.ledger.models import AccountKind
from plein.payments.actions.awarding import NewAward, award
from plein.payments.living import Living
from plein.payments.models import (
    Award,
    AwardSignal,
    BankFile,
    BankFileKind,
    Cause,
    Debt,
    DebtPayment,
    Deduction,
    DeductionKind,
    From,
    Ground,
    OwedLetter,
    PaymentRun,
    Plan,
    Remission,
    Returned,
    RunLine,
)
from tests.cast import NOON

MONTH = date(2026, 10, 1)


def one_of_each(resident: Resident, staff: Staff) -> None:
    new = NewAward(resident, "E-9", MONTH, Living(born=date(1990, 1, 1)))
    made = award(new, by=staff, at=NOON)
    _owe(made, staff)
    _deduct(made, staff)
    _return(made, staff)
    AwardSignal.objects.create(
        award=made, kind="opgave_mist", version=1, month=MONTH, facts_sealed=b"x", found_at=NOON
    )


def _owe(made: Award, staff: Staff) -> None:
    debt = Debt.objects.create(
        resident=made.resident,
        award=made,
        number=1,
        cause=Cause.NOT_TOLD,
        over_from=MONTH,
        over_until=date(2026, 11, 1),
        cents=100,
        explanation_sealed=b"x",
        account=open_account(AccountKind.SCHULD, "x"),
        proposed_by=staff,
        made_at=NOON,
    )
    OwedLetter.objects.create(debt=debt)
    DebtPayment.objects.create(
        debt=debt,
        cents=1,
        taken=1,
        received_on=MONTH,
        came_from=From.OTHER,
        written_by=staff,
        written_at=NOON,
    )
    Remission.objects.create(
        award=made,
        debt=debt,
        cause=Cause.NOT_TOLD,
        ground=Ground.URGENT,
        cents=1,
        why_sealed=b"x",
        proposed_by=staff,
        made_at=NOON,
    )
    Plan.objects.create(debt=debt, per_month=10, from_month=MONTH, by_resident=True, made_at=NOON)


def _deduct(made: Award, staff: Staff) -> None:
    Deduction.objects.create(
        award=made,
        kind=DeductionKind.SEIZURE,
        per_month=100,
        payee_sealed=b"x",
        account=open_account(AccountKind.INHOUDING, "x"),
        from_month=MONTH,
        made_by=staff,
        made_at=NOON,
    )


def _return(made: Award, staff: Staff) -> None:
    run = PaymentRun.objects.create(
        number=9, month=MONTH, pay_on=NOON, made_by=staff, made_at=NOON, calculated_at=NOON
    )
    line = RunLine.objects.create(run=run, award=made, number=1, paid=100, pays=100)
    file = BankFile.objects.create(
        kind=BankFileKind.STATEMENT, digest="x", name="x", read_at=NOON, read_by=staff
    )
    Returned.objects.create(line=line, file=file, reason="AC04", cents=100, came_at=NOON)
