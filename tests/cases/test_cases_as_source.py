"""The vault reads the help with debts that the municipality gave."""

from datetime import timedelta

import pytest

from plein.cases.actions.deciding import decide
from plein.cases.actions.moving import take_up
from plein.cases.actions.opening import open_case
from plein.cases.actions.providing import Given
from plein.cases.actions.publishing import publish_case_type
from plein.cases.vault_source import ask
from plein.kernel.bsn import Bsn
from plein.regelingen.library import journeys
from plein.vault.sources.asking import Asked
from tests.cast import BSN_OF, NOON, TESTS, TODAY

DEBT_HELP = "schuldhulpverlening"
YEAR = timedelta(days=365)


@pytest.fixture
def debt_help(fatima, sam):
    """For a year, from today."""
    case_type = publish_case_type(DEBT_HELP, journeys()[DEBT_HELP], by=TESTS, at=NOON)
    case = open_case(fatima, case_type, by=fatima.actor, at=NOON)
    take_up(case, by=sam, at=NOON)
    given = Given(TODAY, last_day=TODAY + YEAR)
    return decide(case, "plan", "Wij helpen u.", by=sam, at=NOON, given=given).provision


def answer(fatima, day):
    answered = ask(Asked(Bsn(BSN_OF["fatima"]), fatima.pk, day))
    return answered and answered.values["schuldhulp_traject"]


def test_help_that_runs_is_a_value_from_its_first_day_to_its_last(debt_help, fatima):
    assert answer(fatima, TODAY) == {
        "wat": "Hulp bij schulden",
        "vanaf": TODAY.isoformat(),
        "tot": (TODAY + YEAR + timedelta(days=1)).isoformat(),
    }
    assert answer(fatima, TODAY - timedelta(days=1)) is None
    assert answer(fatima, TODAY + YEAR) is not None
    assert answer(fatima, TODAY + YEAR + timedelta(days=1)) is None


def test_money_of_another_regeling_is_no_help_with_debts(case, sam, fatima):
    take_up(case, by=sam, at=NOON)
    decide(case, "toegekend", "Ja.", by=sam, at=NOON, given=Given(TODAY))

    assert answer(fatima, TODAY) is None
