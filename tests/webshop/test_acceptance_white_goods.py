"""Amsterdam, with everybody at the counter at the same moment."""

from collections import Counter
from functools import partial
from itertools import count as numbers
from itertools import islice

import pytest
from stdnum.nl import bsn as eleven_test

from plein.identity.actions import start_household
from plein.kernel.bsn import Bsn
from plein.ledger.models import Account
from plein.ledger.queries import check_books
from plein.webshop.actions.grants import PotIsEmpty, grant_budget
from plein.webshop.actions.limits import Limit, add_limit, group_named, put_in_group
from plein.webshop.imports.applying import Booked, PotIsTooSmall, grant_rows
from plein.webshop.imports.rows import Row, RowRole
from plein.webshop.limits import LimitReached
from plein.webshop.models import (
    Category,
    Grant,
    LimitScope,
    LimitWindow,
    Order,
    OrderLine,
    SchemeKind,
    SubjectKind,
)
from plein.webshop.scheme_plan import Amount
from tests.cast import NOON, TESTS
from tests.webshop.conftest import household, order

GRANT, POT = 27_500, 69_000_000
THINGS = ("Koelkast", "Wasmachine")


def balance(account: Account) -> int:
    return Account.objects.get(pk=account.pk).balance


def rows_of_strangers(number: int) -> list[Row]:
    """A row each, for so many households that we do not know yet."""
    invented = (str(n) for n in numbers(999_992_000) if eleven_test.is_valid(str(n)))
    return [
        Row(n, f"import {n}", RowRole.HOUSEHOLD, bsn=Bsn(bsn), applicant=None)
        for n, bsn in enumerate(islice(invented, number), start=2)
    ]


class TestWhiteGoodsInAmsterdam:
    """€ 275 per household from € 690,000; a household buys one fridge and one washing machine."""

    @pytest.fixture
    def white_goods(self, open_period, bas):
        period = open_period(
            pot=POT,
            name="Witgoed",
            kind=SchemeKind.ENERGIE,
            subject=SubjectKind.HOUSEHOLD,
            amounts=[Amount(GRANT)],
        )
        for thing in THINGS:
            limit = Limit(LimitScope.HOUSEHOLD, LimitWindow.ONCE, most=1, group=thing)
            add_limit(period.scheme, limit, by=bas, at=NOON)
        return period

    @pytest.fixture
    def twelve_left(self, white_goods):
        """The first 2,497 households got 275 each: booked as one sum."""
        self.give(white_goods, "the first 2,497", cents=2_497 * GRANT)
        return white_goods

    @staticmethod
    def give(period, row, cents=None) -> Grant:
        return grant_budget(
            period, start_household(), None, cents=cents, reference=f"{row}", by=TESTS, at=NOON
        )

    @pytest.fixture
    def goods(self, white_goods, product_for, bas):
        """A fridge and a washing machine of which the municipality pays 100 euros."""
        made = []
        for thing in THINGS:
            version = product_for(
                white_goods.scheme, title=thing, price=10_000, category=Category.ENERGY
            )
            put_in_group([version.product_id], group_named(thing), by=bas, at=NOON)
            made.append(version)
        return made

    def test_the_pot_gives_2509_grants_and_leaves_25_euros(self, twelve_left):
        for row in range(12):
            assert self.give(twelve_left, row).amount == GRANT

        with pytest.raises(PotIsEmpty):
            self.give(twelve_left, "one too many")

        assert balance(twelve_left.pot) == POT - 2_509 * GRANT == 2_500

    def test_with_twelve_left_fifty_imports_at_once_make_exactly_twelve(self, at_once, twelve_left):
        imports = [
            partial(grant_rows, [row], period=twelve_left, by=TESTS, at=NOON)
            for row in rows_of_strangers(50)
        ]

        answers = at_once(imports)

        assert Counter(map(type, answers)) == {Booked: 12, PotIsTooSmall: 38}
        assert Grant.objects.filter(amount=GRANT).count() == 12
        assert balance(twelve_left.pot) == 2_500
        assert check_books().is_right()

    def test_a_second_fridge_in_one_household_is_refused_and_a_washing_machine_is_not(
        self, white_goods, fatima, grant_for, goods
    ):
        fridge, machine = goods
        me, grant = fatima.memberships.get(), grant_for(white_goods, None, None, household(fatima))
        order(fatima, (fridge, me, grant), key="fridge")

        with pytest.raises(LimitReached, match="Koelkast: hoogstens 1 per huishouden"):
            order(fatima, (fridge, me, grant), key="second fridge")
        order(fatima, (machine, me, grant), key="washing machine")

        assert balance(grant.budget) == GRANT - 20_000

    def test_two_partners_who_order_a_fridge_at_the_same_moment_get_one(
        self, at_once, white_goods, fatima, grant_for, goods
    ):
        home = household(fatima)
        grant = grant_for(white_goods, None, None, home)
        adults = list(home.members.exclude(resident=None).select_related("resident"))
        clicks = [
            partial(order, adult.resident, (goods[0], adult, grant), key=f"{adult.pk} {n}")
            for adult in adults
            for n in range(2)
        ]

        answers = at_once(clicks)

        assert len(adults) == 2
        assert Counter(map(type, answers)) == {Order: 1, LimitReached: 3}
        assert OrderLine.objects.count() == 1
        assert balance(grant.budget) == GRANT - 10_000
        assert check_books().is_right()
