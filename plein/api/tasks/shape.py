"""A task as MijnTaken shows it: four words of ours become three of theirs."""

from datetime import date, datetime, time
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from plein.cases.models import Case
from plein.inbox.models import Task, TaskState
from plein.inbox.task_words import TaskWords
from plein.kernel.clock import AMSTERDAM

OPEN = (TaskState.OPEN, TaskState.OBSTACLE)  # what does not work out is still open
STATES = {
    TaskState.OPEN: "open",
    TaskState.OBSTACLE: "open",
    TaskState.HANDED_IN: "afgerond",
    TaskState.APPROVED: "afgerond",
    TaskState.DROPPED: "geannuleerd",
}
RESIDENT_URLS = "plein.web.resident.urls"
URN = "urn:nl:gemeenten:zaak:"  # the form of the standard's own examples
LAST_SECOND = time(23, 59, 59)  # of a day, as the standard writes it


def taak(task: Task, case: Case, words: TaskWords, request: HttpRequest) -> dict[str, Any]:
    """What is to be done happens here: `fallbackUrl` is our page, behind the login."""
    shown: dict[str, Any] = {
        "uuid": task.pk,
        "titel": {"nl": words.title},
        "status": STATES[TaskState(task.state)],
        "context": {"urn": urn_of(case), "canonicalUrl": _page(request, "case", case.pk)},
        "uitvoering": {
            "type": task.kind,
            "fallbackUrl": _page(request, "case-task", case.pk, task.pk),
        },
    }
    if words.why:
        shown["toelichting"] = {"nl": words.why}
    if task.due_on:
        shown["deadline"] = _end_of(task.due_on)
    return shown


def urn_of(case: Case) -> str:
    return f"{URN}{case.number}"


def _end_of(day: date) -> str:
    return datetime.combine(day, LAST_SECOND, AMSTERDAM).isoformat()


def _page(request: HttpRequest, name: str, *keys: object) -> str:
    return request.build_absolute_uri(reverse(name, RESIDENT_URLS, args=keys))
