"""Who lives together on a day, and who may act for whom."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from plein.identity.actions import add_member, household_of, know_resident
from plein.identity.models import Household, Member, MemberRole, Resident
from plein.identity.queries import visible_members
from plein.kernel.bsn import Bsn
from tests.cast import BSN_OF, NOON, TESTS, TODAY
from tests.webshop.conftest import household

START = date(2026, 1, 1)


@pytest.fixture
def home(fatima) -> Household:
    return household(fatima)


@pytest.fixture
def amir(home) -> Resident:
    """Fatima's eldest, who turns 18 in December 2026 and has a DigiD of his own."""
    amir = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)
    add_member(
        home,
        name="Amir",
        role=MemberRole.CHILD,
        start=START,
        resident=amir,
        birth_month=date(2008, 12, 1),
    )
    return amir


def seen(resident: Resident, home: Household, day: date) -> set[Member]:
    return set(visible_members(resident, home, day))


def test_partners_see_each_other_and_their_children(fatima, home):
    jan = home.members.get(role=MemberRole.PARTNER).resident

    assert seen(fatima, home, TODAY) == seen(jan, home, TODAY) == set(home.members.all())


@pytest.mark.parametrize(
    ("day", "parent_sees_amir"), [(date(2026, 11, 30), True), (date(2026, 12, 1), False)]
)
def test_a_parent_sees_a_child_until_the_month_it_turns_18(
    fatima, home, amir, day, parent_sees_amir
):
    theirs = amir.memberships.get()

    assert (theirs in seen(fatima, home, day)) is parent_sees_amir


@pytest.mark.parametrize("day", [date(2026, 11, 30), date(2026, 12, 1)])
def test_a_child_that_signs_in_sees_only_itself(home, amir, day):
    assert seen(amir, home, day) == {amir.memberships.get()}


def test_somebody_who_left_sees_nothing_and_is_not_seen_from_that_day(fatima, home):
    leaving = home.members.get(role=MemberRole.PARTNER)
    leaving.until = date(2026, 6, 1)
    leaving.save()

    assert leaving in seen(fatima, home, date(2026, 5, 31))
    assert leaving not in seen(fatima, home, date(2026, 6, 1))
    assert seen(leaving.resident, home, date(2026, 5, 31))
    assert not seen(leaving.resident, home, date(2026, 6, 1))


def test_nobody_is_seen_before_the_household_began(fatima, home):
    assert seen(fatima, home, date(2025, 12, 31)) == set()
    assert seen(fatima, home, START)


def test_a_stranger_sees_nothing(home, neighbour):
    assert seen(neighbour, home, TODAY) == set()


@pytest.fixture
def neighbour(emmen) -> Resident:
    return know_resident(Bsn("999990044"), by=TESTS, at=NOON)


def test_somebody_alone_gets_a_household_and_keeps_it(neighbour):
    first = household_of(neighbour, at=NOON, day=TODAY)

    assert household_of(neighbour, at=NOON, day=TODAY) == first
    assert [member.role for member in first.members.all()] == [MemberRole.ADULT]


def test_signing_in_twice_at_once_gives_one_household(at_once, neighbour):
    answers = at_once([lambda: household_of(neighbour, at=NOON, day=TODAY)] * 6)

    assert len({answer.pk for answer in answers}) == 1
    assert Household.objects.count() == 1


def test_somebody_lives_in_one_household_at_a_time(fatima, home):
    with pytest.raises(IntegrityError), transaction.atomic():
        add_member(home, name="Fatima", role=MemberRole.ADULT, start=TODAY, resident=fatima)


def test_nobody_leaves_before_coming(home):
    member = home.members.first()
    member.until = member.start

    with pytest.raises(IntegrityError), transaction.atomic():
        member.save()
