"""A conversation on its way: asked, answered, handed over, closed; and read."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.identity.gate import seal_for
from plein.identity.models import Resident, Staff
from plein.inbox import event_words as said
from plein.inbox.models import Contribution, Conversation, ReadMark, TalkState, Topic
from plein.inbox.talk_words import TALK
from plein.inbox.timeline import announce, tell
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal


class NothingSaid(Refusal):
    message = _("Schrijf eerst een bericht.")


class AlreadyClosed(Refusal):
    message = _("Dit gesprek is al klaar.")


class NotYours(Refusal):
    message = _("U kunt alleen het laatste bericht van uzelf verbeteren.")


class SameTeam(Refusal):
    message = _("Dit team heeft het gesprek al. Kies een ander team.")


@transaction.atomic
def conversation_about(topic: Topic, *, team: str = "", at: datetime) -> Conversation:
    """The one conversation about this topic; begun where there is none."""
    Topic.objects.select_for_update().get(pk=topic.pk)
    defaults = {"team": team, "waiting_since": at, "last_at": at}
    return Conversation.objects.get_or_create(topic=topic, defaults=defaults)[0]


@transaction.atomic
def general_conversation(resident: Resident, *, at: datetime) -> Conversation:
    """The one conversation of this resident that is about no case."""
    Resident.objects.select_for_update().get(pk=resident.pk)
    found = Conversation.objects.filter(general_of=resident).first()
    return found or Conversation.objects.create(
        topic=Topic.objects.create(resident=resident),
        general_of=resident,
        waiting_since=at,
        last_at=at,
    )


@transaction.atomic
def ask(
    conversation: Conversation,
    text: str,
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    corrects: UUID | None = None,
    page: str = "",
) -> Contribution:
    """What the resident says; it is our turn. `page` only when they let us see it.

    Raises `NothingSaid`, `NotYours`.
    """
    talk = _locked(conversation)
    if found := talk.contributions.filter(key=key).first():
        return found
    contribution = _say(talk, text, key=key, by=by, at=at, corrects=corrects, page=page)
    if talk.is_closed:
        _move(talk, TalkState.OPEN)
    elif talk.state == TalkState.WAITS_FOR_RESIDENT:
        _move(talk, TalkState.WAITS_FOR_TEAM)
    if talk.waiting_since is None or talk.length == 1:
        talk.waiting_since = at
    talk.save()
    tell(said.TALK_ASKED, talk.topic, by=by, at=at)
    return contribution


@transaction.atomic
def answer(
    conversation: Conversation,
    text: str,
    *,
    key: UUID,
    by: Staff,
    at: datetime,
    corrects: UUID | None = None,
) -> Contribution:
    """What we say; who answers has the conversation. Raises `NothingSaid`, `NotYours`."""
    talk = _locked(conversation)
    if found := talk.contributions.filter(key=key).first():
        return found
    contribution = _say(talk, text, key=key, by=by.actor, at=at, corrects=corrects)
    if talk.is_closed:
        _move(talk, TalkState.OPEN)
    if talk.state != TalkState.WAITS_FOR_RESIDENT:
        _move(talk, TalkState.WAITS_FOR_RESIDENT)
    talk.handler, talk.team, talk.waiting_since = by, talk.team or by.team, None
    talk.save()
    tell(said.TALK_ANSWERED, talk.topic, by=by.actor, at=at)
    return contribution


@transaction.atomic
def hand_over(
    conversation: Conversation, team: str, why: str, *, key: UUID, by: Staff, at: datetime
) -> Contribution:
    """Another team answers from now; the resident reads why. Raises `SameTeam`, `NothingSaid`."""
    talk = _locked(conversation)
    if found := talk.contributions.filter(key=key).first():
        return found
    if talk.is_closed:
        raise AlreadyClosed
    if team == talk.team:
        raise SameTeam
    contribution = _say(talk, why, key=key, by=by.actor, at=at, to_team=team)
    talk.team, talk.handler = team, None
    talk.save()
    tell(said.TALK_HANDED_OVER, talk.topic, by=by.actor, at=at, team=team)
    return contribution


@transaction.atomic
def close_talk(conversation: Conversation, *, by: Staff, at: datetime) -> Conversation:
    """Nothing is left to say, until somebody says something. Raises `AlreadyClosed`."""
    talk = _locked(conversation)
    if talk.is_closed:
        raise AlreadyClosed
    _move(talk, TalkState.CLOSED)
    talk.waiting_since = None
    talk.save()
    tell(said.TALK_CLOSED, talk.topic, by=by.actor, at=at)
    return talk


@transaction.atomic
def mark_read(conversation: Conversation, *, by: Actor, at: datetime) -> None:
    """Up to the last contribution; the moment stays that of its first reading."""
    talk = _locked(conversation)
    mark = talk.marks.filter(reader=by.id).first()
    if mark is None:
        talk.marks.create(reader_kind=by.kind, reader=by.id, number=talk.length, at=at)
    elif mark.number < talk.length:
        ReadMark.objects.filter(pk=mark.pk).update(number=talk.length, at=at)
    else:
        return
    announce(talk.topic, at=at)


def _locked(conversation: Conversation) -> Conversation:
    found = Conversation.objects.select_for_update(of=["self"])
    return found.select_related("topic__resident").get(pk=conversation.pk)


def _move(talk: Conversation, state: TalkState) -> None:
    if state not in Conversation.MOVES[TalkState(talk.state)]:
        raise AlreadyClosed
    talk.state = state


def _say(
    talk: Conversation,
    text: str,
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    to_team: str = "",
    corrects: UUID | None = None,
    page: str = "",
) -> Contribution:
    if not text.strip():
        raise NothingSaid
    if corrects and not is_correctable(talk, corrects, by=by):
        raise NotYours
    row = uuid4()
    talk.length, talk.last_at = talk.length + 1, at
    return talk.contributions.create(
        id=row,
        number=talk.length,
        key=key,
        at=at,
        words_sealed=seal_for(talk.topic.resident, row, TALK, text.strip()),
        by_kind=by.kind,
        by=by.id,
        team=by.team,
        function=by.function,
        to_team=to_team,
        page=page,
        corrects_id=corrects,
    )


def is_correctable(talk: Conversation, contribution: UUID, *, by: Actor) -> bool:
    """Only the last thing that one said oneself, once."""
    last = talk.contributions.filter(by=by.id, to_team="").last()
    return last is not None and last.pk == contribution
