"""The residents in a file, and who is new of them: made known and sealed, many at once."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import uuid4

from django.db.models import QuerySet

from plein.audit.many import record_each
from plein.identity.keys import context, data_key, wrapped_key
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.kernel.bsn import Bsn
from plein.kernel.crypto import seal
from plein.tenants.keys import index_of
from plein.tenants.models import Municipality
from plein.tenants.scope import current

BATCH, CHUNK = 2_000, 5_000  # rows in one insert, values in one query


def know_all(numbers: Collection[Bsn], *, by: Actor, at: datetime) -> dict[Bsn, Resident]:
    """The resident of each BSN, made known when new, and locked until we are done."""
    missing = set(numbers) - residents_of(numbers).keys()
    municipality = current()
    new = [_new_resident(municipality, bsn, at) for bsn in missing]
    Resident.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    found = residents_of(numbers)
    locked = Resident.objects.select_for_update().order_by("pk")
    ours = sorted(resident.pk for resident in found.values())
    known = {resident.pk for resident in in_chunks(locked, "pk__in", ours)}
    made = [resident for resident in new if resident.pk in known]
    record_each("identity.resident.known", ((each, {}) for each in made), by=by, at=at)
    return found


def residents_of(numbers: Iterable[Bsn]) -> dict[Bsn, Resident]:
    """Those we know."""
    municipality = current()
    indexes = {index_of(municipality, "bsn", bsn.reveal()): bsn for bsn in numbers}
    known = in_chunks(Resident.objects.all(), "bsn_index__in", indexes)
    return {indexes[bytes(resident.bsn_index)]: resident for resident in known}


def in_chunks(rows: QuerySet[Any], lookup: str, values: Iterable[Any]) -> Iterator[Any]:
    """The rows with one of these values, in queries of a size the database likes."""
    left = iter(values)
    while chunk := list(islice(left, CHUNK)):
        yield from rows.filter(**{lookup: chunk})


def _new_resident(municipality: Municipality, bsn: Bsn, at: datetime) -> Resident:
    subject = uuid4()
    wrapped = wrapped_key(municipality, subject)
    key = data_key(municipality, subject, wrapped)
    return Resident(
        id=subject,
        bsn_index=index_of(municipality, "bsn", bsn.reveal()),
        bsn_sealed=seal(key, bsn.reveal().encode(), context=context(municipality, subject, "bsn")),
        data_key=wrapped,
        created_at=at,
    )
