"""Reach and use: counted by step, hidden where it would be about a few people."""

from datetime import UTC, date, datetime

import pytest

from plein.audit.actions import record
from plein.identity.imports.records import Record
from plein.ledger.models import Account
from plein.webshop.actions.closing import lapse_ended_grants
from plein.webshop.actions.orders import cancel_line
from plein.webshop.actions.till import hand_over
from plein.webshop.imports.applying import grant_rows
from plein.webshop.imports.rows import read_rows
from plein.webshop.models import Category
from plein.webshop.queries.reach import reach_of
from plein.webshop.queries.use import by_category, by_provider, forecast
from plein.webshop.scheme_plan import Amount
from tests.cast import BSN_OF, NOON, TESTS
from tests.webshop.conftest import order


@pytest.fixture
def doe_mee(open_period):
    return open_period(name="Doe mee", amounts=[], pot=1_000_000)


@pytest.fixture
def granted(neighbours, doe_mee, grant_for):
    """So many residents with a budget of € 100."""

    def make(number):
        people = neighbours(number)
        return [
            (person, person.memberships.get(), grant_for(doe_mee, person.memberships.get(), 10_000))
            for person in people
        ]

    return make


def by_age(period):
    ages, _schools, _areas = reach_of(period)
    return ages


def test_every_step_counts_who_came_so_far(granted, doe_mee, product_for):
    ticket = product_for(doe_mee.scheme, price=1_000)
    everybody = granted(30)
    for person, _member, _grant in everybody[:25]:
        record("identity.resident.signed_in", on=person, by=person.actor, at=NOON)
    placed = [
        order(person, (ticket, member, grant), key=str(person.pk))
        for person, member, grant in everybody[:20]
    ]
    for each in placed[:10]:
        hand_over(each.pickups.get(), by=TESTS, at=NOON)
    for each in placed[18:]:
        cancel_line(each.lines.get(), by=TESTS, at=NOON)

    total = by_age(doe_mee).total

    assert total == {"granted": 30, "signed_in": 25, "ordered": 18, "received": 10, "lapsed": 0}


def test_who_signed_in_before_the_budget_was_there_did_not_see_it(granted, doe_mee):
    for person, _member, _grant in granted(10):
        before = datetime(2026, 11, 1, tzinfo=UTC)
        record("identity.resident.signed_in", on=person, by=person.actor, at=before)

    assert by_age(doe_mee).total["signed_in"] == 0


def test_nine_people_are_hidden_and_ten_are_shown(granted, doe_mee):
    granted(9)
    assert by_age(doe_mee).total["granted"] is None


def test_ten_people_are_shown(granted, doe_mee):
    granted(10)
    assert by_age(doe_mee).total["granted"] == 10


def test_what_lapsed_with_money_left_is_counted(granted, doe_mee, product_for):
    ticket = product_for(doe_mee.scheme, price=10_000)
    for person, member, grant in granted(22)[:10]:
        order(person, (ticket, member, grant), key=str(person.pk))

    lapse_ended_grants(date(2027, 1, 1), by=TESTS, at=NOON)

    assert by_age(doe_mee).total["lapsed"] == 12


def test_the_part_of_town_comes_from_the_figures_of_a_postcode(open_period):
    period = open_period(name="Doe mee", amounts=[Amount(10_000)])
    cells = {
        "kenmerk": "A1",
        "bsn": BSN_OF["katja"],
        "voornaam": "Katja",
        "rol": "volwassene",
        "geboortemaand": "",
        "school": "",
        "bsn_aanvrager": "",
        "bedrag": "",
        "postcode": "7811 AB",
    }
    rows, problems = read_rows([Record(2, cells)])

    (grant,) = grant_rows(rows, period=period, by=TESTS, at=NOON).grants

    assert not problems
    assert grant.household.area == "7811"
    _ages, _schools, areas = reach_of(period)
    assert [group.name for group in areas.groups] == ["7811"]


@pytest.mark.parametrize("wrong", ["781", "0811", "7811 A", "Emmen"])
def test_what_is_no_postcode_is_said(wrong):
    _rows, problems = read_rows([Record(2, {**EMPTY, "postcode": wrong})])

    assert "postcode" in {problem.column for problem in problems}


EMPTY = dict.fromkeys(
    ("kenmerk", "bsn", "voornaam", "rol", "geboortemaand", "school", "bsn_aanvrager", "bedrag"), ""
)


def test_a_kind_of_product_with_few_pieces_stands_under_one_name(granted, doe_mee, product_for):
    ticket = product_for(doe_mee.scheme, title="Kaartje", price=100, category=Category.OUT)
    ball = product_for(doe_mee.scheme, title="Bal", price=500, category=Category.SPORT)
    everybody = granted(11)
    for person, member, grant in everybody:
        order(person, (ticket, member, grant), key=str(person.pk))
    person, member, grant = everybody[0]
    order(person, (ball, member, grant), key="ball")

    shares = [(share.name, share.pieces, share.cents) for share in by_category(doe_mee)]

    assert shares == [("Uitjes en muziek", 11, 1_100), ("andere soorten samen", None, 500)]
    assert [(s.name, s.pieces) for s in by_provider(doe_mee)] == [("Zwembad De Plons", 12)]


class TestTheForecast:
    def test_the_pace_of_three_months_says_when_the_pot_is_empty(
        self, open_period, lina, grant_for
    ):
        period = open_period(
            name="Fonds",
            pot=400_000,
            amounts=[],
            apply_until=date(2027, 12, 1),
            spend_until=date(2028, 1, 1),
        )
        grant_for(period, lina, cents=300_000)

        ahead = forecast(period_again(period), date(2026, 11, 24))

        assert (ahead.credit, ahead.expected) == (400_000, 400_000)
        assert ahead.empty_in == date(2026, 12, 1)  # 100,000 a month, 100,000 left: this month
        assert ahead.months[-1].granted == 300_000

    def test_a_pot_that_lasts_is_not_empty(self, open_period, lina, grant_for):
        period = open_period(name="Fonds", pot=1_000_000, amounts=[], apply_until=date(2026, 12, 1))
        grant_for(period, lina, cents=30_000)

        ahead = forecast(period_again(period), date(2026, 11, 24))

        assert (ahead.expected, ahead.empty_in) == (40_000, None)

    @pytest.fixture
    def lina(self, neighbours):
        (person,) = neighbours(1)
        return person.memberships.get()


def period_again(period):
    """With the pot as it is now."""
    period.pot = Account.objects.get(pk=period.pot_id)
    return period


def test_the_tables_take_one_query(granted, doe_mee, django_assert_num_queries):
    granted(12)

    with django_assert_num_queries(1):
        reach_of(doe_mee)
