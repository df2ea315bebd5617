"""Whose resident died: then nothing more goes to their account by itself.

Staff wrote it with the award, or the BRP told it and the vault was closed. Money that is still to
come goes to an account that was confirmed later, such as that of the heirs.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from plein.payments.models import Award
from plein.vault.models import Vault


def died_since(awards: Sequence[Award], at: datetime) -> dict[UUID, datetime]:
    """Since when it was known, by award, as it was at that moment. One query."""
    residents = [award.resident_id for award in awards]
    closed = Vault.objects.filter(resident__in=residents, closed_at__lte=at)
    told = dict(closed.values_list("resident_id", "closed_at"))
    found = {
        award.pk: [since for since in (told.get(award.resident_id), _written(award, at)) if since]
        for award in awards
    }
    return {key: min(moments) for key, moments in found.items() if moments}


def _written(award: Award, at: datetime) -> datetime | None:
    is_known = award.died_on and award.ended_at and award.ended_at <= at
    return award.ended_at if is_known else None
