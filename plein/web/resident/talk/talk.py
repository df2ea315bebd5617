"""One conversation: what was said, who read it, and a field to say more."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from plein.inbox.actions.talking import ask
from plein.inbox.models import Conversation
from plein.kernel.refusal import Refusal
from plein.web.background import fragment
from plein.web.from_page import FROM
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.talk.own import WHY, own_talk, standing
from plein.web.talking import Talk, TalkForm, corrected, lines_of, opened_talk, talk_of

PAGE = "web/resident/talk/talk.html"


@resident_only
@require_http_methods(["GET", "POST"])
def talk(request: ResidentRequest, talk_id: UUID) -> HttpResponse:
    conversation = own_talk(request, talk_id)
    if request.method == "POST":
        return _say(request, conversation)
    found = opened_talk(conversation, request)
    return fragment(
        request,
        found.version,
        lambda: _context(request, found, _form(request, found)),
        page=PAGE,
        part="web/resident/talk/live.html",
    )


def _say(request: ResidentRequest, conversation: Conversation) -> HttpResponse:
    form = TalkForm(request.POST)
    if form.is_valid() and _said(request, conversation, form):
        if not request.htmx:
            return redirect("talk", conversation.pk)
        form = TalkForm()
    conversation.refresh_from_db()
    found = talk_of(conversation, request)
    context = _context(request, found, form) | {"version": found.version}
    template = "web/resident/talk/said.html" if request.htmx else PAGE
    return render(request, template, context, status=422 if form.errors else 200)


def _said(request: ResidentRequest, conversation: Conversation, form: TalkForm) -> bool:
    given = form.cleaned_data
    try:
        ask(
            conversation,
            given["words"],
            key=given["key"],
            corrects=given["corrects"],
            page=form.told_page,
            by=request.actor,
            at=request.now,
        )
    except Refusal as refusal:
        form.add_error("words", str(refusal))
        return False
    return True


def _form(request: ResidentRequest, found: Talk) -> TalkForm:
    return TalkForm(initial=corrected(request, found) | {FROM: request.GET.get(FROM)})


def _context(request: ResidentRequest, found: Talk, form: TalkForm) -> dict[str, Any]:
    conversation = found.conversation
    return {
        **standing(conversation, request),
        "lines": lines_of(found, request, WHY),
        "is_here": found.is_other_here,
        "form": form,
    }
