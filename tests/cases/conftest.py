"""Fatima asked for individuele inkomenstoeslag; Sam looks at it."""

import pytest

from plein.cases.actions.opening import open_case
from plein.cases.actions.participating import let_in
from plein.cases.actions.publishing import publish_case_type
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import TaskKind
from plein.inbox.task_words import TaskWords
from plein.kernel.clock import local_day
from plein.regelingen.library import journeys
from plein.tenants.models import Organisation
from tests.cast import NOON, TESTS
from tests.in_dutch import in_dutch

KEY = "individuele_inkomenstoeslag"
# What partners ask together.
JOINT = in_dutch(KEY) | {"name": "Bijstand voor u samen", "signed_by_partner": True}


@pytest.fixture
def case_type(emmen):
    return publish_case_type(KEY, journeys()[KEY], by=TESTS, at=NOON)


@pytest.fixture
def one_button(emmen):
    """An aanvraag for which nothing has to be filled in."""
    document = {name: each for name, each in journeys()[KEY].items() if name != "intake"}
    return publish_case_type(KEY, document, by=TESTS, at=NOON)


@pytest.fixture
def case(fatima, case_type):
    return open_case(fatima, case_type, by=fatima.actor, at=NOON)


@pytest.fixture
def ask(case, sam):
    """Sam asks one more thing, to be handed in within so many days."""

    def ask_for(title="Stuur uw loonstrook", *, days=14, at=NOON, needs_review=True):
        words = TaskWords(title, why="Wij missen deze maand.", consequence="Dan zonder.")
        due_on = local_day(at).fromordinal(local_day(at).toordinal() + days)
        return set_task(
            case.topic,
            TaskKind.PAPER,
            words,
            due_on=due_on,
            needs_review=needs_review,
            by=sam.actor,
            at=at,
        )

    return ask_for


@pytest.fixture
def gkb(emmen):
    return Organisation.objects.create(name="GKB", kvk="00000099")


@pytest.fixture
def join(case, gkb, sam):
    def join(*, parts=(KEY,), until=None, at=NOON):
        return let_in(
            case,
            gkb,
            purpose="om u te helpen met uw schulden",
            basis="Wgs art. 4",
            parts=parts,
            until=until,
            by=sam,
            at=at,
        )

    return join
