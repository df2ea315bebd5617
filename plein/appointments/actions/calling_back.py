"""A call that a resident asked for: on its way to a talk, or to two calls without an answer."""

from datetime import date, datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.appointments.models import CallBack, CallState, ClosedDay
from plein.identity.gate import SealedText, seal_for
from plein.identity.models import Resident, Staff
from plein.inbox import event_words as said
from plein.inbox.models import Topic
from plein.inbox.timeline import tell
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.kernel.working_days import working_days_after

PHONE, SUBJECT = "telefoonnummer", "onderwerp"  # elements in the log of looks


class AlreadyAsked(Refusal):
    message = _("U vroeg dit al. Wij bellen u.")


class CallIsOver(Refusal):
    message = _("Dit kan niet meer: het staat op ‘{state}’.")


@transaction.atomic
def ask_for_a_call(
    resident: Resident, phone: str, subject: str, part: str, *, page: str, by: Actor, at: datetime
) -> CallBack:
    """One at a time; `page` only when they let us see it. Raises `AlreadyAsked`."""
    Resident.objects.select_for_update().get(pk=resident.pk)
    if CallBack.objects.of(resident).waiting().exists():
        raise AlreadyAsked
    row = uuid4()
    callback = CallBack.objects.create(
        id=row,
        topic=Topic.objects.create(resident=resident),
        phone_sealed=seal_for(resident, row, PHONE, phone),
        subject_sealed=seal_for(resident, row, SUBJECT, subject.strip()),
        part=part,
        page=page,
        asked_at=at,
        call_by=_next_day_of_ours(local_day(at)),
    )
    tell(said.CALL_ASKED, callback.topic, by=by, at=at)
    return callback


@transaction.atomic
def withdraw_call(callback: CallBack, *, by: Actor, at: datetime) -> CallBack:
    """By the resident, who needs no call any more. Raises `CallIsOver`."""
    callback = _moved(callback, CallState.WITHDRAWN, at)
    callback.save()
    tell(said.CALL_WITHDRAWN, callback.topic, by=by, at=at)
    return callback


@transaction.atomic
def called(callback: CallBack, *, by: Staff, at: datetime) -> CallBack:
    """We spoke. Raises `CallIsOver`."""
    callback = _moved(callback, CallState.CALLED, at)
    callback.handler = by
    callback.save()
    tell(said.CALL_MADE, callback.topic, by=by.actor, at=at)
    return callback


@transaction.atomic
def not_answered(callback: CallBack, *, by: Staff, at: datetime) -> CallBack:
    """The first time we call again on our next day; the second time is the last.

    Raises `CallIsOver`.
    """
    is_second = CallBack.objects.filter(pk=callback.pk, state=CallState.MISSED).exists()
    callback = _moved(callback, CallState.UNREACHED if is_second else CallState.MISSED, at)
    callback.handler = by
    if callback.is_open:
        callback.call_by = _next_day_of_ours(local_day(at))
    callback.save()
    name = said.CALL_UNREACHED if is_second else said.CALL_MISSED
    tell(name, callback.topic, by=by.actor, at=at)
    return callback


def sealed_parts(callback: CallBack) -> list[SealedText]:
    """The number and the subject, for the gate; nothing once they are erased."""
    if callback.is_forgotten:
        return []
    return [
        SealedText(callback.pk, PHONE, callback.phone_sealed),
        SealedText(callback.pk, SUBJECT, callback.subject_sealed),
    ]


def _moved(callback: CallBack, state: CallState, at: datetime) -> CallBack:
    found = CallBack.objects.select_for_update(of=["self"]).select_related("topic__resident")
    callback = found.get(pk=callback.pk)
    if state not in CallBack.MOVES[CallState(callback.state)]:
        raise CallIsOver(state=callback.get_state_display())
    callback.state = state
    callback.closed_at = None if callback.is_open else at
    return callback


def _next_day_of_ours(day: date) -> date:
    closed = set(ClosedDay.objects.filter(day__gt=day).values_list("day", flat=True))
    return working_days_after(day, 1, closed)
