"""Income told after the payment: the difference is booked by itself, and what is owed is not."""

from datetime import timedelta

from plein.ledger.queries import check_books
from plein.payments.actions.telling import tell_income
from plein.payments.living import Income
from plein.payments.models import AwardMonth, Debt
from plein.workflows.late_statements import work_in_late_statements
from tests.payments.conftest import (  # noqa: F401 - fixtures of payments
    AT,
    NOVEMBER,
    award_of,
    calculated,
    katja,
    new_award,
    noor,
    paid,
)

LATER = AT + timedelta(days=7)


def test_what_was_too_much_is_set_apart_and_nobody_owes_it_yet(award_of, paid, katja):
    made = award_of()
    paid()
    tell_income(made, NOVEMBER, Income(benefit=50_000), by=katja.actor, at=LATER)

    assert work_in_late_statements(at=LATER) == 1

    # 500.00 and 40.00 holiday allowance count: 1,419.46 - 540.00 = 879.46, of which 95% is 835.49
    assert AwardMonth.objects.get(version=2).paid == 83_549
    made.overpaid.refresh_from_db()
    assert made.overpaid.balance == 83_549 - 134_849
    assert not Debt.objects.exists()
    assert check_books().is_right()


def test_a_second_night_changes_nothing(award_of, paid, katja):
    made = award_of()
    paid()
    tell_income(made, NOVEMBER, Income(benefit=50_000), by=katja.actor, at=LATER)
    work_in_late_statements(at=LATER)

    assert work_in_late_statements(at=LATER + timedelta(days=1)) == 0


def test_the_same_income_as_before_makes_no_version(award_of, paid, katja):
    made = award_of()
    paid()
    tell_income(made, NOVEMBER, Income(), by=katja.actor, at=LATER)

    assert work_in_late_statements(at=LATER) == 0
    assert AwardMonth.objects.count() == 1
