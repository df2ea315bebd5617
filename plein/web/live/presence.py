"""Who has a conversation open now, told to the other side."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from plein.inbox.models import Conversation, Presence
from plein.inbox.timeline import announce
from plein.tenants.scope import within
from plein.web.live.listener import Listener


def arrive(listener: Listener, at: datetime) -> UUID | None:
    """The id of this presence; None on a page without a conversation."""
    if listener.talk is None:
        return None
    with within(listener.municipality), transaction.atomic():
        talk = Conversation.objects.select_related("topic").get(pk=listener.talk)
        here = Presence.objects.create(conversation=talk, kind=listener.kind, seen_at=at)
        announce(talk.topic, at=at)
        return here.pk


def stay(listener: Listener, here: UUID | None, at: datetime) -> None:
    if here:
        with within(listener.municipality):
            Presence.objects.filter(pk=here).update(seen_at=at)


def leave(listener: Listener, here: UUID | None, at: datetime) -> None:
    if here:
        with within(listener.municipality), transaction.atomic():
            presence = Presence.objects.select_related("conversation__topic").get(pk=here)
            announce(presence.conversation.topic, at=at)
            presence.delete()
