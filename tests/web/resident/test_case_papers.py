"""Fatima sends a photo for a task; she and Sam open it, and nobody else."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plein.audit.models import Look
from plein.cases.actions.moving import take_up, wait_for_resident
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.documents.models import Document
from plein.gateways.simulators.faults import Fault
from plein.identity.actions import household_of, know_resident
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import HandIn, TaskKind
from plein.inbox.task_words import TaskWords
from plein.kernel.bsn import Bsn
from plein.regelingen.library import journeys
from plein.web.doors import DESK
from tests.cast import BSN_OF, TESTS
from tests.documents.conftest import kept_files, scanner  # noqa: F401 - fixtures of documents
from tests.documents.files import EICAR, heic, pdf, photo
from tests.web.conftest import url

KEY = "individuele_inkomenstoeslag"
WORDS = TaskWords("Stuur uw loonstrook", why="Wij missen november.")


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def case(fatima, sam, now):
    case_type = publish_case_type(KEY, journeys()[KEY], by=TESTS, at=now)
    case = open_case(fatima, case_type, by=fatima.actor, at=now)
    take_up(case, by=sam, at=now)
    return case


@pytest.fixture
def task(case, sam, now):
    due_on = timezone.localdate() + timedelta(days=14)
    task = set_task(
        case.topic,
        TaskKind.PAPER,
        WORDS,
        due_on=due_on,
        needs_review=True,
        by=sam.actor,
        at=now,
    )
    wait_for_resident(case, by=sam.actor, at=now)
    return task


@pytest.fixture
def fatimas(fatima, signed_in, scanner, kept_files):
    return signed_in(fatima)


@pytest.fixture
def send(fatimas, case, task):
    """Send these files with a note; the page that follows."""

    def post(*uploads, note="Dit is november.", name="loonstrook.jpg"):
        files = [SimpleUploadedFile(name, upload) for upload in uploads]
        address = url("case-task", case.pk, task.pk)
        return fatimas.post(address, {"papers": files, "note": note}, follow=True)

    return post


def text(page) -> str:
    return page.content.decode()


def address_of(document, case):
    return url("case-paper", case.pk, document.pk)


def opened(answer, host=""):
    """Where the way leads: a host of its own, without any cookie."""
    assert answer.status_code == 302
    there = urlsplit(answer["Location"])
    return Client().get(there.path, HTTP_HOST=host or there.netloc)


def test_the_receipt_and_the_case_say_what_was_sent_and_by_whom(send, fatimas, case):
    receipt = text(send(photo()))

    page = text(fatimas.get(url("case", case.pk)))
    for words in (receipt, page):
        assert "loonstrook" in words
        assert "Van u," in words
    assert "Brieven en papieren" in page
    assert address_of(Document.objects.get(), case) in page


def test_it_is_a_file_to_keep_and_never_a_page(send, fatimas, case):
    send(pdf())

    answer = opened(fatimas.get(address_of(Document.objects.get(), case)))

    assert answer.content == pdf()
    assert answer["Content-Disposition"] == 'attachment; filename="papier.pdf"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"


def test_the_way_to_it_lasts_a_minute_and_is_not_made_by_hand(send, fatimas, case):
    send(pdf())
    answer = fatimas.get(address_of(Document.objects.get(), case))

    with time_machine.travel(timezone.now() + timedelta(seconds=61)):
        assert opened(answer).status_code == 410
    forged = Client().get("/eyJkb2N1bWVudCI6IjEifQ:1:x/", HTTP_HOST="documenten.emmen.localhost")
    assert (forged.status_code, forged.content.decode()) == (
        410,
        "Deze link werkt niet meer. Open het papier opnieuw.",
    )


def test_papers_and_pages_never_share_a_host(send, fatimas, case, buren):
    send(pdf())
    answer = fatimas.get(address_of(Document.objects.get(), case))

    assert opened(answer, host="emmen.localhost").status_code == 404
    assert opened(answer, host="documenten.buren.localhost").status_code == 404
    assert fatimas.get("/overzicht/", HTTP_HOST="documenten.emmen.localhost").status_code == 410


@pytest.mark.parametrize(
    ("upload", "says"),
    [
        (b"", "Dit bestand is leeg"),
        (heic(), "Meest compatibel"),
        (b"<svg><script>alert(1)</script></svg>", "Dit bestand kennen wij niet"),
        (pdf(b"<< /S /JavaScript >>"), "Druk hem af als gewone pdf"),
        (pdf(b"<< /Title (%s) >>" % EICAR), "er zit een virus in"),
        (b"0" * (50 * 1024 * 1024), "hoogstens 20 MB"),
    ],
)
def test_a_bad_file_is_kindly_refused_and_the_note_is_kept(send, upload, says):
    page = send(photo(), upload)

    assert page.status_code == 422
    assert says in text(page)
    assert "Dit is november." in text(page)
    assert (Document.objects.count(), HandIn.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("uploads", "says"),
    [
        ([], "Kies een foto of een pdf."),
        ([photo(colour=each) for each in ("red", "blue", "green", "black", "white", "grey")], "5"),
    ],
)
def test_none_or_too_many_is_kindly_refused(send, uploads, says):
    page = send(*uploads)

    assert page.status_code == 422
    assert says in text(page)
    assert not Document.objects.exists()


def test_several_photos_go_together(send):
    send(photo(colour="red"), photo(colour="blue"), pdf())

    assert Document.objects.count() == 3


def test_a_second_click_sends_nothing_more(send):
    send(photo())
    send(photo())

    assert Document.objects.count() == 1


def test_while_it_is_looked_at_nobody_opens_it(
    send,
    scanner,
    fatimas,
    case,
):
    scanner.fault = Fault.DOWN

    receipt = text(send(photo()))

    assert "Wij controleren dit bestand" in receipt
    assert fatimas.get(address_of(Document.objects.get(), case)).status_code == 404


def test_of_somebody_else_nothing_is_found(send, case, signed_in, now):
    send(photo())
    document = Document.objects.get()
    katja = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=now)
    household_of(katja, at=now, day=timezone.localdate(), name="Katja")
    katjas_case = open_case(katja, case.case_type, by=katja.actor, at=now)
    katjas = signed_in(katja)

    assert katjas.get(address_of(document, case)).status_code == 404
    assert katjas.get(address_of(document, katjas_case)).status_code == 404


def desk_address(document, case):
    return reverse("desk-case-paper", DESK.urlconf, args=[case.pk, document.pk])


def test_sam_opens_it_and_the_log_says_so(send, case, at_work, sam, fatima):
    send(photo())
    sams = at_work(sam.account, DESK)

    page = text(sams.get(reverse("desk-case", DESK.urlconf, args=[case.pk])))
    answer = opened(sams.get(desk_address(Document.objects.get(), case)))

    assert "Van de inwoner," in page
    assert answer.status_code == 200
    look = Look.objects.filter(subject=fatima.pk, elements=["papier"]).get()
    assert (look.team, look.case) == ("Team Minima", case.number)


def test_staff_without_the_right_open_nothing(send, case, at_work, ingrid):
    send(photo())

    answer = at_work(ingrid.account, DESK).get(desk_address(Document.objects.get(), case))

    assert answer.status_code == 403


def test_without_a_session_the_way_leads_to_sign_in(send, case, client):
    send(photo())

    answer = client.get(address_of(Document.objects.get(), case), HTTP_HOST="emmen.localhost")

    assert answer.status_code == 302


@pytest.mark.parametrize("page", ["case", "case-task", "case-task-done"])
def test_a_page_with_papers_asks_few_questions(
    page, send, fatimas, task, case, django_assert_max_num_queries
):
    if page != "case-task":
        send(photo(), pdf())
    keys = [case.pk] if page == "case" else [case.pk, task.pk]

    with django_assert_max_num_queries(19):  # of which three for each of two lines in the log
        fatimas.get(url(page, *keys))
