"""The cases municipalities know, with the amounts of their own pages."""

from datetime import date

import pytest

from plein.identity.actions import add_member, household_of, know_resident
from plein.identity.models import MemberRole, School
from plein.identity.queries import visible_members
from plein.kernel.bsn import Bsn
from plein.ledger.queries import check_books
from plein.webshop.actions.closing import lapse_ended_grants
from plein.webshop.actions.reserving import BudgetTooSmall
from plein.webshop.actions.till import hand_over
from plein.webshop.models import GrantStatus
from plein.webshop.scheme_plan import Amount
from plein.webshop.wishes import NotYours
from tests.cast import NOON, TESTS
from tests.webshop.conftest import household, order

START = date(2026, 1, 1)


def child(home, name, birth_month, school):
    return add_member(
        home,
        name=name,
        role=MemberRole.CHILD,
        start=START,
        birth_month=birth_month,
        school=school,
    )


class TestMeedoenInBorgerOdoorn:
    """€ 250 adult, € 350 primary school, € 500 secondary or mbo; ends with the year."""

    @pytest.fixture
    def meedoen(self, open_period):
        amounts = [
            Amount(35_000, age_until=18, school=School.PRIMARY),
            Amount(50_000, age_until=18, school=School.SECONDARY),
            Amount(50_000, age_until=18, school=School.MBO),
            Amount(25_000, age_from=18),
        ]
        return open_period(name="Meedoen", amounts=amounts)

    @pytest.fixture
    def family(self, emmen):
        """A lone parent with children of 8 and 13."""
        parent = know_resident(Bsn("999990032"), by=TESTS, at=NOON)
        home = household_of(parent, at=NOON, day=START, name="Katja")
        eight = child(home, "Evi", date(2018, 5, 1), School.PRIMARY)
        thirteen = child(home, "Mees", date(2013, 5, 1), School.SECONDARY)
        return parent, home.members.get(resident=parent), eight, thirteen

    def test_three_budgets_together_are_1100_euros(self, meedoen, family, grant_for):
        _parent, *members = family

        amounts = [grant_for(meedoen, member).amount for member in members]

        assert amounts == [25_000, 35_000, 50_000]
        assert sum(amounts) == 110_000

    def test_a_bicycle_of_420_leaves_80_and_is_not_paid_by_the_other_child(
        self, meedoen, family, grant_for, product_for
    ):
        parent, _adult, eight, thirteen = family
        for_eight, for_thirteen = grant_for(meedoen, eight), grant_for(meedoen, thirteen)
        bicycle = product_for(meedoen.scheme, title="Fiets", price=42_000)

        with pytest.raises(NotYours):
            order(parent, (bicycle, thirteen, for_eight), key="wrong budget")
        order(parent, (bicycle, thirteen, for_thirteen))

        for_thirteen.budget.refresh_from_db()
        assert for_thirteen.budget.balance == 8_000

    def test_on_new_year_remainders_return_and_open_orders_stay_payable(
        self, meedoen, family, grant_for, product_for, de_plons
    ):
        parent, _adult, _eight, thirteen = family
        grant = grant_for(meedoen, thirteen)
        bicycle = product_for(meedoen.scheme, title="Fiets", price=42_000)
        placed = order(parent, (bicycle, thirteen, grant))

        lapse_ended_grants(date(2027, 1, 1), by=TESTS, at=NOON)
        hand_over(placed.pickups.get(), by=TESTS, at=NOON)

        grant.refresh_from_db()
        meedoen.pot.refresh_from_db()
        de_plons.payable.refresh_from_db()
        assert grant.status == GrantStatus.LAPSED
        assert meedoen.pot.balance == 1_000_000 - 42_000
        assert de_plons.payable.balance == 42_000
        assert check_books().is_right()


class TestDoeMeeInEmmen:
    """€ 125 per adult per year; resident children of 18 and older apply themselves."""

    def test_a_couple_and_a_son_of_19_have_three_budgets_of_their_own(
        self, open_period, fatima, grant_for
    ):
        period = open_period(name="Doe Mee", amounts=[Amount(12_500, age_from=18)])
        home = household(fatima)
        couple = list(home.members.filter(role__in=["volwassene", "partner"]))
        student = know_resident(Bsn("999990032"), by=TESTS, at=NOON)
        son = add_member(
            home,
            name="Karim",
            role=MemberRole.CHILD,
            start=START,
            resident=student,
            birth_month=date(2007, 5, 1),
        )

        grants = [grant_for(period, member) for member in [*couple, son]]

        assert [grant.amount for grant in grants] == [12_500] * 3
        assert visible_members(student, home, NOON.date()) == [son]
        assert son not in visible_members(fatima, home, NOON.date())

    def test_eight_tickets_of_15_fit_and_the_ninth_does_not(
        self, open_period, fatima, grant_for, product_for
    ):
        period = open_period(name="Doe Mee", amounts=[Amount(12_500, age_from=18)])
        me = fatima.memberships.get()
        grant = grant_for(period, me)
        ticket = product_for(period.scheme, title="Kaartje", price=1_500)

        for number in range(8):
            order(fatima, (ticket, me, grant), key=f"ticket {number}")
        with pytest.raises(BudgetTooSmall):
            order(fatima, (ticket, me, grant), key="one more")
