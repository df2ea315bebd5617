"""How signals fall over groups: counted in bulk, small groups hidden, nobody to be found in it."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plein.audit.models import Look
from plein.payments.actions.counting_signals import count_signals
from plein.payments.actions.signalling import look_into
from plein.payments.living import Living
from plein.payments.models import Outcome
from plein.payments.signals.fairness import (
    Asked,
    Group,
    Part,
    Split,
    groups_of,
    parts_of,
    splits_for,
)
from plein.payments.signals.library import every_kind
from tests.cast import NOON
from tests.payments.signals import (
    NIGHT,
    TOGETHER,
    WAGE,
    look,
    somebody,
    told_nothing_beside_a_wage,
    turn_on,
)

BORN = date(1990, 5, 1)
BOTH = list(Split)


def lived(**numbers):
    """So many awards of each part of the ages, all alone."""
    return {
        uuid4(): {Split.HOUSEHOLD: Part.ALONE, Split.AGE: Part[part]}
        for part, number in numbers.items()
        for _award in range(number)
    }


def ages(found):
    return [group.part for group in found if group.split == Split.AGE]


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({}, Part.ALONE),
        ({"children": (date(2020, 1, 1),)}, Part.PARENT),
        ({"partner_born": BORN}, Part.PAIR),
        ({"partner_born": BORN, "children": (date(2020, 1, 1),)}, Part.FAMILY),
    ],
)
def test_the_kind_of_household(changes, part):
    parts = parts_of(Living(born=BORN, **changes), date(2026, 11, 1))

    assert parts[Split.HOUSEHOLD] == part


@pytest.mark.parametrize(
    ("day", "part"), [(date(2017, 4, 30), Part.TO_27), (date(2017, 5, 1), Part.TO_45)]
)
def test_the_day_before_a_birthday_is_the_age_before(day, part):
    assert parts_of(Living(born=BORN), day)[Split.AGE] == part


def test_groups_of_nine_are_hidden_and_of_ten_shown():
    found = groups_of(lived(TO_27=9, TO_45=9, TO_60=10, FROM_60=30), [], BOTH)

    assert ages(found) == [Part.TO_60, Part.FROM_60]


def test_one_small_group_takes_the_next_with_it_or_it_could_be_worked_out():
    found = groups_of(lived(TO_27=9, TO_45=12, TO_60=30), [], BOTH)

    assert ages(found) == [Part.TO_60]


def test_an_award_that_was_asked_twice_counts_once_and_each_question_is_looked_into():
    of = lived(TO_45=10)
    award = next(iter(of))

    everybody, *_groups = groups_of(of, [Asked(award, True, True), Asked(award, True, False)], BOTH)

    assert (everybody.awards, everybody.asked) == (10, 1)
    assert (everybody.looked_into, everybody.useful) == (2, 1)


@pytest.mark.parametrize(
    ("asked", "useful", "stands_out"), [(15, 3, True), (14, 3, False), (15, 9, False)]
)
def test_a_group_stands_out_when_asked_much_more_and_less_usefully(asked, useful, stands_out):
    everybody = Group("", "", 1_000, 100, 100, 60)

    group = Group(Split.AGE, Part.TO_27, 100, asked, asked, useful)

    assert group.stands_out_from(everybody) is stands_out


def test_the_kind_of_household_is_no_group_for_a_rule_that_reads_it():
    assert splits_for(every_kind()[TOGETHER].data) == [Split.AGE]
    assert splits_for(every_kind()[WAGE].data) == BOTH


@pytest.fixture
def twelve(award_of, femke, wim, sam):
    """Of whom three are asked about a wage, and one of them was helped by that."""
    awards = [award_of(resident=somebody(n), number=f"E-{n}") for n in range(12)]
    for award in awards[:3]:
        told_nothing_beside_a_wage(award)
    turn_on(WAGE, wim, femke)
    signals = look(WAGE)
    look_into(signals[0], Outcome.HELPED, "Samen ingevuld.", by=sam, at=NIGHT)
    look_into(signals[1], Outcome.RIGHT, "Het klopte.", by=sam, at=NIGHT)
    return awards


def test_a_count_keeps_numbers_of_groups_and_no_award(twelve, femke):
    count = count_signals(by=femke, at=NIGHT)

    everybody, *groups = [Group(**row) for row in count.content[WAGE]]
    assert everybody == Group("", "", 12, 3, 2, 1)
    assert [(group.part, group.asked) for group in groups] == [
        (Part.PARENT.value, 3),
        (Part.TO_45.value, 3),
    ]
    assert not any(str(award.pk) in str(count.content) for award in twelve)


def test_counting_is_a_look_at_each_resident_that_says_why(twelve, femke):
    count_signals(by=femke, at=NIGHT)

    looks = Look.objects.filter(purpose__contains="eerlijk verdeeld")
    assert looks.count() == len(twelve)
    assert {tuple(look.elements) for look in looks} == {("uw situatie",)}


def test_counting_more_awards_takes_no_more_queries(award_of, femke):
    def queries():
        with CaptureQueriesContext(connection) as found:
            count_signals(by=femke, at=NOON)
        return len(found)

    award_of(resident=somebody(1), number="E-1")
    queries()  # what is looked up once is known after it
    few = queries()
    for number in range(2, 8):
        award_of(resident=somebody(number), number=f"E-{number}")

    assert queries() == few
