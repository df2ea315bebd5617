"""Papers that the resident keeps: a lease, bank statements, a divorce agreement."""

from django.db import models

from plein.tenants.tenant_model import TenantModel
from plein.vault.models.vaults import Vault


class Paper(TenantModel):
    """A letter or a photo, sealed with its name. Gone when the resident takes it away."""

    vault = models.ForeignKey(Vault, models.PROTECT, related_name="papers")
    element = models.TextField()  # key in the catalogue, of kind `document`
    ending = models.TextField()  # pdf or jpg
    size = models.PositiveIntegerField()  # bytes
    added_at = models.DateTimeField()
    generation = models.PositiveIntegerField()  # of the vault's key
    name_sealed = models.BinaryField()  # as the resident called it: it may hold a name
    sealed = models.BinaryField()
