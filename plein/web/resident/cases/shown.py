"""Cases in the words of the page: the light, what to do, and where it stands."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plein.cases.models import Case
from plein.cases.queries import CaseFile
from plein.inbox.models import Task, TaskKind, TaskState
from plein.journeys.phases import WAITING, Phase
from plein.kernel.clock import local_day
from plein.web.light_words import light_words
from plein.web.templatetags.plein_ui import day as in_words

ICONS = {
    TaskKind.PAPER: "camera",
    TaskKind.QUESTION: "chat-left-text",
    TaskKind.CONFIRM: "check-lg",
    TaskKind.APPOINTMENT: "calendar-event",
}


def tasks_shown(file: CaseFile, today: date) -> list[dict[str, Any]]:
    """What the resident has to do, as `web/parts/task.html` shows it."""
    filing = [_to_file(file.case)] if file.may_file_on(today) else []
    return filing + [
        {
            "url": _address(file, task),
            "title": file.said(task).title,
            "for_what": str(file.case.case_type),
            "when": when(task.due_on, today),
            "late": task.is_late_on(today),
            "icon": ICONS[TaskKind(task.kind)],
        }
        for task in file.tasks
        if task.state == TaskState.OPEN
    ]


def _to_file(case: Case) -> dict[str, Any]:
    """After a melding: the aanvraag itself is what is asked first."""
    return {
        "url": reverse("case-apply", args=[case.case_type.slug]),
        "title": _("Vul uw aanvraag in en verstuur die"),
        "for_what": str(case.case_type),
        "when": _("Dit kan nu al, tot en met {day}").format(day=in_words(case.last_day)),
        "late": False,
        "icon": "pencil",
    }


def _address(file: CaseFile, task: Task) -> str:
    """Where it is done."""
    if task.kind == TaskKind.APPOINTMENT:
        return reverse("appointment-of-task", args=[task.pk])
    return reverse("case-task", args=[file.case.pk, task.pk])


def with_us(file: CaseFile) -> list[dict[str, Any]]:
    """What was handed in, or does not work out: we look at it."""
    return [
        {"title": file.said(task).title, "state": _with_us(task)}
        for task in file.tasks
        if task.state != TaskState.OPEN
    ]


def _with_us(task: Task) -> str:
    if task.state == TaskState.OBSTACLE:
        return _("U liet weten dat dit niet lukt. Wij nemen contact met u op.")
    return _("Wij hebben dit ontvangen en bekijken het.")


def when(due_on: date | None, today: date) -> str:
    if due_on is None:
        return _("Zodra het kan")
    left = (due_on - today).days
    if left < 0:
        return _("Dit is te laat. Doe het zo snel mogelijk.")
    if left == 0:
        return _("Vandaag is de laatste dag")
    days = ngettext("Nog 1 dag", "Nog {left} dagen", left).format(left=left)
    return _("{days}: tot en met {day}").format(days=days, day=in_words(due_on))


def row_of(file: CaseFile) -> dict[str, Any]:
    """One case in a list."""
    case = file.case
    return {
        "url": reverse("case", args=[case.pk]),
        "name": str(case.case_type),
        "step": case.current_step.resident,
        "light": light_words(file.light),
        "filed_at": case.filed_at,
        "is_reported": case.phase == Phase.REPORTED,
        "is_open": case.is_open,
        "last_day": case.last_day,
        "is_suspended": case.suspended_since is not None,
    }


def line_of(file: CaseFile) -> list[dict[str, str]]:
    """The stations: passed, where it is, and what still comes."""
    case = file.case
    steps = [
        step
        for step in case.case_type.read.stations
        if step.phase not in WAITING or step.key == case.step
    ]
    here = next((n for n, step in enumerate(steps) if step.key == case.step), 0)
    passed = {change.step: change.at for change in case.changes.order_by("at")}
    closed = not case.is_open
    return [
        {
            "state": _state(number, here, closed=closed),
            "title": step.resident,
            "meta": _meta(step.key, step.days, passed, number > here),
        }
        for number, step in enumerate(steps)
    ]


def _state(number: int, here: int, *, closed: bool) -> str:
    if number < here or (number == here and closed):
        return "done"
    return "now" if number == here else "todo"


def _meta(key: str, days: int, passed: dict[str, Any], is_coming: bool) -> str:
    if key in passed and not is_coming:
        return in_words(local_day(passed[key]))
    if is_coming and days:
        return ngettext("Dit duurt ongeveer 1 dag", "Dit duurt ongeveer {days} dagen", days).format(
            days=days
        )
    return ""
