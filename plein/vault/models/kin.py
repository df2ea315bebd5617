"""Whose parent somebody is, as the BRP says: a parent sees a child's vault until it is of age."""

from django.db import models

from plein.identity.models import Resident
from plein.tenants.tenant_model import TenantModel


class Kinship(TenantModel):
    """A parent and a child. The child is known by the keyed index of its BSN only."""

    parent = models.ForeignKey(Resident, models.CASCADE, related_name="children")
    child_index = models.BinaryField()
    has_authority = models.BooleanField()  # gezag (BW boek 1 art. 245)
    of_age_on = models.DateField()  # the eighteenth birthday: from that day the parent sees nothing
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parent", "child_index"], name="vault_kinship_once")
        ]
