"""Berichten: what waits for an answer, and how long. Without names: those stand in the talk."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET

from plein.identity.roles import Right
from plein.inbox.models import Conversation
from plein.inbox.queues import Queue, queue
from plein.inbox.talk_words import answer_due
from plein.kernel.short_code import spaced
from plein.web.background import fragment
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.talking import title_of, with_case

ON_PAGE = 50
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
LABELS = {
    Queue.MINE: gettext_lazy("Van mij"),
    Queue.TEAM: gettext_lazy("Mijn team"),
    Queue.ALL: gettext_lazy("Alles"),
    Queue.ANSWERED: gettext_lazy("Beantwoord"),
}


@staff_may(Right.ANSWER_TALKS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    which = _which(request.GET.get("kies", ""))
    pages = Pages(request, with_case(queue(which, request.staff)), ON_PAGE)
    rows = [_row(talk, request) for talk in pages.rows]
    seen = [f"{row['talk'].pk}{row['talk'].length}{row['talk'].team}{row['waits']}" for row in rows]
    return fragment(
        request,
        f"{which}-{sha256('|'.join(seen).encode()).hexdigest()[:20]}",
        lambda: {
            "choices": [(each.value, LABELS[each], each is which) for each in Queue],
            "rows": rows,
            "pages": pages,
        },
        page="web/desk/talk/list.html",
        part="web/desk/talk/rows.html",
    )


def _which(given: str) -> Queue:
    return Queue(given) if given in list(Queue) else Queue.TEAM


def _row(talk: Conversation, request: StaffRequest) -> dict[str, Any]:
    case = getattr(talk.topic, "case", None)
    due = talk.waiting_since and answer_due(talk.waiting_since, request.municipality.answer_within)
    return {
        "talk": talk,
        "title": title_of(talk),
        "number": spaced(case.number) if case else "",
        "waits": waits(talk.waiting_since, request.now) if talk.waiting_since else "",
        "due": due,
        "is_late": bool(due and request.today > due),
        "handler": talk.handler.account.name if talk.handler else "",
    }


def waits(since: datetime, now: datetime) -> str:
    """In the largest unit that is full."""
    waited = now - since
    if waited >= DAY:
        return ngettext("1 dag", "{n} dagen", waited.days).format(n=waited.days)
    if waited >= HOUR:
        hours = waited // HOUR
        return ngettext("1 uur", "{n} uur", hours).format(n=hours)
    minutes = waited // timedelta(minutes=1)
    return ngettext("1 minuut", "{n} minuten", minutes).format(n=minutes) if minutes else _("net")
