"""What a resident hears of: their own topics, and nobody else's."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from plein.inbox.models import Conversation
from plein.web.live.listener import Listener, may_listen, talk_in
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest


@resident_only
@require_GET
def live(request: ResidentRequest) -> HttpResponse:
    talk = talk_in(request)
    if talk:
        own = Conversation.objects.filter(topic__resident=request.resident)
        get_object_or_404(own, pk=talk)
    by = request.actor
    return may_listen(Listener(request.municipality, by.kind, request.resident.pk, talk))
