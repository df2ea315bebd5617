"""A vault is opened for a resident who comes in, begins anew after it was erased, and closes."""

from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.identity.models import Resident
from plein.kernel.actor import Actor, system
from plein.vault.keys import is_erased, new_generation
from plein.vault.models import Vault


def vault_of(resident: Resident, *, at: datetime) -> Vault:
    """The vault of this resident; an empty one with a key of its own when there is none.

    One that was erased comes back as it is: without a key, until the resident begins anew.
    """
    return Vault.objects.filter(resident=resident).first() or _open_vault(resident, at=at)


@transaction.atomic
def _open_vault(resident: Resident, *, at: datetime) -> Vault:
    """Two at once open one."""
    vault, is_new = Vault.objects.get_or_create(resident=resident, defaults={"opened_at": at})
    if is_new:
        new_generation(vault, at=at)
        record("vault.vault.opened", on=vault, by=resident.actor, at=at)
    return vault


@transaction.atomic
def begin_anew(vault: Vault, *, by: Actor, at: datetime) -> None:
    """A fresh key for an erased vault: only where the resident puts something in it again."""
    Vault.objects.select_for_update().get(pk=vault.pk)
    if is_erased(vault):
        new_generation(vault, at=at)
        record("vault.vault.begun_anew", on=vault, by=by, at=at)


def close_vault(vault: Vault, *, at: datetime) -> None:
    """The resident died: nobody else looks any more, from now on. In the caller's transaction."""
    if Vault.objects.filter(pk=vault.pk, closed_at=None).update(closed_at=at):
        record("vault.vault.closed", on=vault, by=system("overlijden volgens de BRP"), at=at)
