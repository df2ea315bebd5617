"""From the proof of who it is to the yes of the resident."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.assisted.models import (
    CONFIRM_WITHIN,
    AssistedAct,
    AssistedOrder,
    AssistedSession,
    How,
    Proof,
    SessionState,
)
from plein.audit.actions import record
from plein.cases.actions.moving import withdraw
from plein.identity.actions import household_of, know_resident
from plein.identity.models import Resident, Staff
from plein.inbox.actions.tasks import ask_more
from plein.inbox.models import Channel, TaskState
from plein.kernel.actor import Actor
from plein.kernel.bsn import Bsn
from plein.kernel.dutch import dutch
from plein.kernel.refusal import Refusal
from plein.webshop.actions.calling_off import call_off


class ProofDoesNotFit(Refusal):
    message = gettext_lazy(
        "Controlevragen zijn voor aan de telefoon. Aan de balie bekijkt u een document."
    )


class IsSettled(Refusal):
    message = gettext_lazy("Dit is al bevestigd of vervallen.")


class SamePerson(Refusal):
    message = gettext_lazy("Een ander dan u zelf moet erbij zijn geweest.")


@transaction.atomic
def start_session(
    bsn: Bsn, channel: Channel, proof: Proof, *, by: Staff, at: datetime, day: date
) -> AssistedSession:
    """Also for somebody whom we do not know yet. Raises `ProofDoesNotFit`."""
    if (channel == Channel.PHONE) != (proof == Proof.QUESTIONS):
        raise ProofDoesNotFit
    resident = know_resident(bsn, by=by.actor, at=at)
    household_of(resident, at=at, day=day)
    session = AssistedSession.objects.create(
        staff=by, resident=resident, channel=channel, proof=proof, started_at=at
    )
    record("assisted.session.started", on=session, by=by.actor, at=at, channel=channel, proof=proof)
    return session


@transaction.atomic
def end_session(session: AssistedSession, *, at: datetime) -> AssistedSession:
    """Nothing is done in it any more; without an act there is nothing to confirm."""
    session = _locked(session)
    if session.ended_at is None:
        session.ended_at = at
        session.save(update_fields=["ended_at"])
        record("assisted.session.ended", on=session, by=session.actor, at=at)
    return session


@transaction.atomic
def confirm_by_login(session: AssistedSession, *, by: Resident, at: datetime) -> None:
    """By the resident, at home. Raises `IsSettled`."""
    _confirm(session, How.LOGIN, by=by.actor, at=at)


@transaction.atomic
def confirm_on_paper(session: AssistedSession, *, by: Staff, at: datetime) -> None:
    """The resident signed what was printed. Raises `IsSettled`."""
    _confirm(session, How.SIGNATURE, by=by.actor, at=at)


@transaction.atomic
def confirm_as_witness(session: AssistedSession, *, by: Staff, at: datetime) -> None:
    """By somebody who was there too. Raises `SamePerson` and `IsSettled`."""
    if by.pk == session.staff_id:
        raise SamePerson
    _confirm(session, How.WITNESS, by=by.actor, at=at, witness=by)


@transaction.atomic
def refuse(session: AssistedSession, *, by: Actor, at: datetime) -> None:
    """ "Dit klopt niet": what was done in it does not count. Raises `IsSettled`."""
    session = _locked(session)
    if session.state != SessionState.STARTED:
        raise IsSettled
    for act in session.acts.select_related("case", "hand_in__task"):
        _undo(act, by=by, at=at)
    for made in session.orders.select_related("order"):
        call_off(made.order, by=by, at=at)
    session.state, session.settled_at, session.ended_at = SessionState.LAPSED, at, at
    session.save(update_fields=["state", "settled_at", "ended_at"])
    record("assisted.session.lapsed", on=session, by=by, at=at)


def lapse_unconfirmed(*, by: Actor, at: datetime) -> int:
    """Nightly: what nobody confirmed in a week; how many sessions."""
    old = AssistedSession.objects.unconfirmed().filter(started_at__lt=at - CONFIRM_WITHIN)
    sessions = list(old)
    for session in sessions:
        refuse(session, by=by, at=at)
    return len(sessions)


def forget_orders() -> int:
    """Nightly: which orders were made together, once the shop forgot whose they are; how many."""
    gone, _of_each = AssistedOrder.objects.filter(order__placed_by=None).delete()
    return gone


def _confirm(
    session: AssistedSession,
    how: How,
    *,
    by: Actor,
    at: datetime,
    witness: Staff | None = None,
) -> None:
    session = _locked(session)
    if session.state != SessionState.STARTED:
        raise IsSettled
    session.state, session.how, session.witness = SessionState.CONFIRMED, how, witness
    session.settled_at, session.ended_at = at, session.ended_at or at
    session.save()
    record("assisted.session.confirmed", on=session, by=by, at=at, how=how)


@dutch()
def _undo(act: AssistedAct, *, by: Actor, at: datetime) -> None:
    """An aanvraag stops; an answer that we still look at is asked for again."""
    if act.case and act.case.is_open:
        withdraw(act.case, by=by, at=at)
    if act.hand_in and act.hand_in.task.state == TaskState.HANDED_IN:
        why = _("Wij hebben niet gehoord of dit antwoord klopt. Stuur het daarom opnieuw.")
        ask_more(act.hand_in.task, why, due_on=None, by=by, at=at)


def _locked(session: AssistedSession) -> AssistedSession:
    found = AssistedSession.objects.select_for_update(of=["self"])
    return found.select_related("staff__municipality", "resident").get(pk=session.pk)
