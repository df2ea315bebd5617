"""The resident lets nobody in for a while; what a law rules goes on."""

from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.vault.models import Vault


@transaction.atomic
def freeze(vault: Vault, *, by: Actor, at: datetime) -> None:
    """From the next read on: only the resident, and what rests on a law."""
    if Vault.objects.filter(pk=vault.pk, frozen_at=None).update(frozen_at=at):
        record("vault.vault.frozen", on=vault, by=by, at=at)


@transaction.atomic
def thaw(vault: Vault, *, by: Actor, at: datetime) -> None:
    if Vault.objects.filter(pk=vault.pk).exclude(frozen_at=None).update(frozen_at=None):
        record("vault.vault.thawed", on=vault, by=by, at=at)
