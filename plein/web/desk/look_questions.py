"""Vragen: what residents ask about a look at their data, answered by one person by hand."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from plein.identity.asking import answer_question, open_question
from plein.identity.look_question import Kind, LookQuestion
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.forms import PleinForm
from plein.web.look_words import sentence_of
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


class AnswerForm(PleinForm):
    answer = forms.CharField(
        label=gettext_lazy("Uw antwoord aan de inwoner"),
        help_text=gettext_lazy("Schrijf kort en met ‘u’. Noem geen gegevens van de inwoner."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=2000,
        error_messages={"required": gettext_lazy("Schrijf een antwoord.")},
    )


@staff_may(Right.ANSWER_LOOK_QUESTIONS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    pages = Pages(request, LookQuestion.objects.waiting().select_related("look"), 50)
    rows = [(question, question.is_late_on(request.today)) for question in pages.rows]
    return render(request, "web/desk/look_questions.html", {"pages": pages, "rows": rows})


@staff_may(Right.ANSWER_LOOK_QUESTIONS)
@require_http_methods(["GET", "POST"])
def show(request: StaffRequest, question_id: UUID) -> HttpResponse:
    questions = LookQuestion.objects.select_related("look", "answered_by__account")
    question = get_object_or_404(questions, pk=question_id)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _answer(request, question, form):
        messages.success(request, _("Uw antwoord staat klaar voor de inwoner."))
        return redirect("desk-look-questions")
    context = {
        "question": question,
        "sentence": sentence_of(question.look),
        "is_late": question.is_late_on(request.today),
        "asks_who": question.kind == Kind.WHO,
        "name": open_question(question, by=request.staff, at=request.now),
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/look_question.html", context, status=status)


def _answer(request: StaffRequest, question: LookQuestion, form: AnswerForm) -> bool:
    answer = form.cleaned_data["answer"]
    try:
        answer_question(question, answer, by=request.staff, at=request.now)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
