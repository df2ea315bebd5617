"""Katja is 28 and just divorced, has two children, and her WW ends: how much is she asked?"""

from datetime import date

import pytest

from plein.cases.actions.reporting import first_day_to_file
from plein.intake.answers import Answers
from plein.intake.progress import missing, on_route, values
from plein.journeys.reading import check_journey_file
from plein.regelingen.library import FOLDER
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Ask

KATJA = {
    "samen": False,
    "werken_lukt": "ja",
    "opvang": "nodig",
    "ander_inkomen": False,
    "kinderalimentatie": 0,
    "partneralimentatie": 0,
    "woonlasten": 62000,
    "saldi": 41000,
    "bezit": False,
    "schulden": 0,
    "beslag": False,
    "rekening": "NL91ABNA0417164300",
}


@pytest.fixture
def bijstand():
    return check_journey_file(FOLDER / "bijstand" / "journey.yaml")


@pytest.fixture
def shown(bijstand):
    """What the vault shows her on the way."""
    route = bijstand.intake.route(values(bijstand.intake, Answers(given=KATJA)))
    return {key for step in route for key in step.confirms}


def test_katja_answers_12_questions_and_confirms_9_things(bijstand, shown):
    katja = Answers(given=KATJA, confirmed=dict.fromkeys(shown, True))

    counts = bijstand.intake.counts(values(bijstand.intake, katja))

    assert (counts.questions, counts.answered, counts.confirms) == (12, 12, 9)
    assert missing(bijstand.intake, katja) == frozenset()
    assert on_route(bijstand.intake, katja) == KATJA.keys() | shown


def test_she_confirms_all_that_may_be_confirmed_for_bijstand(shown):
    bundle = catalogue().bundles["pw_alleenstaande_ouder"].elements

    assert shown == {key for key in bundle if catalogue().elements[key].ask == Ask.CONFIRM}


def test_she_is_asked_nothing_that_another_source_has(bijstand):
    asked = {each.element for each in bijstand.intake.questions if each.element}

    assert asked <= set(catalogue().bundles["pw_alleenstaande_ouder"].elements)
    assert {catalogue().elements[key].ask for key in asked} == {Ask.ASK}


def test_her_tasks_are_those_of_a_parent_who_can_work(bijstand):
    given = values(bijstand.intake, Answers(given=KATJA))
    tasks = {each.key for each in bijstand.tasks if each.when and each.when.holds(given)}

    assert {"cv", "werkzoekende", "solliciteren", "uitzendbureau", "kinderopvang"} <= tasks
    assert "scheiding" not in tasks


def test_who_is_28_files_at_once_and_who_is_26_first_searches(bijstand):
    reported = date(2026, 11, 2)

    assert first_day_to_file(bijstand.report, reported, date(1998, 3, 1)) is None
    assert first_day_to_file(bijstand.report, reported, date(2000, 3, 1)) == date(2026, 11, 30)
