"""Katja from her aanvraag to the last term of a debt: every amount was worked out by hand.

Norm of a single person from 1 July 2026: 1,419.46 a month, of which 95% is paid after the month.
"""

from datetime import UTC, date, datetime

import pytest

from plein.ledger.models import Account, AccountKind
from plein.ledger.queries import check_books
from plein.payments.actions.advancing import give_advance, settle
from plein.payments.actions.awarding import lives_otherwise
from plein.payments.actions.booking import book_run
from plein.payments.actions.debts import Claim, decide_debt, propose_debt
from plein.payments.actions.lines import calculate_run
from plein.payments.actions.paying_back import (
    TooMuchToLiveOn,
    agree_plan,
    most_per_month,
    propose_plan,
)
from plein.payments.actions.revising import revise
from plein.payments.actions.running import approve_run, looked_at, make_run, propose_run
from plein.payments.actions.telling import tell_income
from plein.payments.living import Income
from plein.payments.models import Cause, RunLine
from plein.workflows.our_rules import our_rules
from tests.cast import TESTS
from tests.payments.conftest import ALONE


def moment(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 11, 0, tzinfo=UTC)


def first(year: int, month: int) -> date:
    return date(year, month, 1)


@pytest.fixture
def pay(ingrid, tom):
    """A run from beginning to end; what it pays Katja."""

    def run_over(month: date, at: datetime, **options) -> RunLine:
        run = make_run(month, pay_on=at.date(), by=ingrid, at=at, **options)
        calculate_run(run, our_rules(), by=TESTS, at=at)
        looked_at(run, list(run.lines.values_list("pk", flat=True)), by=ingrid, at=at)
        propose_run(run, by=ingrid, at=at)
        book_run(approve_run(run, by=tom, at=at), by=TESTS, at=at)
        return run.lines.select_related("month").get()

    return run_over


def balance(kind: AccountKind) -> int:
    return sum(Account.objects.filter(kind=kind).values_list("balance", flat=True))


def test_from_the_first_advance_to_the_last_term(award_of, katja, noor, sam, pay):
    asked = {"starts_on": date(2026, 7, 16), "is_provisional": True}
    made = award_of(moment(2026, 7, 20), **asked)
    rules = our_rules()

    # 16 of 31 days: 1,419.46 x 16 / 31 = 732.62; 95% = 695.99 (695.989); 95% of that = 661.19
    give_advance(made, first(2026, 7), rules, by=noor, at=moment(2026, 8, 3))
    assert pay(first(2026, 7), moment(2026, 8, 4), only_due=True).pays == 66_119

    # The decision. July comes with August, and the advance goes off:
    # 695.99 + 1,348.49 - 661.19 = 1,383.29. Kept: 36.63 + 70.97
    settle(made, by=noor, at=moment(2026, 8, 20))
    pay(first(2026, 7), moment(2026, 8, 25))
    line = pay(first(2026, 8), moment(2026, 9, 4))
    assert line.paid == 134_849
    assert balance(AccountKind.VOORSCHOT) == 0
    assert balance(AccountKind.VAKANTIETOESLAG) == 3_663 + 7_097

    # September with 16 hours of work, 1,000.00 after tax and 80.00 holiday pay that counts:
    # a quarter of 1,080.00 is hers (270.00), 810.00 counts; 1,419.46 - 810.00 = 609.46, 95% 578.99
    helped = ALONE.model_copy(update={"decided": frozenset({"vrijlating_n_toegekend"})})
    lives_otherwise(made, helped, from_on=first(2026, 9), by=noor, at=moment(2026, 9, 20))
    tell_income(made, first(2026, 9), Income(wage=100_000), by=katja.actor, at=moment(2026, 10, 1))
    line = pay(first(2026, 9), moment(2026, 10, 5))
    assert (line.pays, line.month.kept, line.month.kept_as) == (57_899, 27_000, "n")

    # October without work: the norm again
    tell_income(made, first(2026, 10), Income(), by=katja.actor, at=moment(2026, 11, 1))
    assert pay(first(2026, 10), moment(2026, 11, 4)).pays == 134_849

    # In December it turns out that her brother of 30 lives with her since 16 October. Half of
    # 2,027.80 is 1,013.90. October: (15 x 1,419.46 + 16 x 1,013.90) / 31 = 1,210.14, 95% 1,149.63.
    # Paid 1,348.49, so 198.86 too much; kept 70.97 and now 60.51, so 10.46 goes out of the reserve.
    shared = helped.model_copy(update={"others_from_27": 1})
    lives_otherwise(made, shared, from_on=date(2026, 10, 16), by=noor, at=moment(2026, 12, 1))
    (october,) = revise(made, rules, from_month=first(2026, 10), by=TESTS, at=moment(2026, 12, 1))
    assert (october.norm, october.paid, october.reserved) == (121_014, 114_963, 6_051)
    assert balance(AccountKind.TE_VEEL) == -19_886

    # November: 1,013.90, 95% = 963.21 (963.205), kept 50.69
    assert pay(first(2026, 11), moment(2026, 12, 4)).pays == 96_321

    # It is asked back. What she can pay: 5% of 1,013.90 = 1,013.90 - 963.21 = 50.69
    claim = Claim(Cause.NOT_TOLD, first(2026, 10), first(2026, 11), 19_886, "Uw broer woont bij u.")
    debt = propose_debt(made, claim, by=noor, at=moment(2026, 12, 8))
    debt = decide_debt(debt, by=sam, at=moment(2026, 12, 9))
    assert (balance(AccountKind.TE_VEEL), balance(AccountKind.SCHULD)) == (0, -19_886)
    assert most_per_month(debt) == 5_069
    with pytest.raises(TooMuchToLiveOn):
        propose_plan(debt, 5_070, by=katja.actor, at=moment(2026, 12, 10))
    plan = propose_plan(debt, 4_000, by=katja.actor, at=moment(2026, 12, 10))
    agree_plan(plan, by=noor, at=moment(2026, 12, 11))

    # 963.21 - 40.00 five times, but the fifth is the rest: 198.86 - 4 x 40.00 = 38.86
    months = [first(2026, 12), *(first(2027, number) for number in (1, 2, 3, 4))]
    days = [moment(2027, number, 5) for number in (1, 2, 3, 4, 5)]
    paid = [pay(month, day).pays for month, day in zip(months, days, strict=True)]
    assert paid == [92_321, 92_321, 92_321, 92_321, 96_321 - 3_886]
    assert balance(AccountKind.SCHULD) == 0

    # June: July 36.63, August 70.97, September 30.47, October 60.51, and seven times 50.69
    kept = 3_663 + 7_097 + 3_047 + 6_051 + 7 * 5_069
    line = pay(first(2027, 5), moment(2027, 6, 4))
    assert (line.holiday, line.pays) == (kept, 96_321 + kept)

    # Once more all that is hers: what was paid is due + advance - set off, to the cent
    assert balance(AccountKind.UITKERING) == 0
    assert balance(AccountKind.VAKANTIETOESLAG) == 0
    assert check_books().is_right()
