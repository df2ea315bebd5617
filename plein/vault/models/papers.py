"""Papers: the content of a document, sealed beside the value that names it."""

from django.db import models

from plein.tenants.tenant_model import TenantModel
from plein.vault.models.values import VaultValue


class SealedPaper(TenantModel):
    """The bytes of a letter or a photo. Kept and destroyed with its value."""

    version = models.OneToOneField(VaultValue, models.PROTECT, related_name="paper")
    ending = models.TextField()  # pdf or jpg
    size = models.PositiveIntegerField()  # bytes
    generation = models.PositiveIntegerField()  # of the key
    sealed = models.BinaryField()
