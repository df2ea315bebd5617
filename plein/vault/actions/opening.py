"""A vault is opened for a resident who comes in, and shut or emptied at their word."""

from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.identity.models import Resident
from plein.vault.keys import new_generation
from plein.vault.models import Vault


def vault_of(resident: Resident, *, at: datetime) -> Vault:
    """The vault of this resident; an empty one with a key of its own when there is none."""
    return Vault.objects.filter(resident=resident).first() or _open_vault(resident, at=at)


@transaction.atomic
def _open_vault(resident: Resident, *, at: datetime) -> Vault:
    """Two at once open one."""
    vault, is_new = Vault.objects.get_or_create(resident=resident, defaults={"opened_at": at})
    if is_new:
        new_generation(vault, at=at)
        record("vault.vault.opened", on=vault, by=resident.actor, at=at)
    return vault
