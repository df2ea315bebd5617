"""Limits: a bicycle per age band, a laptop in four years, one printer per household."""

from datetime import UTC, date, datetime
from functools import partial
from threading import Barrier

import pytest

from plein.identity.models import Resident
from plein.ledger.queries import check_books
from plein.webshop import limits
from plein.webshop.actions.limits import Limit, add_limit, drop_limit, group_named, put_in_group
from plein.webshop.actions.orders import cancel_line
from plein.webshop.limits import LimitReached, limit_words
from plein.webshop.models import Category, LimitScope, LimitWindow, Order, OrderLine, SubjectKind
from plein.webshop.scheme_plan import Amount
from tests.cast import NOON, TESTS
from tests.webshop.conftest import children_of, order
from tests.webshop.naive import without_locks

LONG = {"spend_from": date(2026, 1, 1), "spend_until": date(2040, 1, 1)}


@pytest.fixture
def period(open_period):
    return open_period(amounts=[Amount(200_000)], **LONG)


@pytest.fixture
def grouped(period, product_for, bas):
    """A product for this scheme, in a group."""

    def make(group, scheme=None, **changes):
        version = product_for(scheme or period.scheme, title=group, price=10_000, **changes)
        put_in_group([version.product_id], group_named(group), by=bas, at=NOON)
        return version

    return make


@pytest.fixture
def limit(period, bas):
    """A limit for this scheme: once per person, unless said otherwise."""

    def make(group, scheme=None, **changes):
        standard = {"scope": LimitScope.MEMBER, "window": LimitWindow.ONCE, "most": 1}
        if "most_cents" in changes:
            standard["most"] = None
        wanted = Limit(**(standard | {"group": group} | changes))
        return add_limit(scheme or period.scheme, wanted, by=bas, at=NOON)

    return make


@pytest.fixture
def sami(fatima):
    return children_of(fatima)[1]


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 11, tzinfo=UTC)


def test_a_bicycle_once_from_6_to_12_and_once_more_from_13(
    fatima, sami, period, grant_for, grouped, limit
):
    bicycle = grouped("Fiets")
    limit("Fiets", age_from=6, age_until=13)
    limit("Fiets", age_from=13, age_until=18)
    grant = grant_for(period, sami)
    order(fatima, (bicycle, sami, grant), key="at 8", at=NOON)

    with pytest.raises(LimitReached) as refused:
        order(fatima, (bicycle, sami, grant), key="at 12", at=noon(date(2031, 4, 30)))
    order(fatima, (bicycle, sami, grant), key="at 13", at=noon(date(2031, 5, 1)))

    assert str(refused.value) == (
        "Fiets kan niet meer. De regel is: Fiets: hoogstens 1 per persoon (6 tot en met 12 jaar). "
        "Haal het uit uw winkelmand."
    )


def test_a_laptop_in_four_years_may_be_had_again_four_years_later_to_the_day(
    fatima, lina, period, grant_for, grouped, limit
):
    laptop = grouped("Laptop")
    limit("Laptop", window=LimitWindow.YEARS, years=4)
    grant = grant_for(period, lina)
    order(fatima, (laptop, lina, grant), key="first")  # 24 November 2026

    with pytest.raises(LimitReached, match="in 4 jaar"):
        order(fatima, (laptop, lina, grant), key="a day early", at=noon(date(2030, 11, 23)))
    order(fatima, (laptop, lina, grant), key="on the day", at=noon(date(2030, 11, 24)))


def test_two_children_each_get_a_laptop_but_the_household_one_printer(
    fatima, sami, lina, period, grant_for, grouped, limit
):
    laptop, printer = grouped("Laptop"), grouped("Printer")
    limit("Laptop", window=LimitWindow.YEARS, years=4)
    limit("Printer", scope=LimitScope.HOUSEHOLD)
    grants = {child: grant_for(period, child) for child in (sami, lina)}

    order(fatima, *((laptop, child, grant) for child, grant in grants.items()), key="laptops")
    with pytest.raises(LimitReached, match="Printer: hoogstens 1 per huishouden"):
        order(fatima, *((printer, child, grant) for child, grant in grants.items()), key="printers")

    assert OrderLine.objects.count() == 2
    assert check_books().is_right()


def test_what_is_cancelled_may_be_bought_again(fatima, sami, period, grant_for, grouped, limit):
    bicycle = grouped("Fiets")
    limit("Fiets")
    grant = grant_for(period, sami)
    placed = order(fatima, (bicycle, sami, grant), key="first")

    cancel_line(placed.lines.get(), by=TESTS, at=NOON)

    assert order(fatima, (bicycle, sami, grant), key="again").lines.count() == 1


