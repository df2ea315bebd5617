"""The one way to the plain text of a person's data: no line in the log, no plain text."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from plein.audit.actions import Purpose, log_look, log_looks
from plein.identity.keys import context, data_key
from plein.identity.models import Household, Member, Resident
from plein.kernel.actor import Actor
from plein.kernel.bsn import Bsn
from plein.kernel.clock import local_day
from plein.kernel.crypto import Sealed, seal, unseal
from plein.tenants.scope import current, current_id


@transaction.atomic
def read_names(
    household: Household,
    members: Iterable[Member],
    *,
    purpose: Purpose,
    by: Actor,
    at: datetime,
) -> dict[UUID, str]:
    """The first names of these members of one household, by member id."""
    log_look(
        subject=household.pk,
        municipality_id=current_id(),
        action="lezen",
        elements=["namen van het huishouden"],
        purpose=purpose,
        by=by,
        at=at,
    )
    municipality = current()
    key = data_key(municipality, household.pk, household.data_key)
    return {
        member.pk: unseal(
            key, member.name_sealed, context=context(municipality, member.pk, "name")
        ).decode()
        for member in members
    }


def read_name(resident_id: UUID, *, purpose: Purpose, by: Actor, at: datetime) -> str:
    """The first name of one resident; empty for who is in no household now. Logged as above."""
    places = Member.objects.on(local_day(at)).filter(resident_id=resident_id)
    member = places.select_related("household").first()
    if member is None:
        return ""
    return read_names(member.household, [member], purpose=purpose, by=by, at=at)[member.pk]


@transaction.atomic
def read_bsn(resident: Resident, *, purpose: Purpose, by: Actor, at: datetime) -> Bsn:
    """The BSN, for a message to a body that is entitled to it; never for a page."""
    log_look(
        subject=resident.pk,
        municipality_id=current_id(),
        action="gebruiken",
        elements=["burgerservicenummer"],
        purpose=purpose,
        by=by,
        at=at,
    )
    return _bsn_of(resident)


@transaction.atomic
def read_bsns(
    residents: Collection[Resident],
    *,
    elements: Sequence[str],
    purpose: Purpose,
    by: Actor,
    at: datetime,
) -> dict[UUID, Bsn]:
    """For one answer about many, with what else of them stands in it; one line for each."""
    log_looks(
        [resident.pk for resident in residents],
        municipality_id=current_id(),
        action="gebruiken",
        elements=["burgerservicenummer", *elements],
        purpose=purpose,
        by=by,
        at=at,
    )
    return {resident.pk: _bsn_of(resident) for resident in residents}


def _bsn_of(resident: Resident) -> Bsn:
    municipality = current()
    key = data_key(municipality, resident.pk, resident.data_key)
    digits = unseal(key, resident.bsn_sealed, context=context(municipality, resident.pk, "bsn"))
    return Bsn(digits.decode())


@dataclass(frozen=True, slots=True)
class SealedText:
    """What stands in a row of somebody, as `seal_for` or `seal_bytes_for` sealed it."""

    row: UUID
    element: str
    sealed: Sealed


def seal_for(subject: Household | Resident, row: UUID, element: str, value: str) -> bytes:
    """Seal a value of a household or resident, bound to the row it stands in."""
    return seal_bytes_for(subject, row, element, value.encode())


def seal_bytes_for(subject: Household | Resident, row: UUID, element: str, content: bytes) -> bytes:
    """The same for a file."""
    municipality = current()
    key = data_key(municipality, subject.pk, subject.data_key)
    return seal(key, content, context=context(municipality, row, element))


def read_sealed(
    subject: Household | Resident,
    texts: Collection[SealedText],
    *,
    purpose: Purpose,
    by: Actor,
    at: datetime,
    case: str = "",
) -> list[str]:
    """Open what `seal_for` sealed, in the same order; all of it is one look with one line."""
    found = read_sealed_bytes(subject, texts, purpose=purpose, by=by, at=at, case=case)
    return [content.decode() for content in found]


@transaction.atomic
def read_sealed_bytes(
    subject: Household | Resident,
    texts: Collection[SealedText],
    *,
    purpose: Purpose,
    by: Actor,
    at: datetime,
    case: str = "",
) -> list[bytes]:
    """The same for what `seal_bytes_for` sealed."""
    log_look(
        subject=subject.pk,
        municipality_id=current_id(),
        action="gebruiken",
        elements=sorted({text.element for text in texts}),
        purpose=purpose,
        by=by,
        at=at,
        case=case,
    )
    municipality = current()
    key = data_key(municipality, subject.pk, subject.data_key)
    return [
        unseal(key, text.sealed, context=context(municipality, text.row, text.element))
        for text in texts
    ]
