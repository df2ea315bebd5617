"""The gate for many residents at once, as a run that pays them all: a line in the log of each."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from plein.audit.actions import Purpose, log_looks
from plein.identity.gate import SealedText
from plein.identity.keys import WRAP, bound_to, context
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.kernel.crypto import seal, unseal
from plein.tenants.keys import opener
from plein.tenants.scope import current


@transaction.atomic
def read_of_many(
    texts: Mapping[Resident, Sequence[SealedText]],
    *,
    purpose: Purpose,
    by: Actor,
    at: datetime,
) -> dict[UUID, list[str]]:
    """What was sealed with `seal_for`, in the same order, by resident. One look at each."""
    municipality = current()
    elements = sorted({text.element for each in texts.values() for text in each})
    log_looks(
        [resident.pk for resident in texts],
        municipality_id=municipality.pk,
        action="gebruiken",
        elements=elements,
        purpose=purpose,
        by=by,
        at=at,
    )
    unwrap = opener(municipality, purpose=WRAP)
    found = {}
    for resident, each in texts.items():
        key = unwrap(resident.data_key, bound_to(resident.pk))
        found[resident.pk] = [
            unseal(key, text.sealed, context=context(municipality, text.row, text.element)).decode()
            for text in each
        ]
    return found


def seal_for_many(texts: Sequence[tuple[Resident, UUID, str, str]]) -> list[bytes]:
    """As `seal_for`: resident, row, element and value of each, in this order."""
    return seal_bytes_for_many(
        [(resident, row, element, value.encode()) for resident, row, element, value in texts]
    )


def seal_bytes_for_many(texts: Sequence[tuple[Resident, UUID, str, bytes]]) -> list[bytes]:
    """The same for files."""
    municipality = current()
    unwrap = opener(municipality, purpose=WRAP)
    return [
        seal(
            unwrap(resident.data_key, bound_to(resident.pk)),
            content,
            context=context(municipality, row, element),
        )
        for resident, row, element, content in texts
    ]
