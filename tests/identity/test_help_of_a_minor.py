"""What a minor gives ends at 00:00 on the eighteenth birthday; what comes after it, does not."""

from datetime import date, datetime, timedelta

import pytest

from plein.audit.models import Act
from plein.identity.acting_for import CASES, mandate_to_act
from plein.identity.actions import know_resident
from plein.identity.mandates import (
    end_at_of_age,
    end_mandate,
    invite_helper,
    register_guardian,
    take_up_mandate,
)
from plein.identity.models import MandateState
from plein.kernel.bsn import Bsn
from plein.kernel.clock import AMSTERDAM, local_day
from tests.cast import NOON, TESTS

OF_AGE = date(2027, 1, 17)
LATER = date(2027, 6, 1)


@pytest.fixture
def lotte(emmen):
    return know_resident(Bsn("999990044"), by=TESTS, at=NOON)


@pytest.fixture
def helped(lotte, katja):
    """Katja helps her with her aanvragen, until a day far past her birthday."""

    def make(at=NOON, of_age_on=None, until=LATER):
        _mandate, code = invite_helper(
            lotte, [CASES], label="mijn dochter", until=until, at=at, of_age_on=of_age_on
        )
        return take_up_mandate(katja, code, at=at)

    return make


@pytest.fixture
def katja(emmen):
    return know_resident(Bsn("999990032"), by=TESTS, at=NOON)


def in_amsterdam(*when):
    return datetime(*when, tzinfo=AMSTERDAM)


def test_it_runs_the_last_second_of_17_and_not_the_first_of_18(helped, katja):
    mandate = helped(of_age_on=OF_AGE)
    before, midnight = in_amsterdam(2027, 1, 16, 23, 59, 59), in_amsterdam(2027, 1, 17)

    assert mandate_to_act(katja, mandate.pk, local_day(before))
    assert mandate_to_act(katja, mandate.pk, local_day(midnight)) is None


def test_a_day_before_the_birthday_stays_the_day(helped):
    assert helped(of_age_on=OF_AGE, until=date(2027, 1, 10)).until == date(2027, 1, 10)


def test_on_the_birthday_one_chooses_up_to_a_year(helped):
    mandate = helped(at=in_amsterdam(2027, 1, 17), of_age_on=OF_AGE)

    assert mandate.until == LATER


def test_what_was_given_before_we_knew_the_day_of_birth_ends_on_it(helped, lotte):
    mandate = helped()

    end_at_of_age(lotte, OF_AGE, by=TESTS, at=NOON)

    mandate.refresh_from_db()
    assert (mandate.until, mandate.state) == (OF_AGE, MandateState.ACTIVE)
    assert Act.objects.filter(name="identity.mandate.shortened").count() == 1


def test_twice_is_once(helped, lotte):
    helped()
    for _ in range(2):
        end_at_of_age(lotte, OF_AGE, by=TESTS, at=NOON)

    assert Act.objects.filter(name="identity.mandate.shortened").count() == 1


def test_what_was_given_on_the_birthday_stays(helped, lotte):
    mandate = helped(at=in_amsterdam(2027, 1, 17))

    end_at_of_age(lotte, OF_AGE, by=TESTS, at=in_amsterdam(2027, 1, 18))

    mandate.refresh_from_db()
    assert mandate.until == LATER


def test_what_was_stopped_is_left_alone(helped, lotte):
    mandate = helped()
    end_mandate(mandate, by=lotte, at=NOON)

    end_at_of_age(lotte, OF_AGE, by=TESTS, at=NOON)

    mandate.refresh_from_db()
    assert mandate.until == LATER


def test_what_a_judge_ordered_goes_on(lotte, katja):
    mandate = register_guardian(
        lotte, katja, ["geld"], label="Lotte", until=LATER, by=TESTS, at=NOON
    )

    end_at_of_age(lotte, OF_AGE, by=TESTS, at=NOON)

    mandate.refresh_from_db()
    assert mandate.until == LATER


def test_of_an_adult_nothing_changes(helped, lotte):
    mandate = helped()

    end_at_of_age(lotte, local_day(NOON) - timedelta(days=9000), by=TESTS, at=NOON)

    mandate.refresh_from_db()
    assert mandate.until == LATER
