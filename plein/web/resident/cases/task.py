"""One task: what, why, an example, and one way to do it; or say that it does not work out."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from plein.assisted.actions.acting import answer_task
from plein.cases.actions.tasks import say_it_does_not_work
from plein.cases.queries import CaseFile
from plein.documents.receiving import Received
from plein.identity.gate import SealedText, read_sealed
from plein.inbox.models import HandIn, Judgement, Task, TaskKind, TaskState
from plein.inbox.task_words import REASON
from plein.kernel.refusal import Refusal
from plein.web.forms import PleinForm
from plein.web.policies import resident_or_helped
from plein.web.request import ResidentRequest
from plein.web.resident.cases.own import WHY, own_file
from plein.web.resident.cases.papers import PapersForm, papers_of
from plein.web.resident.cases.shown import when

LONGEST = 4000  # characters


class AnswerForm(PleinForm):
    answer = forms.CharField(
        label=gettext_lazy("Uw antwoord"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST,
        error_messages={"required": gettext_lazy("Schrijf hier uw antwoord.")},
    )

    def answer_and_files(self) -> tuple[str, list[Received]]:
        return self.cleaned_data["answer"], []


class ConfirmForm(PleinForm):
    """One button is enough."""

    note = forms.CharField(
        label=gettext_lazy("Wilt u er iets bij zeggen?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        required=False,
    )

    def answer_and_files(self) -> tuple[str, list[Received]]:
        return self.cleaned_data["note"], []


class ObstacleForm(PleinForm):
    what = forms.CharField(
        label=gettext_lazy("Wat lukt er niet?"),
        help_text=gettext_lazy("U mag dit ook leeg laten. Dan bellen wij u."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        required=False,
    )


@resident_or_helped
@require_http_methods(["GET", "POST"])
def task(request: ResidentRequest, case_id: UUID, task_id: UUID) -> HttpResponse:
    file, found = _own(request, case_id, task_id)
    if found.kind == TaskKind.APPOINTMENT:
        return redirect("appointment-of-task", found.pk)
    if found.state not in (TaskState.OPEN, TaskState.OBSTACLE):
        return redirect("case-task-done", case_id, task_id)
    form = _form(request, found)
    if form.is_valid():
        text, files = form.answer_and_files()
        if form.is_valid():
            return _handed_in(request, case_id, found, text, files)
    context = {**_context(request, file, found), "form": form}
    status = 422 if form.errors else 200
    return render(request, "web/resident/cases/task.html", context, status=status)


FORMS: dict[TaskKind, type[AnswerForm | ConfirmForm | PapersForm]] = {
    TaskKind.PAPER: PapersForm,
    TaskKind.QUESTION: AnswerForm,
    TaskKind.CONFIRM: ConfirmForm,
}


def _form(request: ResidentRequest, found: Task) -> AnswerForm | ConfirmForm | PapersForm:
    kind = FORMS[TaskKind(found.kind)]
    is_sent = request.method == "POST"
    return kind(request.POST if is_sent else None, request.FILES if is_sent else None)


def _handed_in(
    request: ResidentRequest, case_id: UUID, found: Task, text: str, files: Sequence[Received]
) -> HttpResponse:
    try:
        answer_task(
            found,
            text,
            files=files,
            session=request.assisted,
            by=request.actor,
            at=request.now,
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("case", case_id)
    return redirect("case-task-done", case_id, found.pk)


@resident_or_helped
@require_http_methods(["GET", "POST"])
def obstacle(request: ResidentRequest, case_id: UUID, task_id: UUID) -> HttpResponse:
    file, found = _own(request, case_id, task_id)
    form = ObstacleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            say_it_does_not_work(found, form.cleaned_data["what"], by=request.actor, at=request.now)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Wij weten het nu. Wij nemen contact met u op."))
        return redirect("case", case_id)
    context = {**_context(request, file, found), "form": form}
    status = 422 if form.errors else 200
    return render(request, "web/resident/cases/obstacle.html", context, status=status)


@resident_or_helped
@require_GET
def done(request: ResidentRequest, case_id: UUID, task_id: UUID) -> HttpResponse:
    """A receipt: what we have, and what happens next."""
    file, found = _own(request, case_id, task_id)
    last = found.hand_ins.order_by("-round").first()
    if last is None:
        raise Http404
    context = {
        **_context(request, file, found),
        "hand_in": last,
        "documents": papers_of(request, file.case, hand_in=last),
    }
    return render(request, "web/resident/cases/task_done.html", context)


def _own(request: ResidentRequest, case_id: UUID, task_id: UUID) -> tuple[CaseFile, Task]:
    file = own_file(request, case_id)
    return file, get_object_or_404(Task, pk=task_id, topic=file.case.topic)


def _context(request: ResidentRequest, file: CaseFile, found: Task) -> dict[str, Any]:
    return {
        "case": file.case,
        "task": found,
        "words": file.said(found),
        "when": when(found.due_on, request.today),
        "more_needed": _more_needed(request, found),
        "decides_by": file.case.last_day,
    }


def _more_needed(request: ResidentRequest, found: Task) -> str:
    """What was still missing the last time; empty in the first round."""
    last: HandIn | None = found.hand_ins.filter(judgement=Judgement.MORE_NEEDED).last()
    if last is None or found.state == TaskState.APPROVED:
        return ""
    text = SealedText(last.pk, REASON, last.reason_sealed)
    (reason,) = read_sealed(request.resident, [text], purpose=WHY, by=request.actor, at=request.now)
    return reason
