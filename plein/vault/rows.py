"""What the gate asks of the database: versions with their sealed content and the key to it.

Plain rows and no models: a page opens sixty of them, and nobody calls their methods.
"""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from plein.kernel.crypto import Sealed
from plein.vault.disputes import is_disputed
from plein.vault.keys import wrapped_key
from plein.vault.models import VaultValue


class Row(NamedTuple):
    """A version; `sealed`, `generation` and `seen_at` are None where it was destroyed."""

    pk: UUID
    element: str
    is_own: bool
    mode: str
    source: str
    service: str
    received_at: datetime
    valid_from: date | None
    valid_until: date | None
    marks: list[str]
    sealed: Sealed
    generation: int
    seen_at: datetime
    is_disputed: bool
    key: Sealed | None


_FIELDS = (
    *("pk", "element", "is_own", "mode", "source", "service", "received_at"),
    *("valid_from", "valid_until", "marks"),
    *("content__sealed", "content__generation", "content__seen_at"),
)


def rows_of(versions: QuerySet[VaultValue]) -> list[Row]:
    """In one query. What was destroyed is left out, and does not let an older version through."""
    found = versions.values_list(*_FIELDS, is_disputed(), wrapped_key())
    return [Row(*row) for row in found if row[_FIELDS.index("content__sealed")] is not None]
