"""Post: a letter that is an aanvraag, or an answer to what we asked."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from plein.assisted.actions.post import register_aanvraag, register_answer
from plein.cases.offered import case_types_offered
from plein.documents.judging import ACCEPTED
from plein.documents.receiving import Received
from plein.identity.roles import Right
from plein.inbox.models import Task
from plein.kernel.refusal import Refusal
from plein.web.desk.cases.case import find_case
from plein.web.desk.grants.forms import BsnField
from plein.web.fields import DayField, FilesField, SeveralFilesInput
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.received_files import received_files
from plein.web.request import StaffRequest

MOST_FILES = 5
STAMP: dict[str, Any] = {
    "label": _("Wat is de dag van de stempel?"),
    "help_text": _("Vanaf die dag telt het."),
}


class LetterForm(PleinForm):
    bsn = BsnField(label=_("Burgerservicenummer"), max_length=20)
    case_type = forms.ChoiceField(label=_("Wat vraagt de inwoner aan?"))
    received_on = DayField(**STAMP)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.types = {each.key: each for each in case_types_offered(today)}
        chosen: Any = self.fields["case_type"]
        chosen.choices = [(key, str(each)) for key, each in self.types.items()]


class AnswerForm(PleinForm):
    received_on = DayField(**STAMP)
    papers = FilesField(
        most=MOST_FILES,
        label=_("Foto's of pdf van wat er kwam"),
        widget=SeveralFilesInput(attrs={"accept": ACCEPTED}),
        required=False,
    )
    note = forms.CharField(
        label=_("Wat staat erin?"),
        help_text=_("Kort. De inwoner leest dit ook."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("papers") and not given.get("note", "").strip():
            self.add_error("note", _("Kies een foto of pdf, of schrijf op wat erin staat."))
        return given


@staff_may(Right.HELP)
@require_http_methods(["GET", "POST"])
def letter(request: StaffRequest) -> HttpResponse:
    form = LetterForm(request.POST or None, today=request.today)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            case = register_aanvraag(
                given["bsn"],
                form.types[given["case_type"]],
                received_on=given["received_on"],
                by=request.staff,
                at=request.now,
            )
        except Refusal as refusal:
            form.add_error("received_on", str(refusal))
        else:
            done = _("De aanvraag staat erin, met nummer {number}. De inwoner ziet dat ook.")
            messages.success(request, str(done).format(number=case.number))
            return redirect("desk-letter")
    status = 422 if form.errors else 200
    return render(request, "web/desk/cases/letter.html", {"form": form}, status=status)


@staff_may(Right.HANDLE_CASES)
@require_http_methods(["GET", "POST"])
def answer(request: StaffRequest, case_id: UUID, task_id: UUID) -> HttpResponse:
    case = find_case(case_id)
    task = get_object_or_404(Task, pk=task_id, topic=case.topic)
    form = AnswerForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid():
        files = received_files(form, "papers")
        if form.is_valid() and _registered(request, form, task, files):
            messages.success(request, _("Het antwoord staat erin."))
            return redirect("desk-case", case_id)
    context, status = {"case": case, "form": form}, 422 if form.errors else 200
    return render(request, "web/desk/cases/post.html", context, status=status)


def _registered(request: StaffRequest, form: AnswerForm, task: Task, files: list[Received]) -> bool:
    given = form.cleaned_data
    try:
        register_answer(
            task,
            given["note"],
            files=files,
            received_on=given["received_on"],
            by=request.staff,
            at=request.now,
        )
    except Refusal as refusal:
        form.add_error("received_on", str(refusal))
        return False
    return True
