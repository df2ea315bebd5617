"""A resident's vault, and the keys that open it."""

from django.db import models

from plein.identity.models import Resident
from plein.tenants.tenant_model import TenantModel


class Vault(TenantModel):
    """What somebody keeps. Erased means that its keys are gone, so that nothing opens any more."""

    resident = models.OneToOneField(Resident, models.PROTECT, related_name="vault")
    opened_at = models.DateTimeField()
    frozen_at = models.DateTimeField(null=True)  # the resident lets nobody in for now
    closed_at = models.DateTimeField(null=True)  # the BRP says that the resident died

    @property
    def is_frozen(self) -> bool:
        return self.frozen_at is not None


class VaultKey(TenantModel):
    """A data key, wrapped by the municipality's key. The highest generation seals what is new.

    Of a key that was destroyed the number stays, so that no later key ever bears it again.
    """

    vault = models.ForeignKey(Vault, models.PROTECT, related_name="keys")
    generation = models.PositiveIntegerField()
    wrapped = models.BinaryField()  # empty when destroyed
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vault", "generation"], name="vault_key_once")
        ]
