"""The conversations of the person who asks."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from plein.audit.actions import Purpose
from plein.inbox.models import Conversation, TalkState
from plein.inbox.talk_words import answer_due
from plein.web.request import ResidentRequest
from plein.web.talking import title_of, with_case

WHY = Purpose("omdat u uw berichten bekeek", "AVG artikel 15")


def own_talks(request: ResidentRequest) -> QuerySet[Conversation]:
    """Newest first."""
    own = Conversation.objects.filter(topic__resident=request.resident)
    return with_case(own).order_by("-last_at", "-pk")


def own_talk(request: ResidentRequest, talk_id: UUID) -> Conversation:
    """Raises `Http404` for what is not theirs."""
    return get_object_or_404(own_talks(request), pk=talk_id)


def standing(talk: Conversation, request: ResidentRequest) -> dict[str, Any]:
    """Whose turn it is, and before which day we answer."""
    within = request.municipality.answer_within
    due = answer_due(talk.waiting_since, within) if talk.waiting_since else None
    return {
        "talk": talk,
        "title": title_of(talk),
        "answer_by": due,
        "is_late": due is not None and request.today > due,
        "is_closed": talk.state == TalkState.CLOSED,
    }
