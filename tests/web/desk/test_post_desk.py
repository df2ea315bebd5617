"""What comes by post counts from its stamp, and stands between what came online."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from plein.cases.actions.moving import take_up, wait_for_resident
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import Case
from plein.identity.models import Role
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import Channel, HandIn, TaskKind
from plein.inbox.task_words import TaskWords
from plein.regelingen.library import journeys
from plein.web.doors import DESK
from tests.cast import BSN_OF, TESTS, staff_member
from tests.documents.files import EICAR

KEY = "individuele_inkomenstoeslag"


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


def written(day):
    return f"{day:%d-%m-%Y}"


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def case_type(emmen, now):
    return publish_case_type(KEY, journeys()[KEY], by=TESTS, at=now)


@pytest.fixture
def asked(fatima, sam, case_type, now):
    """Ten days ago Sam asked something, and waits for it."""
    at = now - timedelta(days=10)
    case = take_up(open_case(fatima, case_type, by=fatima.actor, at=at), by=sam, at=at)
    words = TaskWords("Stuur uw huurcontract")
    task = set_task(
        case.topic, TaskKind.PAPER, words, due_on=None, needs_review=True, by=sam.actor, at=at
    )
    wait_for_resident(case, by=sam.actor, at=at)
    return task


@pytest.fixture
def sams(at_work, sam):
    return at_work(sam.account, DESK)


def test_a_letter_counts_from_its_stamp(case_type, at_work):
    els = at_work(staff_member("els", Role.DESK).account, DESK)
    stamp = timezone.localdate() - timedelta(days=3)
    given = {"bsn": BSN_OF["katja"], "case_type": KEY, "received_on": written(stamp)}

    page = els.post(url("desk-letter"), given, follow=True)

    case = Case.objects.get()
    assert case.number in page.content.decode()
    assert (case.channel, case.received_on) == (Channel.POST, stamp)
    assert case.last_day == stamp + timedelta(days=56)


@pytest.mark.parametrize("days", [1, -1])
def test_a_stamp_of_tomorrow_is_a_mistake_and_the_bsn_is_not_shown_back(case_type, at_work, days):
    els = at_work(staff_member("els", Role.DESK).account, DESK)
    stamp = timezone.localdate() + timedelta(days=days)
    given = {"bsn": BSN_OF["katja"], "case_type": KEY, "received_on": written(stamp)}

    page = els.post(url("desk-letter"), given)

    assert page.status_code == (422 if days == 1 else 302)
    assert BSN_OF["katja"] not in page.content.decode()


def test_an_answer_by_post_keeps_its_day_and_the_term_goes_on(asked, sams):
    stamp = timezone.localdate() - timedelta(days=2)
    post = url("desk-post-answer", Case.objects.get().pk, asked.pk)
    assert sams.post(post, {"received_on": written(stamp)}).status_code == 422

    sams.post(post, {"received_on": written(stamp), "note": "Huurcontract, getekend."})

    hand_in = HandIn.objects.get()
    assert (hand_in.channel, hand_in.received_on) == (Channel.POST, stamp)
    assert Case.objects.get().suspended_since is None


@pytest.mark.parametrize("days", [-11, 1])
def test_a_stamp_from_before_the_question_or_after_today_does_not_fit(asked, sams, days):
    stamp = timezone.localdate() + timedelta(days=days)
    post = url("desk-post-answer", Case.objects.get().pk, asked.pk)

    page = sams.post(post, {"received_on": written(stamp), "note": "Huurcontract"})

    assert page.status_code == 422
    assert "Huurcontract</textarea>" in page.content.decode()
    assert not HandIn.objects.exists()


def test_what_is_scanned_in_is_judged_like_any_file(asked, sams):
    post = url("desk-post-answer", Case.objects.get().pk, asked.pk)
    given = {
        "received_on": written(timezone.localdate()),
        "papers": SimpleUploadedFile("scan.pdf", EICAR),
    }

    page = sams.post(post, given)

    assert page.status_code == 422
    assert "scan.pdf:" in page.content.decode()
    assert not HandIn.objects.exists()
