"""What staff do with a task of a case: what came in is in order, or more is needed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from plein.assisted.actions.acting import approve_by
from plein.cases.actions.tasks import no_longer_needed
from plein.identity.roles import Right
from plein.inbox.actions.tasks import answer_obstacle, ask_more
from plein.inbox.models import Task
from plein.web.desk.cases.acts import answer
from plein.web.desk.cases.case import find_case, page
from plein.web.desk.cases.forms import DayForm, MoreForm
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@dataclass(frozen=True, slots=True)
class Judging:
    """What is done to a task, with what was filled in, and the words afterwards."""

    form: type[PleinForm]
    name: str  # of the form on the page
    do: Callable[[Task, dict[str, Any], StaffRequest], Any]
    done: str | Promise


JUDGING = {
    "akkoord": Judging(
        PleinForm,
        "",
        lambda task, _given, request: approve_by(task, by=request.staff, at=request.now),
        _("Dit is in orde."),
    ),
    "meer": Judging(
        MoreForm,
        "more_form",
        lambda task, given, request: ask_more(
            task, given["reason"], due_on=given["due_on"], by=request.actor, at=request.now
        ),
        _("De inwoner leest wat er nog nodig is."),
    ),
    "weer-open": Judging(
        DayForm,
        "day_form",
        lambda task, given, request: answer_obstacle(
            task, due_on=given["due_on"], by=request.actor, at=request.now
        ),
        _("Dit staat weer open bij de inwoner."),
    ),
    "vervalt": Judging(
        PleinForm,
        "",
        lambda task, _given, request: no_longer_needed(task, by=request.actor, at=request.now),
        _("Dit hoeft niet meer."),
    ),
}


@staff_may(Right.HANDLE_CASES)
@require_POST
def judge(request: StaffRequest, case_id: UUID, task_id: UUID, name: str) -> HttpResponse:
    """What came in is in order, or more is needed; or it is not needed any more."""
    if name not in JUDGING:
        raise Http404
    judging, case = JUDGING[name], find_case(case_id)
    task = get_object_or_404(Task, pk=task_id, topic_id=case.topic_id)
    form = judging.form(request.POST, auto_id=f"id_{task.pk}_%s")
    if not form.is_valid():
        return page(request, case, judged=task.pk, **{judging.name: form})
    given = form.cleaned_data
    return answer(request, case_id, lambda: judging.do(task, given, request), judging.done)
