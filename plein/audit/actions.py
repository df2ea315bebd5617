"""Writing the logs, in the transaction of what they tell about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID, uuid4

from django.db import transaction

from plein.audit.adding import add_look
from plein.audit.adding_many import add_to_each
from plein.audit.models import Act, Channel, Look, Result
from plein.kernel.actor import Actor, ActorKind

CHANNELS = {  # who runs the platform has none
    ActorKind.RESIDENT: Channel.RESIDENT,
    ActorKind.STAFF: Channel.STAFF,
    ActorKind.PROVIDER: Channel.PROVIDER,
    ActorKind.ORGANISATION: Channel.ORGANISATION,
    ActorKind.SYSTEM: Channel.SYSTEM,
}


class NobodyMayLook(Exception):
    """This kind of actor never comes near a resident."""


class OwnedRow(Protocol):
    """A row of one municipality: anything that can be the object of an act."""

    @property
    def pk(self) -> Any: ...

    @property
    def municipality_id(self) -> Any: ...


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why somebody looks: words for the resident, and the article of law."""

    why: str
    basis: str


def record(
    name: str,
    *,
    on: OwnedRow,
    by: Actor,
    at: datetime,
    operation: UUID | None = None,
    **details: object,
) -> Act:
    """Write that somebody did something. `details` hold no personal data."""
    return Act.objects.create(
        municipality_id=on.municipality_id,
        at=at,
        operation=operation or uuid4(),
        name=name,
        object_id=str(on.pk),
        actor_kind=by.kind,
        actor_id=by.id,
        team=by.team,
        details=details,
    )


def log_look(
    *,
    subject: UUID,
    municipality_id: int,
    action: str,
    elements: Sequence[str],
    purpose: Purpose,
    by: Actor,
    at: datetime,
    activity: str = "",
    case: str = "",
    grant: str = "",
    result: str = Result.GIVEN,
    visible_from: datetime | None = None,
) -> Look:
    """Write who looks at what of this subject, and add the line to the subject's chain.

    `activity` is that of the register of processing, with its version; `visible_from` is when the
    resident may read the line, for activities that are confidential. Log a refused look outside
    the transaction that the refusal rolls back.
    """
    look = Look(
        municipality_id=municipality_id,
        subject=subject,
        at=at,
        operation=uuid4(),
        organisation=by.organisation,
        team=by.team,
        function=by.function,
        action=action,
        elements=sorted(elements),
        purpose=purpose.why,
        basis=purpose.basis,
        activity=activity,
        case=case,
        grant=grant,
        channel=_channel_of(by),
        result=result,
        visible_from=visible_from,
    )
    add_look(look, by)
    return look


@transaction.atomic
def log_looks(
    subjects: Iterable[UUID],
    *,
    municipality_id: int,
    action: str,
    elements: Sequence[str],
    purpose: Purpose,
    by: Actor,
    at: datetime,
    activity: str = "",
) -> None:
    """One line for each of these subjects, who are looked at in one answer."""
    found = list(subjects)
    if not found:
        return
    look = Look(
        municipality_id=municipality_id,
        subject=found[0],
        at=at,
        operation=uuid4(),
        organisation=by.organisation,
        team=by.team,
        function=by.function,
        action=action,
        elements=sorted(elements),
        purpose=purpose.why,
        basis=purpose.basis,
        activity=activity,
        channel=_channel_of(by),
    )
    add_to_each(look, found, by)


def _channel_of(by: Actor) -> Channel:
    if by.kind not in CHANNELS:
        raise NobodyMayLook(by.kind)
    return CHANNELS[by.kind]
