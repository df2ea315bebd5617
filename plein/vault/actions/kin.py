"""Whose parent somebody is, as the BRP said last: it ends a parent's view by itself."""

from collections.abc import Iterable
from datetime import datetime

from plein.identity.models import Resident
from plein.kernel.birthday import birthday
from plein.tenants.keys import index_of
from plein.tenants.scope import current
from plein.vault.family import OF_AGE
from plein.vault.models import Kinship
from plein.vault.sources.asking import Kin


def know_children(parent: Resident, children: Iterable[Kin], *, at: datetime) -> None:
    """Replace what was known of the children of this parent, in the caller's transaction."""
    Kinship.objects.filter(parent=parent).delete()
    Kinship.objects.bulk_create(
        Kinship(
            parent=parent,
            child_index=index_of(current(), "bsn", child.bsn.reveal()),
            has_authority=child.has_authority,
            of_age_on=birthday(child.born_on, OF_AGE),
            seen_at=at,
        )
        for child in children
    )
