"""Residents by the thousand, each known and sealed as the real ones are."""

from datetime import datetime
from uuid import uuid4

from stdnum.nl import bsn as eleven_test


def residents(first: int, number: int, *, at: datetime) -> list:
    from plein.identity.keys import context, data_key, wrapped_key
    from plein.identity.models import Resident
    from plein.kernel.crypto import seal
    from plein.tenants.keys import index_of
    from plein.tenants.scope import current

    municipality, made = current(), []
    for place in range(first, first + number):
        start = 900_000_000 + place * 30
        digits = next(
            text for text in map(str, range(start, start + 30)) if eleven_test.is_valid(text)
        )
        subject = uuid4()
        wrapped = wrapped_key(municipality, subject)
        key = data_key(municipality, subject, wrapped)
        made.append(
            Resident(
                id=subject,
                bsn_index=index_of(municipality, "bsn", digits),
                bsn_sealed=seal(
                    key, digits.encode(), context=context(municipality, subject, "bsn")
                ),
                data_key=wrapped,
                created_at=at,
            )
        )
    return Resident.objects.bulk_create(made)
