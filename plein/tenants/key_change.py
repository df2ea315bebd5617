"""Another key for a municipality, while everybody goes on working.

From the change on, everything is sealed under the new key; the one before still opens. What lies
under it is sealed anew, in batches. Only when nobody can be busy any more with what began before
the change (`GRACE`) is the old key destroyed, after one more look at every row.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.tenants.keys import lies_under_newest, open_under, seal_under, wrapped_key
from plein.tenants.models import Municipality, SigningKey
from plein.tenants.scope import current
from plein.tenants.signing import WRAP, context_of

BATCH = 500
GRACE = timedelta(hours=1)  # longer than any request or job takes


class SealedColumn(NamedTuple):
    """What lies under the municipality's own key: where, for what, and to what it is bound."""

    rows: Callable[[], QuerySet[Any]]
    field: str
    purpose: str
    bound_to: Callable[[Any], str]

    def place_of(self, row: Any) -> dict[str, str]:
        """What opens this field of this row, and nothing else."""
        return {"purpose": self.purpose, "context": self.bound_to(row)}


OWN_COLUMNS = (
    SealedColumn(
        lambda: SigningKey.objects.filter(municipality=current()), "sealed", WRAP, context_of
    ),
)


@transaction.atomic
def change_key(*, by: Actor, at: datetime) -> None:
    """From now on seal under a new key; nothing while an earlier change is not done yet."""
    municipality = _locked()
    if municipality.old_data_key:
        return
    municipality.old_data_key = municipality.data_key
    municipality.data_key = wrapped_key(municipality.slug)
    municipality.key_changed_at = at
    _save(municipality)
    record("tenants.key.changed", on=municipality, by=by, at=at)


def seal_anew(columns: Iterable[SealedColumn]) -> int:
    """Move everything to the newest key; how many rows. Safe to run again after a stop."""
    return sum(_seal_column_anew(column) for column in columns)


def forget_old_key(columns: Iterable[SealedColumn], *, by: Actor, at: datetime) -> bool:
    """Destroy the key before the change, once nothing lies under it; False when it is too early."""
    municipality = current()
    municipality.refresh_from_db()
    changed = municipality.key_changed_at
    if not municipality.old_data_key or changed is None or at < changed + GRACE:
        return False
    seal_anew(columns)
    with transaction.atomic():
        municipality = _locked()
        municipality.old_data_key = b""
        _save(municipality)
        record("tenants.key.forgotten", on=municipality, by=by, at=at)
    return True


def _seal_column_anew(column: SealedColumn) -> int:
    done, last = 0, None
    while batch := _next_batch(column, last):
        last = batch[-1].pk
        done += _seal_rows_anew(column, batch)
    return done


def _next_batch(column: SealedColumn, last: Any) -> list[Any]:
    rows = column.rows().exclude(**{column.field: b""}).order_by("pk")
    return list((rows.filter(pk__gt=last) if last else rows).only("pk")[:BATCH])


@transaction.atomic
def _seal_rows_anew(column: SealedColumn, batch: list[Any]) -> int:
    """Under a lock, so that what somebody changes meanwhile is not put back."""
    keys = [row.pk for row in batch]
    rows = column.rows().filter(pk__in=keys).order_by("pk").select_for_update(of=("self",))
    moved = [row for row in rows if _is_sealed_anew(column, row)]
    if moved:
        type(moved[0])._base_manager.bulk_update(moved, [column.field])
    return len(moved)


def _is_sealed_anew(column: SealedColumn, row: Any) -> bool:
    sealed = getattr(row, column.field)
    place = column.place_of(row)
    if not sealed or lies_under_newest(current(), sealed, **place):
        return False
    plain = open_under(current(), sealed, **place)
    setattr(row, column.field, seal_under(current(), plain, **place))
    return True


def _locked() -> Municipality:
    return Municipality.objects.select_for_update(no_key=True).get(pk=current().pk)


def _save(municipality: Municipality) -> None:
    """In its row, and in what we hold of it."""
    fields = ["data_key", "old_data_key", "key_changed_at"]
    municipality.save(update_fields=fields)
    current().refresh_from_db(fields=fields)
