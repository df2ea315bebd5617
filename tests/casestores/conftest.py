"""Katja of Emmen has aanvragen at another department, whose store runs beside the tests."""

import pytest
from django.utils import timezone

from plein.casestores.actions.reading import begin_asking, states_for
from plein.casestores.asking import read_case, read_list
from plein.demo.stores import connect_demo_store, interfaces_of
from plein.identity.actions import household_of, know_resident
from tests.cast import TESTS
from tests.gateways.sources import KATJA, run_sources


@pytest.fixture(scope="session")
def sources():
    with run_sources() as running:
        yield running


@pytest.fixture
def store(emmen, sources):
    return connect_demo_store(interfaces_of(sources.url), timezone.now())


@pytest.fixture
def katja(emmen):
    resident = know_resident(KATJA, by=TESTS, at=timezone.now())
    household_of(resident, at=timezone.now(), day=timezone.localdate(), name="Katja")
    return resident


@pytest.fixture
def look(emmen):
    """Somebody opens the list, and the job runs; gives the state of the one store."""

    def ask(resident):
        (state,) = states_for(resident)
        if begin_asking(state, at=timezone.now()):
            read_list.call(municipality=emmen.pk, state=str(state.pk))
        state.refresh_from_db()
        return state

    return ask


@pytest.fixture
def open_case(emmen):
    """Somebody opens one aanvraag, and the job runs."""

    def ask(case):
        assert begin_asking(case, at=timezone.now())
        read_case.call(municipality=emmen.pk, case=str(case.pk))

    return ask
