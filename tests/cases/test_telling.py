"""Who listens hears that a zaak changed: in order, again until it arrived, and nothing but that."""

import json
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from threading import Thread

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django_tasks_db.models import DBTaskResult

from plein.api import apis
from plein.cases import telling
from plein.cases.actions.moving import take_up
from plein.cases.listening import let_listen
from plein.cases.models import Listener
from plein.cases.telling import queue_telling, tell_all
from plein.identity.application import Confidentiality, Scope
from plein.identity.applications import Right, end_application
from plein.inbox.timeline import announce
from tests.api.conftest import portal_with
from tests.api.contract import problems
from tests.cast import NOON, TESTS
from tests.gateways.bad_server import QuietServer

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def ear():
    """A portal with ears: what it heard, with which value, and what it answers."""
    heard, answers = [], []

    class Ear(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = answers.pop(0) if answers else 204
            heard.append((self.headers["Authorization"], json.loads(body), status))
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_args):
            pass

    server = QuietServer(("127.0.0.1", 0), Ear)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    server.heard, server.answers = heard, answers
    server.url = f"http://localhost:{server.server_port}/hoor"
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def listener(committed, case, ear):
    rights = [Right(Scope.CASES, "", Confidentiality.CASE)]
    application = portal_with(rights).application
    return let_listen(
        application, callback=ear.url, authorization="Token geheim", by=TESTS, at=NOON
    )


def told(ear):
    return [body for _value, body, status in ear.heard if status == 204]


def test_a_new_station_is_told_once_and_fits_the_contract(listener, case, sam, ear):
    take_up(case, by=sam, at=LATER)

    assert queue_telling(LATER) == 1
    for _again in range(2):
        tell_all(Listener.objects.get(), at=LATER)

    (message,) = [body for body in told(ear) if body["resource"] == "status"]
    assert problems(message, "Notificatie", "zgw/notificaties-consumer.yaml") == []
    assert message["hoofdObject"].endswith(f"{apis.CASES.root}/zaken/{case.pk}")
    assert apis.CATALOGUE.root in message["kenmerken"]["zaaktype"]
    assert (apis.CASES.root, apis.CATALOGUE.root) == (telling.CASES, telling.CATALOGUE)
    assert {value for value, _body, _status in ear.heard} == {"Token geheim"}
    assert queue_telling(LATER) == 0
    assert DBTaskResult.objects.count() == 1


def test_what_does_not_arrive_is_told_again_after_a_while(listener, case, sam, ear):
    take_up(case, by=sam, at=LATER)
    ear.answers += [500, 503]

    tell_all(Listener.objects.get(), at=LATER)
    assert told(ear) == []
    assert queue_telling(LATER + timedelta(minutes=1)) == 0
    assert queue_telling(LATER + timedelta(minutes=2)) == 1
    tell_all(Listener.objects.get(), at=LATER)
    tell_all(Listener.objects.get(), at=LATER)

    assert [body["resource"] for body in told(ear)].count("status") == 1
    assert Listener.objects.get().tries == 0


def test_nothing_is_told_of_talk_or_beyond_the_rights_or_to_who_was_ended(listener, case, sam, ear):
    announce(case.topic, at=LATER)  # somebody wrote a message
    tell_all(Listener.objects.get(), at=LATER)
    assert ear.heard == []

    listener.application.rights.update(highest=Confidentiality.INTERNAL)
    take_up(case, by=sam, at=LATER)
    tell_all(Listener.objects.get(), at=LATER)
    assert ear.heard == []

    end_application(listener.application, by=TESTS, at=LATER)
    announce(case.topic, at=LATER)
    assert queue_telling(LATER) == 0


def test_the_command_takes_a_safe_address_only(emmen, tmp_path):
    portal_with([], client_id="portaal")
    file = tmp_path / "waarde"
    file.write_text("Token x")

    def command(client_id, callback):
        options = {"callback": callback, "authorization_file": file}
        call_command("notify_application", "emmen", client_id, **options)

    for client_id, callback in (
        ("een-ander", "https://portaal.voorbeeld.example/hoor"),
        ("portaal", "http://portaal.voorbeeld.example/hoor"),
    ):
        with pytest.raises(CommandError):
            command(client_id, callback)
    command("portaal", "https://portaal.voorbeeld.example/hoor")
    assert Listener.objects.get().application.client_id == "portaal"
