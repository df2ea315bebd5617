"""Whoever acts in Arabic leaves the same words behind as in Dutch, and staff read Dutch."""

from uuid import uuid4

import pytest
from django.conf import settings
from django.db import transaction
from django.forms.models import model_to_dict
from django.urls import reverse
from django.utils import timezone

from plein.audit.models import Look
from plein.cases.actions.moving import take_up, wait_for_resident
from plein.cases.models import Case
from plein.delivery.models import Delivery
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import Event, TaskKind, Topic
from plein.inbox.task_words import TaskWords
from plein.web.doors import DESK
from tests.cases.conftest import *  # noqa: F403
from tests.web.conftest import url

WORDS = TaskWords("Stuur uw loonstrook", why="Wij missen november.", consequence="Dan zonder.")
KEPT = {
    Topic: ["title"],
    Event: ["name", "details", "organisation", "team", "function", "channel"],
    Delivery: ["notice", "matter", "way", "state"],
    Look: ["organisation", "function", "purpose", "elements"],
}


@pytest.fixture
def fatimas(fatima, signed_in):
    return signed_in(fatima)


def asks_answers_and_stops(client, one_button, sam) -> Case:
    """What a resident can do to an aanvraag, from the first button to the last."""
    client.post(url("case-apply", one_button.slug))
    case = Case.objects.get()
    now = timezone.now()
    take_up(case, by=sam, at=now)
    for data, page in (({"answer": "Hier"}, "case-task"), ({"what": "Nee"}, "case-obstacle")):
        given = {"due_on": None, "needs_review": True, "by": sam.actor, "at": now}
        task = set_task(case.topic, TaskKind.QUESTION, WORDS, **given)
        case.refresh_from_db()
        if case.suspended_since is None:
            wait_for_resident(case, by=sam.actor, at=now)
        client.get(url("case-task", case.pk, task.pk))
        client.post(url(page, case.pk, task.pk), data)
    client.post(url("talk-about-case", case.pk), {"words": "Hoe gaat het?", "key": uuid4()})
    client.post(url("case-stop", case.pk))
    return Case.objects.get()


def kept() -> list[object]:
    return [
        sorted(map(repr, (model_to_dict(each, fields) for each in model.objects.all())))
        for model, fields in KEPT.items()
    ]


def test_the_same_is_kept_in_every_language(fatimas, one_button, sam):
    found = {}
    for language in ("nl", "en", "ar", "uk"):
        with transaction.atomic():
            fatimas.cookies[settings.LANGUAGE_COOKIE_NAME] = language
            asks_answers_and_stops(fatimas, one_button, sam)
            found[language] = kept()
            transaction.set_rollback(True)

    assert found["nl"][1]
    assert found["en"] == found["ar"] == found["uk"] == found["nl"]


def test_the_desk_reads_in_dutch_what_was_done_in_arabic(fatimas, one_button, sam, at_work):
    fatimas.cookies[settings.LANGUAGE_COOKIE_NAME] = "ar"
    case = asks_answers_and_stops(fatimas, one_button, sam)

    desk = at_work(sam.account, DESK)
    page = desk.get(reverse("desk-case", "plein.web.desk.urls", args=[case.pk]))

    words = page.content.decode()
    assert '<html lang="nl"' in words
    assert "De aanvraag is gestopt" in words
    assert not any("\u0600" <= sign <= "\u06ff" for sign in words)