def test_another_shop_with_the_same_kind_of_product_counts_too(
    fatima, sami, period, grant_for, grouped, limit
):
    limit("Fiets")
    grant = grant_for(period, sami)
    order(fatima, (grouped("Fiets"), sami, grant), key="first")

    with pytest.raises(LimitReached):
        order(fatima, (grouped("fiets"), sami, grant), key="second")


def test_a_limit_in_money_holds_to_the_cent(fatima, sami, period, grant_for, product_for, limit):
    limit("", category=Category.OUT, most_cents=10_000, window=LimitWindow.YEAR)
    zoo = product_for(period.scheme, title="Dierentuin", price=6_000, category=Category.OUT)
    cinema = product_for(period.scheme, title="Film", price=4_000, category=Category.OUT)
    dearer = product_for(period.scheme, title="Museum", price=4_001, category=Category.OUT)
    grant = grant_for(period, sami)
    order(fatima, (zoo, sami, grant), key="zoo")

    with pytest.raises(LimitReached, match=r"hoogstens .{8} per persoon, per kalenderjaar"):
        order(fatima, (dearer, sami, grant), key="museum")
    order(fatima, (cinema, sami, grant), key="cinema")
    order(fatima, (zoo, sami, grant), key="next year", at=noon(date(2027, 1, 1)))


def test_a_limit_of_another_scheme_is_not_mine(
    fatima, sami, period, open_period, grant_for, grouped, limit
):
    other = open_period(name="Fietsfonds", amounts=[Amount(50_000)])
    bicycle = grouped("Fiets", scheme=other.scheme)
    limit("Fiets")
    grant = grant_for(other, sami)

    for number in range(2):
        order(fatima, (bicycle, sami, grant), key=f"bicycle {number}")

    assert OrderLine.objects.count() == 2


def test_a_limit_that_is_dropped_holds_nobody(fatima, sami, period, grant_for, grouped, limit, bas):
    bicycle = grouped("Fiets")
    rule = limit("Fiets")
    grant = grant_for(period, sami)
    order(fatima, (bicycle, sami, grant), key="first")

    drop_limit(rule, by=bas, at=NOON)

    assert order(fatima, (bicycle, sami, grant), key="second")


def test_without_limits_the_basket_asks_one_question_about_them(
    fatima, sami, period, grant_for, product_for, django_assert_num_queries
):
    wish = partial(Wanted, product_for(period.scheme), sami, grant_for(period, sami))

    with django_assert_num_queries(1):
        limits.check_limits([wish()], sami.household, NOON.date())


class Wanted:
    def __init__(self, version, member, grant):
        self.version, self.member, self.grant = version, member, grant


@pytest.fixture
def partners(fatima, open_period, grant_for, grouped, limit):
    """Fatima and Jan with a budget each, and a fridge that a household gets once."""
    doe_mee = open_period(name="Doe mee", subject=SubjectKind.MEMBER, amounts=[Amount(50_000)])
    fridge = grouped("Koelkast", scheme=doe_mee.scheme)
    limit("Koelkast", scheme=doe_mee.scheme, scope=LimitScope.HOUSEHOLD)
    home = fatima.memberships.get().household
    adults = home.members.exclude(resident=None).select_related("resident")
    return [
        partial(
            order, member.resident, (fridge, member, grant_for(doe_mee, member)), key=str(member.pk)
        )
        for member in adults
    ]


def test_two_partners_at_the_same_moment_get_one_fridge(at_once, partners):
    answers = at_once(partners)

    assert sorted(type(answer).__name__ for answer in answers) == ["LimitReached", "Order"]
    assert check_books().is_right()


def test_control_without_the_lock_on_the_household_both_get_one(at_once, partners, monkeypatch):
    everybody_looked, look = Barrier(2), limits.bought_by

    def look_together(*about):
        found = look(*about)
        everybody_looked.wait(timeout=30)
        return found

    without_locks(monkeypatch)
    monkeypatch.setattr(limits, "bought_by", look_together)

    assert [type(answer) for answer in at_once(partners)] == [Order, Order]


def test_who_signs_in_is_counted_as_that_person_wherever_they_live(
    fatima, period, grant_for, grouped, limit
):
    bicycle = grouped("Fiets")
    rule = limit("Fiets")
    jan = Resident.objects.exclude(pk=fatima.pk).get(memberships__role="partner")
    member = jan.memberships.get()
    order(jan, (bicycle, member, grant_for(period, member)), key="first")

    before = limits.bought_by(member.household, {period.scheme_id})

    assert [piece.person for piece in before] == [jan.pk]
    assert limit_words(rule) == "Fiets: hoogstens 1 per persoon"
