"""The same cases of municipal practice, with everybody at the counter at the same moment."""

from collections import Counter
from functools import partial

import pytest

from plein.identity.actions import start_household
from plein.ledger.models import Account
from plein.ledger.queries import check_books
from plein.webshop.actions.grants import PotIsEmpty, grant_budget
from plein.webshop.actions.orders import BudgetTooSmall
from plein.webshop.models import Grant, Order, SchemeKind, SchemePeriod, SubjectKind
from plein.webshop.scheme_plan import Amount
from tests.cast import NOON, TESTS
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


def give(period: SchemePeriod, row: object, cents: int | None = None) -> Grant:
    """Grant a household that is new what the scheme gives."""
    return grant_budget(
        period, start_household(), None, cents=cents, reference=f"row {row}", by=TESTS, at=NOON
    )


@pytest.fixture
def twelve_left(open_period):
    """690,000 euros, of which the first 2,497 households got 275 each: booked as one sum.

    That a household buys one fridge and one washing machine is for a later release.
    """
    period = open_period(
        pot=69_000_000,
        name="Witgoed",
        kind=SchemeKind.ENERGIE,
        subject=SubjectKind.HOUSEHOLD,
        amounts=[Amount(27_500)],
    )
    give(period, "the first 2,497", cents=2_497 * 27_500)
    return period


def test_a_pot_of_690_000_euros_gives_2509_grants_and_keeps_25_euros(twelve_left):
    for row in range(12):
        assert give(twelve_left, row).amount == 27_500

    with pytest.raises(PotIsEmpty):
        give(twelve_left, "one too many")

    assert balance(twelve_left.pot) == 2_500


def test_fifty_imports_at_once_make_the_last_twelve_grants(at_once, twelve_left):
    answers = at_once([partial(give, twelve_left, row) for row in range(50)])

    assert Counter(map(type, answers)) == {Grant: 12, PotIsEmpty: 38}
    assert balance(twelve_left.pot) == 2_500
    assert check_books().is_right()
