"""A time is chosen, changed for another, or given up."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from plein.appointments.actions.reminding import stop_reminding
from plein.appointments.models import Appointment, Slot
from plein.appointments.states import MOVES, TAKES_A_PLACE, State
from plein.inbox import event_words as said
from plein.inbox.actions.tasks import drop_task, hand_in
from plein.inbox.timeline import tell
from plein.kernel.actor import Actor, ActorKind
from plein.kernel.refusal import Refusal


class IsFull(Refusal):
    message = _("Deze tijd is net gekozen door iemand anders. Kies een andere tijd.")


class HasPassed(Refusal):
    message = _("Deze tijd is al geweest. Kies een andere tijd.")


class AnotherKind(Refusal):
    message = _("Deze tijd hoort bij een andere afspraak. Kies een andere tijd.")


class TooLateToChange(Refusal):
    message = _("Dit kan nu niet meer op deze pagina. Bel ons, dan regelen wij het samen.")


class NotPossibleNow(Refusal):
    message = _("Dit kan niet: de afspraak staat op ‘{state}’.")


class WhyNeeded(Refusal):
    message = _("Schrijf op waarom. De inwoner leest dit.")


@transaction.atomic
def choose(appointment: Appointment, slot: Slot, *, by: Actor, at: datetime) -> Appointment:
    """The same time twice is chosen once.

    Raises `NotPossibleNow`, `AnotherKind`, `HasPassed` and `IsFull`.
    """
    appointment = _locked(appointment)
    if appointment.state == State.CONFIRMED and appointment.slot_id == slot.pk:
        return appointment
    _must_move(appointment, State.CONFIRMED)
    appointment.slot, appointment.seat = _seat(appointment, slot, at)
    _save(appointment, State.CONFIRMED)
    if appointment.task and appointment.task.is_unfinished:
        hand_in(appointment.task, "", by=by, at=at)
    tell(said.APPOINTMENT_MADE, appointment.topic, by=by, at=at, kind=appointment.kind.name)
    return appointment


@transaction.atomic
def change_time(appointment: Appointment, slot: Slot, *, by: Actor, at: datetime) -> Appointment:
    """A new one takes its place; the old one keeps where it was.

    Raises `TooLateToChange` to a resident, and as `choose`.
    """
    appointment = _locked(appointment)
    if appointment.state == State.CONFIRMED and appointment.slot_id == slot.pk:
        return appointment
    _must_be_in_time(appointment, by, at)
    _must_move(appointment, State.MOVED)
    chosen, seat = _seat(appointment, slot, at)
    _save(appointment, State.MOVED, ended_by=by.kind)
    stop_reminding(appointment)
    moved = Appointment.objects.create(
        kind=appointment.kind,
        topic=appointment.topic,
        task=appointment.task,
        state=State.CONFIRMED,
        slot=chosen,
        seat=seat,
        moved_from=appointment,
        entry=appointment.entry,
        offered_at=at,
        changes=appointment.changes + 1,
    )
    tell(said.APPOINTMENT_MOVED, moved.topic, by=by, at=at, kind=moved.kind.name)
    return moved


@transaction.atomic
def cancel(appointment: Appointment, why: str, *, by: Actor, at: datetime) -> Appointment:
    """By the resident without a reason, by us with one; what waited for a time is dropped too.

    Raises `TooLateToChange` to a resident, `WhyNeeded` to us, and `NotPossibleNow`.
    """
    if by.kind != ActorKind.RESIDENT and not why.strip():
        raise WhyNeeded
    appointment = _locked(appointment)
    if appointment.state == State.CONFIRMED:
        _must_be_in_time(appointment, by, at)
    _must_move(appointment, State.CANCELLED)
    _save(appointment, State.CANCELLED, ended_by=by.kind, why=why, changes=appointment.changes + 1)
    stop_reminding(appointment)
    if appointment.task and appointment.task.is_unfinished:
        drop_task(appointment.task, by=by, at=at)
    tell(said.APPOINTMENT_CANCELLED, appointment.topic, by=by, at=at, kind=appointment.kind.name)
    return appointment


@transaction.atomic
def close(appointment: Appointment, state: State, *, by: Actor, at: datetime) -> Appointment:
    """It was held, or nobody came; not before it began. Raises `NotPossibleNow`."""
    appointment = _locked(appointment)
    has_begun = appointment.slot is not None and appointment.slot.start <= at
    if state not in (State.HELD, State.MISSED) or not has_begun:
        raise NotPossibleNow(state=appointment.get_state_display())
    _must_move(appointment, state)
    _save(appointment, state)
    name = said.APPOINTMENT_HELD if state is State.HELD else said.APPOINTMENT_MISSED
    tell(name, appointment.topic, by=by, at=at, kind=appointment.kind.name)
    return appointment


def _locked(appointment: Appointment) -> Appointment:
    found = Appointment.objects.select_for_update(of=["self"])
    return found.select_related("kind", "slot", "task", "topic__resident").get(pk=appointment.pk)


def _must_move(appointment: Appointment, state: State) -> None:
    if state not in MOVES[State(appointment.state)]:
        raise NotPossibleNow(state=appointment.get_state_display())


def _must_be_in_time(appointment: Appointment, by: Actor, at: datetime) -> None:
    if by.kind == ActorKind.RESIDENT and not appointment.can_be_changed_at(at):
        raise TooLateToChange


def _seat(appointment: Appointment, slot: Slot, at: datetime) -> tuple[Slot, int]:
    """The first free place of a time. Who comes second waits here for who came first."""
    slot = Slot.objects.select_for_update(of=["self"]).get(pk=slot.pk)
    if slot.kind_id != appointment.kind_id:
        raise AnotherKind
    if slot.start <= at:
        raise HasPassed
    taken = set(slot.appointments.filter(state__in=TAKES_A_PLACE).values_list("seat", flat=True))
    free = next((seat for seat in range(1, slot.capacity + 1) if seat not in taken), None)
    if free is None:
        raise IsFull
    return slot, free


def _save(appointment: Appointment, state: State, **changed: object) -> None:
    appointment.state = state
    for name, value in changed.items():
        setattr(appointment, name, value)
    try:
        with transaction.atomic():
            appointment.save()
    except IntegrityError:
        raise IsFull from None
