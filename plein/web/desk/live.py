"""What staff hear of who may read messages: every topic of their municipality."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from plein.identity.roles import Right
from plein.inbox.models import Conversation
from plein.web.live.listener import Listener, may_listen, talk_in
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.ANSWER_TALKS)
@require_GET
def live(request: StaffRequest) -> HttpResponse:
    talk = talk_in(request)
    if talk:
        get_object_or_404(Conversation, pk=talk)
    return may_listen(Listener(request.municipality, request.actor.kind, None, talk))
