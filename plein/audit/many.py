"""One line in the log for each of many rows, written at once."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import uuid4

from plein.audit.actions import OwnedRow
from plein.audit.models import Act
from plein.kernel.actor import Actor


def record_each(
    name: str, rows: Iterable[tuple[OwnedRow, dict[str, Any]]], *, by: Actor, at: datetime
) -> None:
    """Rows with the details of each; the shared operation tells that they came together."""
    operation = uuid4()
    Act.objects.bulk_create(
        (
            Act(
                municipality_id=row.municipality_id,
                at=at,
                operation=operation,
                name=name,
                object_id=str(row.pk),
                actor_kind=by.kind,
                actor_id=by.id,
                team=by.team,
                details=details,
            )
            for row, details in rows
        ),
        batch_size=2_000,
    )
