"""A store tells that something changed: it is noted, and nothing of it is believed."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from plein.api.wrong_tokens import MOST_TRIES, WINDOW
from plein.casestores.actions.connecting import connect_store, subscribe
from plein.casestores.models import ForeignCase, StoreState
from plein.gateways.zgw.calls import Interfaces
from plein.gateways.zgw.token import Credentials
from plein.identity.application import Confidentiality
from tests.api.conftest import ZAKEN, token_for
from tests.api.contract import problems
from tests.cast import NOON, TESTS

ADDRESS, CONTRACT = "/api/notificaties/v1", "zgw/notificaties-consumer.yaml"
ZAAK = "https://zaken.voorbeeld.example/v1/zaken/1c0f6d2e-5a53-4f0e-9d0a-6f1b7b1d0a01"


@pytest.fixture
def store(emmen):
    root = "https://zaken.voorbeeld.example/v1"
    return connect_store(
        "vergunningen",
        name="Team Vergunningen",
        interfaces=Interfaces(root, root, root),
        credentials=Credentials("plein", "x" * 32),
        highest=Confidentiality.CASE,
        by=TESTS,
        at=NOON,
    )


@pytest.fixture
def copy(store, fatima):
    state = StoreState.objects.create(store=store, resident=fatima)
    return ForeignCase.objects.create(state=state, url=ZAAK, is_open=True, seen_at=NOON)


@pytest.fixture
def tell(store):
    value = subscribe(store, by=TESTS, at=NOON)

    def post(body, authorization=value, host="emmen.localhost"):
        client = Client(HTTP_HOST=host)
        headers = {"Authorization": authorization}
        return client.post(ADDRESS, body, content_type="application/json", headers=headers)

    return post


def message(**changed):
    return {
        "kanaal": "zaken",
        "hoofdObject": ZAAK,
        "resource": "status",
        "resourceUrl": ZAAK.replace("zaken/1c", "statussen/1c"),
        "actie": "create",
        "aanmaakdatum": "2026-11-24T11:00:00Z",
        "kenmerken": {"bronorganisatie": "999990007"},
    } | changed


def test_a_message_of_the_contract_marks_the_copy_and_gets_204(tell, copy):
    assert problems(message(), "Notificatie", CONTRACT) == []

    answers = [tell(message()) for _twice in range(2)]

    assert [(answer.status_code, answer.content) for answer in answers] == [(204, b"")] * 2
    copy.refresh_from_db()
    assert copy.is_marked


@pytest.mark.parametrize(
    "changed", [{"kanaal": "test"}, {"hoofdObject": ZAAK + "0"}, {"hoofdObject": "\u00e9"}]
)
def test_what_is_not_about_a_copy_is_fine_and_marks_nothing(tell, copy, changed):
    assert tell(message(**changed)).status_code == 204

    copy.refresh_from_db()
    assert copy.marked_at is None


@pytest.mark.parametrize("body", ["geen json", [1], {}, message(hoofdObject=7)])
def test_what_is_no_message_is_refused(tell, body):
    answer = tell(body)

    assert answer.status_code == 400
    assert problems(answer.json(), "Fout", CONTRACT) == []


def test_without_the_value_that_we_gave_nothing_is_marked(tell, copy, buren):
    for refused in (
        tell(message(), authorization=""),
        tell(message(), authorization="Bearer x"),
        tell(message(), host="buren.localhost"),
    ):
        assert refused.status_code == 403
    assert Client(HTTP_HOST="emmen.localhost").get(ADDRESS).status_code == 405

    copy.refresh_from_db()
    assert copy.marked_at is None


def test_after_many_wrong_values_one_only_hears_to_wait_but_a_right_one_comes_in(tell, copy):
    for _time in range(MOST_TRIES):
        assert tell(message(), authorization="mis").status_code == 403

    assert tell(message(), authorization="mis").status_code == 429
    assert tell(message()).status_code == 204
    with time_machine.travel(timezone.now() + WINDOW + timedelta(seconds=1)):
        assert tell(message(), authorization="mis").status_code == 403


def test_wrong_tokens_of_applications_count_as_well(portal, case, monkeypatch):
    monkeypatch.setattr("plein.api.wrong_tokens.MOST_TRIES", 2)
    wrong = {"Authorization": "Bearer " + token_for("portaal", "y" * 40)}

    statuses = [
        portal.client.get(f"{ZAKEN}/zaken", headers=portal.headers(**wrong)).status_code
        for _time in range(3)
    ]

    assert statuses == [403, 403, 429]
    assert portal.get(f"{ZAKEN}/zaken").status_code == 200
