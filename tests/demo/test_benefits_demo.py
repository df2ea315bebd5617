"""The demo pays benefits for some months; one of them pays back."""

from plein.demo.benefits import add_benefits
from plein.identity.models import Role
from plein.ledger.models import Account, AccountKind
from plein.ledger.queries import check_books
from plein.payments.models import PaymentRun, RunState
from tests.cast import NOON, staff_member


def test_months_are_paid_and_somebody_pays_back(emmen):
    roles = {"noor": Role.CONSULENT, "sam": Role.CONSULENT}
    finance = dict.fromkeys(("ingrid", "tom"), Role.FINANCE)
    staff = {name: staff_member(name, role) for name, role in (roles | finance).items()}

    add_benefits(emmen, staff, NOON)

    runs = PaymentRun.objects.order_by("month")
    assert [(run.month.month, run.state) for run in runs] == [
        (month, RunState.READY) for month in (7, 8, 9, 10)
    ]
    owed = Account.objects.filter(kind=AccountKind.SCHULD).get()
    assert owed.balance < 0
    assert check_books().is_right()
