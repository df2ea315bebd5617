"""What a resident does, alone or in a session with us: the same actions, and a note of it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.assisted.models import AssistedAct, AssistedOrder, AssistedSession, SessionState
from plein.cases.actions.opening import open_case
from plein.cases.actions.tasks import hand_in_to_case
from plein.cases.models import Case, CaseType
from plein.documents.receiving import Received
from plein.identity.models import Household, Resident, Staff
from plein.inbox.actions.tasks import approve_hand_in
from plein.inbox.models import Channel, HandIn, Task
from plein.intake.actions.filing import file
from plein.intake.actions.filling_in import begin, reported
from plein.intake.models import Application
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.webshop.actions.orders import Choice, place_order
from plein.webshop.models import Order


class JudgedByTheSame(Refusal):
    message = _("U hielp de inwoner hiermee. Laat een collega dit bekijken.")


class NotConfirmedYet(Refusal):
    message = _("De inwoner heeft nog niet bevestigd wat aan de balie of telefoon is gedaan.")


@transaction.atomic
def apply_for(
    resident: Resident,
    case_type: CaseType,
    *,
    session: AssistedSession | None,
    by: Actor,
    at: datetime,
) -> Case:
    """Raises as `open_case`."""
    channel = Channel(session.channel) if session else Channel.ONLINE
    case = open_case(resident, case_type, channel=channel, by=by, at=at)
    if session:
        AssistedAct.objects.create(session=session, case=case, at=at)
    return case


@transaction.atomic
def begin_for(
    resident: Resident,
    case_type: CaseType,
    *,
    session: AssistedSession | None,
    by: Actor,
    at: datetime,
) -> Application:
    """Where a melding comes first it is made now. Raises as `begin`."""
    channel = Channel(session.channel) if session else Channel.ONLINE
    application = begin(resident, case_type, channel=channel, by=by, at=at)
    if session and (case := reported(application)):
        AssistedAct.objects.get_or_create(session=session, case=case, defaults={"at": at})
    return application


@transaction.atomic
def apply_with(
    application: Application, *, session: AssistedSession | None, by: Actor, at: datetime
) -> Case:
    """What was filled in is sent. Raises as `file`."""
    channel = Channel(session.channel) if session else Channel.ONLINE
    case = file(application, channel=channel, by=by, at=at)
    if session:
        AssistedAct.objects.create(session=session, case=case, at=at)
    return case


@transaction.atomic
def answer_task(
    task: Task,
    text: str,
    *,
    files: Sequence[Received],
    session: AssistedSession | None,
    by: Actor,
    at: datetime,
) -> HandIn:
    """Raises as `hand_in`."""
    channel = Channel(session.channel) if session else Channel.ONLINE
    found = hand_in_to_case(task, text, files=files, channel=channel, by=by, at=at)
    if session:
        AssistedAct.objects.get_or_create(hand_in=found, defaults={"session": session, "at": at})
    return found


@transaction.atomic
def order_with(
    choices: Sequence[Choice],
    *,
    household: Household,
    resident: Resident,
    key: str,
    session: AssistedSession | None,
    by: Actor,
    at: datetime,
    email: str = "",
) -> Order:
    """Raises as `place_order`."""
    order = place_order(
        choices, household=household, resident=resident, key=key, by=by, at=at, email=email
    )
    if session:
        AssistedOrder.objects.get_or_create(order=order, defaults={"session": session, "at": at})
    return order


@transaction.atomic
def approve_by(task: Task, *, by: Staff, at: datetime) -> Task:
    """By another than who helped with it, and once the resident said that it is right.

    Raises `JudgedByTheSame`, `NotConfirmedYet` and as `approve_hand_in`.
    """
    acts = AssistedAct.objects.filter(hand_in__task=task, hand_in__round=task.round)
    if acts.filter(session__staff=by).exists():
        raise JudgedByTheSame
    if acts.filter(session__state=SessionState.STARTED).exists():
        raise NotConfirmedYet
    return approve_hand_in(task, by=by.actor, at=at)


def must_be_confirmed(case: Case) -> None:
    """Before a decision. Raises `NotConfirmedYet`."""
    acts = AssistedAct.objects.filter(case=case) | AssistedAct.objects.filter(
        hand_in__task__topic=case.topic_id
    )
    if acts.filter(session__state=SessionState.STARTED).exists():
        raise NotConfirmedYet
