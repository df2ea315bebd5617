"""Conversations that wait for an answer of ours: of one person, of a team, or of everybody."""

from enum import StrEnum

from django.db.models import Q, QuerySet

from plein.identity.models import Staff
from plein.identity.roles import Right
from plein.inbox.models import Conversation
from plein.inbox.models.conversations import WAITING


class Queue(StrEnum):
    MINE = "mijn"
    TEAM = "team"
    ALL = "alles"
    ANSWERED = "beantwoord"


def queue(which: Queue, staff: Staff) -> QuerySet[Conversation]:
    """Who waits longest first. What no team has yet is of every team."""
    of_team = Q(team=staff.team) | Q(team="")
    if which is Queue.ANSWERED:
        answered = Conversation.objects.exclude(state__in=WAITING).filter(length__gt=0)
        return answered.filter(of_team).order_by("-last_at", "-pk")
    waiting = Conversation.objects.waiting()
    if which is Queue.MINE:
        return waiting.filter(handler=staff)
    return waiting.filter(of_team) if which is Queue.TEAM else waiting


def teams() -> list[str]:
    """The teams in which somebody may answer."""
    people = Staff.objects.only("team", "roles")
    return sorted({one.team for one in people if one.may(Right.ANSWER_TALKS)})
