"""A vault gets a new key while everybody goes on reading: everything in it is sealed anew."""

from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.vault.keys import CORRECTION, KeyRing, new_generation
from plein.vault.models import Correction, SealedValue, Vault

BATCH = 500


@transaction.atomic
def rotate_vault(vault: Vault, *, by: Actor, at: datetime) -> int:
    """Seal everything under a new key and drop the old ones; how many values.

    A reader who holds the old key reads what it began with; the next read finds the new key.
    """
    Vault.objects.select_for_update().get(pk=vault.pk)  # nothing new comes in meanwhile
    old = KeyRing(vault)
    fresh = new_generation(vault, at=at)
    ring = KeyRing(vault)
    sealed = _values(vault, old, ring)
    _reports(vault, old, ring)
    vault.keys.filter(generation__lt=fresh.generation).delete()
    record("vault.key.rotated", on=vault, by=by, at=at, values=sealed)
    return sealed


def _values(vault: Vault, old: KeyRing, ring: KeyRing) -> int:
    contents = list(SealedValue.objects.filter(version__vault=vault).select_related("version"))
    for content in contents:
        version, element = content.version_id, content.version.element
        plain = old.unseal(content.sealed, content.generation, version=version, element=element)
        content.sealed = ring.seal(plain, version=version, element=element)
        content.generation = ring.newest
        content.fingerprint = ring.fingerprint(plain, ring.newest, element=element)
    SealedValue.objects.bulk_update(
        contents, ["sealed", "generation", "fingerprint"], batch_size=BATCH
    )
    return len(contents)


def _reports(vault: Vault, old: KeyRing, ring: KeyRing) -> None:
    """What the resident said that a value should be."""
    reports = list(Correction.objects.filter(vault=vault))
    for report in reports:
        version = report.version_id
        plain = old.unseal(
            report.says_sealed, report.says_generation, version=version, element=CORRECTION
        )
        report.says_sealed = ring.seal(plain, version=version, element=CORRECTION)
        report.says_generation = ring.newest
    Correction.objects.bulk_update(reports, ["says_sealed", "says_generation"], batch_size=BATCH)
