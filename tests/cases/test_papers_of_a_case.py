"""Fatima sends papers for her aanvraag: once, whatever she clicks; what is unsafe is asked anew."""

import pytest

from plein.cases.actions.moving import take_up, wait_for_resident
from plein.cases.actions.tasks import hand_in_to_case
from plein.documents.models import Document, DocumentState
from plein.documents.receiving import receive
from plein.documents.scanning import scan_waiting
from plein.gateways.simulators.faults import Fault
from plein.inbox import event_words as said
from plein.inbox.models import Enclosure, HandIn, TaskState
from plein.tenants.scope import within
from tests.cast import NOON
from tests.documents.conftest import kept_files, scanner  # noqa: F401 - fixtures of documents
from tests.documents.files import EICAR, pdf, photo


@pytest.fixture
def task(case, sam, ask):
    take_up(case, by=sam, at=NOON)
    task = ask()
    wait_for_resident(case, by=sam.actor, at=NOON)
    return task


@pytest.fixture
def hand_in_papers(task, fatima, scanner, kept_files):
    def do(*uploads, note=""):
        files = [receive("loonstrook.jpg", upload) for upload in uploads]
        return hand_in_to_case(task, note, files=files, by=fatima.actor, at=NOON)

    return do


def test_papers_go_with_the_hand_in_and_the_case_goes_on(hand_in_papers, case, task):
    found = hand_in_papers(photo(), pdf(), note="Dit is november.")

    assert found.enclosures.count() == 2
    assert case.topic.enclosures.count() == 2
    case.refresh_from_db()
    task.refresh_from_db()
    assert (case.phase, task.state) == ("in_behandeling", TaskState.HANDED_IN)


def test_the_same_photo_chosen_twice_is_one_paper(hand_in_papers):
    assert hand_in_papers(photo(), photo()).enclosures.count() == 1


def test_a_second_click_adds_nothing(hand_in_papers):
    first, second = hand_in_papers(photo()), hand_in_papers(photo())

    assert first == second
    assert Document.objects.count() == 1


def test_two_hand_ins_at_once_are_one(at_once, hand_in_papers):
    results = at_once([lambda: hand_in_papers(photo())] * 4)

    assert len({each.pk for each in results}) == 1
    assert (HandIn.objects.count(), Document.objects.count()) == (1, 1)


@pytest.fixture
def found_later(hand_in_papers, scanner, django_capture_on_commit_callbacks):
    """Sent while the scanner was away; then it came back, and found something."""
    scanner.fault = Fault.DOWN
    hand_in_papers(pdf(b"<< /Title (%s) >>" % EICAR))
    scanner.fault = Fault.NORMAL
    with django_capture_on_commit_callbacks(execute=True):
        scan_waiting(at=NOON)


def test_what_turns_out_unsafe_is_gone_and_asked_anew(found_later, task, case):
    task.refresh_from_db()
    first = task.hand_ins.get()

    assert Document.objects.get().state == DocumentState.DESTROYED
    assert (task.state, task.round, first.judgement) == (TaskState.OPEN, 2, "aanvulling")
    names = list(case.topic.events.order_by("at", "id").values_list("name", flat=True))
    assert said.PAPER_UNSAFE in names
    assert said.TASK_MORE in names


def test_a_second_round_never_erases_the_first(found_later, hand_in_papers, task):
    task.refresh_from_db()
    hand_in_papers(photo())

    assert [each.round for each in task.hand_ins.order_by("round")] == [1, 2]
    assert Enclosure.objects.count() == 2


def test_a_task_that_is_done_stays_done_and_it_is_told(
    case,
    ask,
    fatima,
    scanner,
    kept_files,
    django_capture_on_commit_callbacks,
):
    task = ask(needs_review=False)
    scanner.fault = Fault.DOWN
    files = [receive("brief.pdf", pdf(b"<< /Title (%s) >>" % EICAR))]
    hand_in_to_case(task, "", files=files, by=fatima.actor, at=NOON)
    scanner.fault = Fault.NORMAL

    with django_capture_on_commit_callbacks(execute=True):
        scan_waiting(at=NOON)

    task.refresh_from_db()
    assert task.state == TaskState.APPROVED
    assert case.topic.events.filter(name=said.PAPER_UNSAFE).count() == 1


def test_another_municipality_sees_no_enclosure(hand_in_papers, buren):
    hand_in_papers(photo())

    with within(buren):
        assert not Enclosure.objects.exists()
