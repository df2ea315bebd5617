"""Writing the logs, in the transaction of what they tell about."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Protocol
from uuid import UUID, uuid4

from django.db import transaction

from plein.audit.models import Act, Chain, Look
from plein.kernel.actor import Actor


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


@transaction.atomic
def log_look(
    *,
    subject: UUID,
    municipality_id: int,
    action: str,
    elements: Sequence[str],
    purpose: Purpose,
    by: Actor,
    at: datetime,
) -> Look:
    """Write who looks at what of this subject, and add the line to the subject's chain."""
    Chain.objects.get_or_create(subject=subject, municipality_id=municipality_id)
    chain = Chain.objects.select_for_update().get(subject=subject)
    look = Look(
        municipality_id=municipality_id,
        subject=subject,
        sequence=chain.length + 1,
        at=at,
        operation=uuid4(),
        organisation=by.organisation,
        team=by.team,
        action=action,
        elements=sorted(elements),
        purpose=purpose.why,
        basis=purpose.basis,
        previous=bytes(chain.head),
    )
    look.digest = digest_of(look)
    look.save()
    Chain.objects.filter(subject=subject).update(length=look.sequence, head=look.digest)
    Act.objects.create(
        municipality_id=municipality_id,
        at=at,
        operation=look.operation,
        name="audit.look",
        object_id=str(subject),
        actor_kind=by.kind,
        actor_id=by.id,
        team=by.team,
        details={"elements": look.elements, "action": action},
    )
    return look


def digest_of(look: Look) -> bytes:
    """SHA-256 over the line before and this line, in a fixed order of fields."""
    fields = [
        look.municipality_id,
        str(look.subject),
        look.sequence,
        look.at.astimezone(UTC).isoformat(),
        str(look.operation),
        look.organisation,
        look.team,
        look.action,
        list(look.elements),
        look.purpose,
        look.basis,
    ]
    line = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return sha256(bytes(look.previous) + line.encode()).digest()
