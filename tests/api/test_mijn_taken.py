"""A portal shows what somebody still has to do; doing it happens here."""

from datetime import timedelta

import pytest

from plein.audit.models import Look
from plein.identity.application import Confidentiality, Scope
from plein.identity.applications import Right
from plein.inbox.models import Task, TaskState
from tests.api.conftest import TAKEN, portal_with
from tests.api.contract import TAKEN as CONTRACT
from tests.api.contract import problems
from tests.cast import BSN_OF, NOON

SEARCH = f"{TAKEN}/context/zoek"
FATIMA = {"klantId": BSN_OF["fatima"]}


def test_the_open_tasks_of_somebody_fit_the_contract(bsn_portal, case, ask):
    task = ask()

    answer = bsn_portal.post(SEARCH, FATIMA)

    assert problems(answer.json(), "ContextResultaat", CONTRACT) == []
    (taak,) = answer.json()["taken"]
    assert taak == {
        "uuid": str(task.pk),
        "titel": {"nl": "Stuur uw loonstrook"},
        "toelichting": {"nl": "Wij missen deze maand."},
        "status": "open",
        "deadline": "2026-12-08T23:59:59+01:00",
        "context": {
            "urn": f"urn:nl:gemeenten:zaak:{case.number}",
            "canonicalUrl": f"http://emmen.localhost/aanvragen/{case.pk}/",
        },
        "uitvoering": {
            "type": "papier",
            "fallbackUrl": f"http://emmen.localhost/aanvragen/{case.pk}/doen/{task.pk}/",
        },
    }
    assert answer.headers["API-version"] == "0.1.0"


def test_a_deadline_in_summer_has_the_time_of_summer(bsn_portal, ask):
    ask(at=NOON - timedelta(days=150))

    (taak,) = bsn_portal.post(SEARCH, FATIMA).json()["taken"]

    assert taak["deadline"] == "2026-07-11T23:59:59+02:00"


@pytest.mark.parametrize(
    ("state", "outside"),
    [
        (TaskState.OPEN, "open"),
        (TaskState.OBSTACLE, "open"),
        (TaskState.HANDED_IN, "afgerond"),
        (TaskState.APPROVED, "afgerond"),
        (TaskState.DROPPED, "geannuleerd"),
    ],
)
def test_each_state_has_its_word_outside_and_only_open_ones_are_listed(
    bsn_portal, ask, state, outside
):
    task = ask()
    Task.objects.filter(pk=task.pk).update(state=state)

    one = bsn_portal.get(f"{TAKEN}/taken/{task.pk}")
    listed = bsn_portal.post(SEARCH, FATIMA).json()["taken"]

    assert problems(one.json(), "Taak", CONTRACT) == []
    assert one.json()["status"] == outside
    assert bool(listed) == (outside == "open")


def test_the_tasks_of_one_case_or_of_nothing_that_we_know(bsn_portal, case, ask):
    ask()

    def tasks(**more):
        return bsn_portal.post(SEARCH, FATIMA | more).json()

    assert len(tasks(contextId=f"urn:nl:gemeenten:zaak:{case.number}")["taken"]) == 1
    assert tasks(contextId="urn:nl:gemeenten:zaak:ANDERE22")["taken"] == []
    assert tasks(include=["contactmomenten"]) == {}
    assert len(tasks(include=["contactmomenten", "taken"])["taken"]) == 1
    assert len(tasks(include=[])["taken"]) == 1


def test_nobody_else_has_these_tasks(bsn_portal, ask):
    ask()

    for bsn in ("jan", "katja"):
        assert bsn_portal.post(SEARCH, {"klantId": BSN_OF[bsn]}).json() == {"taken": []}


@pytest.mark.parametrize("body", [{}, {"klantId": "fatima"}, FATIMA | {"contextId": "zaak"}])
def test_a_question_without_a_person_is_refused(bsn_portal, body):
    answer = bsn_portal.post(SEARCH, body)

    assert answer.status_code == 400
    assert problems(answer.json(), "Probleem", CONTRACT) == []


def test_a_portal_needs_the_right_to_the_bsn_and_to_these_cases(emmen, portal, ask):
    task = ask()
    right = Right(Scope.TASKS, "bijzondere_bijstand", Confidentiality.CASE)
    other = portal_with([right], may_have_bsn=True, client_id="ander")

    assert portal.post(SEARCH, FATIMA).status_code == 403
    assert other.post(SEARCH, FATIMA).json() == {"taken": []}
    assert other.get(f"{TAKEN}/taken/{task.pk}").status_code == 403
    assert not Look.objects.filter(channel="organisatie").exists()


def test_the_resident_reads_which_organisation_looked(bsn_portal, ask, fatima):
    ask()
    ask("Stuur uw huurcontract")

    bsn_portal.post(SEARCH, FATIMA)

    line = Look.objects.get(subject=fatima.pk, channel="organisatie")
    assert (line.organisation, line.elements) == ("Portaal Drenthe", ["taak"])
