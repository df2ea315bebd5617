"""Nieuwegein gives in kind: a bicycle, a laptop and a printer, each so often and no more."""

from datetime import UTC, date, datetime

import pytest

from plein.identity.actions import add_member, household_of, know_resident
from plein.identity.models import MemberRole, School
from plein.kernel.bsn import Bsn
from plein.ledger.models import Account
from plein.ledger.queries import check_books
from plein.webshop.actions.closing import lapse_ended_grants
from plein.webshop.actions.limits import Limit, add_limit, group_named, put_in_group
from plein.webshop.limits import LimitReached
from plein.webshop.models import Category, LimitScope, LimitWindow, OrderLine
from plein.webshop.scheme_plan import Amount
from plein.webshop.wishes import AgeDoesNotFit
from tests.cast import NOON, TESTS
from tests.webshop.conftest import order

START = date(2026, 1, 1)
LAPTOP_LIMIT = Limit(LimitScope.MEMBER, LimitWindow.YEARS, most=1, group="Laptop", years=4)
PRINTER_LIMIT = Limit(LimitScope.HOUSEHOLD, LimitWindow.ONCE, most=1, group="Printer")


class TestSchoolThingsInNieuwegein:
    """A laptop once in four years per child at secondary school; one printer per household."""

    @pytest.fixture
    def parent(self, emmen):
        return know_resident(Bsn("999990032"), by=TESTS, at=NOON)

    @pytest.fixture
    def child(self, parent):
        home = household_of(parent, at=NOON, day=START, name="Katja")

        def make(name, birth_month, school=School.SECONDARY):
            return add_member(
                home,
                name=name,
                role=MemberRole.CHILD,
                start=START,
                birth_month=birth_month,
                school=school,
            )

        return make

    @pytest.fixture
    def twins(self, child):
        return [child(name, date(2013, 5, 1)) for name in ("Bo", "Kim")]

    @pytest.fixture
    def period(self, open_period, bas):
        made = open_period(name="Schoolspullen", amounts=[Amount(100_000, age_until=18)])
        for limit in (LAPTOP_LIMIT, PRINTER_LIMIT):
            add_limit(made.scheme, limit, by=bas, at=NOON)
        return made

    @pytest.fixture
    def thing(self, period, product_for, bas):
        def make(group, price, **changes):
            version = product_for(
                period.scheme, title=group, price=price, category=Category.COMPUTER, **changes
            )
            put_in_group([version.product_id], group_named(group), by=bas, at=NOON)
            return version

        return make

    @pytest.fixture
    def laptop(self, thing):
        return thing("Laptop", 40_000, age_from=12)

    def test_twins_order_two_laptops_and_of_two_printers_one_is_refused(
        self, parent, twins, period, grant_for, thing, laptop
    ):
        printer = thing("Printer", 12_000)
        bo, kim = ((twin, grant_for(period, twin)) for twin in twins)
        laptops = [(laptop, *bo), (laptop, *kim)]

        with pytest.raises(LimitReached, match="Printer: hoogstens 1 per huishouden"):
            order(parent, *laptops, (printer, *bo), (printer, *kim), key="all of it")
        assert not OrderLine.objects.exists()
        order(parent, *laptops, (printer, *bo), key="one printer")
        with pytest.raises(LimitReached, match="Printer: hoogstens 1 per huishouden"):
            order(parent, (printer, *kim), key="the second, another day")

        assert [line.version.title for line in OrderLine.objects.order_by("version__title")] == [
            "Laptop",
            "Laptop",
            "Printer",
        ]
        assert check_books().is_right()

    def test_a_child_of_4_cannot_get_a_laptop(self, parent, child, period, grant_for, laptop):
        four = child("Evi", date(2022, 5, 1), School.PRIMARY)
        grant = grant_for(period, four)

        with pytest.raises(AgeDoesNotFit, match="past niet bij de leeftijd"):
            order(parent, (laptop, four, grant))

        assert Account.objects.get(pk=grant.budget_id).balance == 100_000

    def test_150_euros_saved_three_times_buy_one_bicycle_of_450(
        self, parent, twins, open_period, next_year, grant_for, product_for
    ):
        first = open_period(name="Fietsfonds", amounts=[Amount(15_000)], saves_up_to=30_000)
        second = next_year(first, "2027")
        third = next_year(second, "2028")
        bicycle = product_for(first.scheme, title="Fiets", price=45_000, category=Category.BIKE)
        grants = [grant_for(period, twins[0]) for period in (first, second, third)]

        lapse_ended_grants(date(2027, 1, 1), by=TESTS, at=NOON)
        lapse_ended_grants(date(2028, 1, 1), by=TESTS, at=NOON)
        order(parent, (bicycle, twins[0], grants[2]), at=datetime(2028, 3, 1, 11, tzinfo=UTC))

        left = [Account.objects.get(pk=grant.budget_id).balance for grant in grants]
        assert left == [0, 0, 0]
        assert Account.objects.get(pk=grants[2].reserve_id).balance == 45_000
        assert check_books().is_right()
