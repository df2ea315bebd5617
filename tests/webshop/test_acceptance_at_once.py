"""The same cases of municipal practice, with everybody at the counter at the same moment."""

from collections import Counter
from functools import partial

from plein.ledger.models import Account
from plein.ledger.queries import check_books
from plein.webshop.actions.reserving import BudgetTooSmall
from plein.webshop.models import Order
from plein.webshop.scheme_plan import Amount
from tests.webshop.conftest import order


def balance(account: Account) -> int:
    return Account.objects.get(pk=account.pk).balance


def test_forty_tickets_of_15_at_once_on_a_budget_of_125_are_eight(
    at_once, fatima, open_period, product_for, grant_for
):
    doe_mee = open_period(name="Doe mee", amounts=[Amount(12_500, age_from=18)])
    ticket = product_for(doe_mee.scheme, title="Kaartje", price=1_500)
    member = fatima.memberships.get()
    grant = grant_for(doe_mee, member)

    answers = at_once(
        [partial(order, fatima, (ticket, member, grant), key=f"till {n}") for n in range(40)]
    )

    assert Counter(map(type, answers)) == {Order: 8, BudgetTooSmall: 32}
    assert balance(grant.budget) == 500
    assert check_books().is_right()
