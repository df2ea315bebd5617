"""What Katja tries out and keeps: sealed, hers alone, gone when she says so or after a year."""

from datetime import timedelta

import pytest

from plein.audit.models import Look
from plein.vault.access import NotYourVault
from plein.vault.actions.erasing import approve_erasure, ask_erasure, erase
from plein.vault.actions.rotating import rotate_vault
from plein.vault.actions.scenarios import (
    MOST_SCENARIOS,
    TooManyScenarios,
    change_scenario,
    forget_scenarios,
    keep_scenario,
    throw_away,
)
from plein.vault.exporting.contents import everything
from plein.vault.exporting.pdf import pdf_of
from plein.vault.kept_scenarios import open_scenario, open_scenarios
from plein.vault.keys import VaultErased
from plein.vault.models import Scenario
from tests.cast import NOON, TESTS

EVENTS = [{"kind": "werken", "on": "2027-03-01", "hours": 16, "hourly": "15.50"}]
A_YEAR = timedelta(days=365)


@pytest.fixture
def keep(vault, katja):
    def put(name="Bij de bakker", at=NOON) -> Scenario:
        return keep_scenario(vault, name, EVENTS, by=katja, at=at)

    return put


def test_it_comes_back_as_it_was_and_the_log_says_so(keep, katja):
    opened = open_scenario(keep(), by=katja, at=NOON)

    assert (opened.name, opened.events) == ("Bij de bakker", EVENTS)
    assert Look.objects.filter(subject=katja.pk, elements=["scenario"]).count() == 1


def test_the_last_changed_comes_first(keep, vault, katja):
    first, _second = keep("Een"), keep("Twee", at=NOON + timedelta(minutes=1))
    change_scenario(first, "Drie", [], by=katja, at=NOON + timedelta(minutes=2))

    opened = open_scenarios(by=katja, at=NOON)

    assert [each.name for each in opened] == ["Drie", "Twee"]
    assert opened[0].events == []


def test_name_and_events_lie_sealed(keep):
    sealed = bytes(keep().sealed)

    assert b"bakker" not in sealed
    assert b"werken" not in sealed


def test_there_is_room_for_ten(keep, katja):
    kept = [keep() for _number in range(MOST_SCENARIOS)]
    with pytest.raises(TooManyScenarios):
        keep()

    throw_away(kept[0], by=katja, at=NOON)

    assert keep()


def test_ten_at_once_and_one_more_make_ten(at_once, vault, katja):
    answers = at_once([lambda: keep_scenario(vault, "x", [], by=katja, at=NOON)] * 11)

    assert sum(isinstance(answer, TooManyScenarios) for answer in answers) == 1
    assert vault.scenarios.count() == MOST_SCENARIOS


def test_a_neighbour_opens_nothing(keep, fatima):
    scenario = keep()

    with pytest.raises(NotYourVault):
        open_scenario(scenario, by=fatima, at=NOON)
    assert open_scenarios(by=fatima, at=NOON) == []


def test_another_key_of_the_vault_opens_it_just_the_same(keep, vault, katja):
    scenario = keep()
    before = bytes(scenario.sealed)

    rotate_vault(vault, by=TESTS, at=NOON)

    scenario.refresh_from_db()
    assert bytes(scenario.sealed) != before
    assert open_scenario(scenario, by=katja, at=NOON).events == EVENTS


def test_it_is_forgotten_a_year_after_the_last_change(keep, katja):
    old, changed = keep(), keep()
    change_scenario(changed, "Later", EVENTS, by=katja, at=NOON + timedelta(days=1))

    assert forget_scenarios(by=TESTS, at=NOON + A_YEAR) == 0
    assert forget_scenarios(by=TESTS, at=NOON + A_YEAR + timedelta(days=1)) == 1

    assert [each.pk for each in Scenario.objects.all()] == [changed.pk]
    assert old.pk != changed.pk


def test_with_the_vault_it_is_erased(keep, vault, katja, femke):
    keep()
    erasure = ask_erasure(vault, by=katja.actor, at=NOON)
    approve_erasure(erasure, by=femke, at=NOON)

    erase(erasure, by=TESTS, at=NOON + timedelta(days=1))

    assert Scenario.objects.count() == 0
    with pytest.raises(VaultErased):
        keep()


def test_it_goes_along_in_the_file_with_everything(keep, vault):
    keep()

    found = everything(vault, at=NOON)

    (row,) = found["scenarios"]
    assert (row["name"], row["events"]) == ("Bij de bakker", EVENTS)
    assert pdf_of(found).startswith(b"%PDF")
