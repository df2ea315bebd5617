"""A document lies sealed, nobody opens it before the scanner did, and every look has its line."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from plein.audit.actions import Purpose
from plein.audit.models import Look
from plein.documents.actions.verdicts import note_verdict
from plein.documents.models import Document, DocumentState
from plein.documents.opening import NotSafeYet, names_of, open_document
from plein.documents.receiving import FileNotSafe
from plein.documents.scanning import scan_waiting
from plein.documents.storing import LOOSE_AFTER, forget_loose_files
from plein.gateways.antivirus.types import Verdict
from plein.gateways.simulators.faults import Fault
from plein.kernel.crypto import CannotOpen
from plein.tenants.scope import within
from tests.cast import NOON, TESTS
from tests.documents.files import EICAR, pdf, photo

WHY = Purpose("voor de test", "AVG artikel 15")
LETTER = pdf(b"<< /Type /Page >>")


@pytest.fixture
def waiting(send, scanner):
    """Sent while the scanner was away."""
    scanner.fault = Fault.DOWN
    document = send(LETTER)
    scanner.fault = Fault.NORMAL
    return document


def files_in(folder):
    return [file for file in folder.rglob("*") if file.is_file()]


def test_it_comes_back_as_it_was_and_the_log_says_so(send, fatima, sam):
    document = send(LETTER, name="loonstrook november.pdf")

    content = open_document(document, purpose=WHY, by=sam.actor, at=NOON, case="1234")

    assert content == LETTER
    look = Look.objects.get(subject=fatima.pk)
    assert (look.elements, look.team, look.case) == (["papier"], "Team Minima", "1234")
    names = names_of(fatima, [document], purpose=WHY, by=fatima.actor, at=NOON)
    assert names == {document.pk: "loonstrook november"}


def test_what_lies_there_is_sealed_and_its_name_says_nothing(send, kept_files):
    document = send(LETTER, name="loonstrook.pdf")

    (file,) = files_in(kept_files)
    assert b"%PDF" not in file.read_bytes()
    assert file.name == str(document.pk)
    assert b"loonstrook" not in bytes(document.name_sealed)
    assert file.stat().st_mode & 0o077 == 0


def test_a_file_that_is_put_in_the_place_of_another_does_not_open(send, kept_files, fatima):
    first, second = send(LETTER), send(photo())

    (kept_files / first.file).write_bytes((kept_files / second.file).read_bytes())

    with pytest.raises(CannotOpen):
        open_document(first, purpose=WHY, by=fatima.actor, at=NOON)


@pytest.mark.parametrize("upload", [pdf(b"<< /Title (%s) >>" % EICAR), photo() + EICAR])
def test_a_virus_is_refused_and_nothing_of_it_is_kept(send, kept_files, upload):
    with pytest.raises(FileNotSafe):
        send(upload)

    assert not Document.objects.exists()
    assert files_in(kept_files) == []


@pytest.mark.parametrize("fault", [Fault.DOWN, Fault.CUT, Fault.WRONG])
def test_without_a_verdict_nobody_opens_it(send, scanner, fatima, sam, fault):
    scanner.fault = fault

    document = send(LETTER)

    assert document.state == DocumentState.QUARANTINE
    for who in (fatima, sam):
        with pytest.raises(NotSafeYet):
            open_document(document, purpose=WHY, by=who.actor, at=NOON)


def test_a_job_waits_for_the_scanner(send, scanner, django_capture_on_commit_callbacks):
    scanner.fault = Fault.DOWN

    with django_capture_on_commit_callbacks(execute=True):
        send(LETTER)

    assert DBTaskResult.objects.filter(task_path__endswith="scan_later").count() == 1


def test_once_the_scanner_is_there_it_opens(waiting, fatima):
    assert scan_waiting(at=NOON) == 0

    waiting.refresh_from_db()
    assert open_document(waiting, purpose=WHY, by=fatima.actor, at=NOON) == LETTER


def test_for_a_scanner_that_is_down_nothing_is_opened(waiting, scanner, fatima):
    scanner.fault = Fault.DOWN

    assert scan_waiting(at=NOON) == 1
    assert not Look.objects.filter(subject=fatima.pk).exists()


def test_what_is_found_later_is_destroyed(
    send, scanner, kept_files, django_capture_on_commit_callbacks
):
    scanner.fault = Fault.DOWN
    document = send(pdf(b"<< /Title (%s) >>" % EICAR))
    scanner.fault = Fault.NORMAL

    with django_capture_on_commit_callbacks(execute=True):
        scan_waiting(at=NOON)

    document.refresh_from_db()
    assert (document.state, document.finding) == (DocumentState.DESTROYED, "Eicar-Signature")
    assert (document.file, files_in(kept_files)) == ("", [])


def test_a_second_verdict_changes_nothing(send):
    document = send(LETTER)

    note_verdict(document, Verdict("Laat"), by=TESTS, at=NOON)

    document.refresh_from_db()
    assert (document.state, document.finding) == (DocumentState.CLEAN, "")


def test_the_database_keeps_no_file_of_what_is_destroyed(send):
    document = send(LETTER)

    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=document.pk).update(state=DocumentState.DESTROYED)


def test_another_municipality_sees_nothing_of_it(send, buren):
    document = send(LETTER)

    with within(buren):
        assert not Document.objects.exists()
        assert not Document._base_manager.filter(pk=document.pk).exists()


def test_a_file_that_a_broken_hand_in_left_is_cleared_away(send, kept_files, emmen):
    kept = send(LETTER)
    (kept_files / str(emmen.pk) / "loose").write_bytes(b"sealed")
    later = timezone.now() + LOOSE_AFTER + timedelta(minutes=1)

    assert forget_loose_files(at=later - timedelta(hours=1)) == 0
    assert forget_loose_files(at=later) == 1
    assert [file.name for file in files_in(kept_files)] == [str(kept.pk)]
