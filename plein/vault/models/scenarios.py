"""What a resident tries out in Mijn geld, and wants to keep."""

from django.db import models

from plein.tenants.tenant_model import TenantModel
from plein.vault.models.vaults import Vault


class Scenario(TenantModel):
    """A name and what somebody filled in, sealed together; never what was worked out of it.

    Kept until the resident throws it away, and at most a year after the last change (retention).
    """

    vault = models.ForeignKey(Vault, models.PROTECT, related_name="scenarios")
    changed_at = models.DateTimeField()  # from which its term counts
    generation = models.PositiveIntegerField()  # of the vault's key
    sealed = models.BinaryField()  # a name may be anything, and events are about a life
