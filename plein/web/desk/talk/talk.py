"""One conversation for staff: what was said, and a field to answer."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from plein.audit.actions import Purpose
from plein.identity.gate import read_name
from plein.identity.roles import Right
from plein.inbox.actions.talking import answer
from plein.inbox.models import Conversation
from plein.inbox.queues import teams
from plein.inbox.talk_words import answer_due
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import spaced
from plein.web.background import fragment
from plein.web.desk.talk.forms import AnswerForm, HandOverForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.talking import Talk, corrected, lines_of, opened_talk, talk_of, title_of, with_case

WHY = Purpose("om uw vraag te beantwoorden", "Gemeentewet art. 108 en AVG art. 6 lid 1 onder e")
PAGE = "web/desk/talk/talk.html"


@staff_may(Right.ANSWER_TALKS)
@require_http_methods(["GET", "POST"])
def show(request: StaffRequest, talk_id: UUID) -> HttpResponse:
    """Opening it marks it as read, which the resident sees."""
    conversation = find_talk(talk_id)
    if request.method == "POST":
        return _answer(request, conversation)
    talk = opened_talk(conversation, request)
    return fragment(
        request,
        talk.version,
        lambda: live(request, talk) | around(request, talk),
        page=PAGE,
        part="web/desk/talk/live.html",
    )


def find_talk(talk_id: UUID) -> Conversation:
    """Raises `Http404`."""
    return get_object_or_404(with_case(Conversation.objects.all()), pk=talk_id)


def _answer(request: StaffRequest, conversation: Conversation) -> HttpResponse:
    form = AnswerForm(request.POST)
    if form.is_valid() and _said(request, conversation, form):
        if not request.htmx:
            return redirect("desk-talk", conversation.pk)
        form = AnswerForm()
    return page(request, find_talk(conversation.pk), form=form)


def _said(request: StaffRequest, conversation: Conversation, form: AnswerForm) -> bool:
    given = form.cleaned_data
    try:
        answer(
            conversation,
            given["words"],
            key=given["key"],
            corrects=given["corrects"],
            by=request.staff,
            at=request.now,
        )
    except Refusal as refusal:
        form.add_error("words", str(refusal))
        return False
    return True


def page(request: StaffRequest, conversation: Conversation, **forms: Any) -> HttpResponse:
    """After something was filled in; mistakes stay with what was typed."""
    talk = talk_of(conversation, request)
    context = live(request, talk) | around(request, talk) | forms | {"version": talk.version}
    wrong = any(form.errors for form in forms.values())
    template = "web/desk/talk/said.html" if request.htmx else PAGE
    return render(request, template, context, status=422 if wrong else 200)


def live(request: StaffRequest, talk: Talk) -> dict[str, Any]:
    """The part that changes by itself."""
    conversation = talk.conversation
    case = getattr(conversation.topic, "case", None)
    within = request.municipality.answer_within
    since = conversation.waiting_since
    due = answer_due(since, within) if since and talk.contributions else None
    return {
        "talk": conversation,
        "lines": lines_of(talk, request, WHY, case=case.number if case else ""),
        "is_here": talk.is_other_here,
        "answer_by": due,
        "is_late": due is not None and request.today > due,
    }


def around(request: StaffRequest, talk: Talk) -> dict[str, Any]:
    conversation = talk.conversation
    case = getattr(conversation.topic, "case", None)
    others = [team for team in teams() if team != conversation.team]
    return {
        "title": title_of(conversation),
        "case": case,
        "number": spaced(case.number) if case else "",
        "name": read_name(
            conversation.topic.resident_id, purpose=WHY, by=request.actor, at=request.now
        ),
        "form": AnswerForm(initial=corrected(request, talk)),
        "over_form": HandOverForm(teams=others),
    }
