"""Stel een vraag: about an aanvraag or in general; with a receipt that says when we answer."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plein.cases.models import Case
from plein.inbox.actions.talking import ask, conversation_about, general_conversation
from plein.inbox.models import Conversation
from plein.kernel.refusal import Refusal
from plein.web.from_page import FROM, asks_from, told
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.talk.own import own_talk, own_talks, standing
from plein.web.talking import TalkForm


@resident_only
@require_http_methods(["GET", "POST"])
def in_general(request: ResidentRequest) -> HttpResponse:
    before = own_talks(request).filter(general_of=request.resident).first()
    return _page(
        request,
        before,
        lambda: general_conversation(request.resident, at=request.now),
        _("Stel een vraag"),
    )


@resident_only
@require_http_methods(["GET", "POST"])
def about_case(request: ResidentRequest, case_id: UUID) -> HttpResponse:
    """To the team that handles it."""
    own = Case.objects.filter(dossier__resident=request.resident)
    case = get_object_or_404(own.select_related("topic", "case_type", "handler"), pk=case_id)
    team = case.handler.team if case.handler else ""
    return _page(
        request,
        own_talks(request).filter(topic=case.topic).first(),
        lambda: conversation_about(case.topic, team=team, at=request.now),
        _("Stel een vraag over {case}").format(case=case.case_type),
    )


def _page(
    request: ResidentRequest,
    before: Conversation | None,
    begin: Callable[[], Conversation],
    title: str,
) -> HttpResponse:
    """Who talked before goes on in the same conversation; the first question gets a receipt."""
    if before and request.method == "GET":
        return redirect(f"{reverse('talk', args=[before.pk])}{told(asks_from(request))}")
    form = TalkForm(request.POST or None, initial={FROM: request.GET.get(FROM)})
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            talk = begin()
            ask(
                talk,
                given["words"],
                key=given["key"],
                page=form.told_page,
                by=request.actor,
                at=request.now,
            )
        except Refusal as refusal:
            form.add_error("words", str(refusal))
        else:
            return redirect("talk-received", talk.pk)
    context = {"form": form, "title": title, "within": request.municipality.answer_within}
    status = 422 if form.errors else 200
    return render(request, "web/resident/talk/ask.html", context, status=status)


@resident_only
@require_GET
def received(request: ResidentRequest, talk_id: UUID) -> HttpResponse:
    """The receipt: what we have, and before which day we answer."""
    talk = own_talk(request, talk_id)
    return render(request, "web/resident/talk/received.html", standing(talk, request))
