"""Software of others that wants to hear when a zaak changed, and up to where it has heard."""

from django.db import models

from plein.identity.application import Application
from plein.tenants.tenant_model import TenantModel


class Listener(TenantModel):
    """One for each application, whose rights count at the moment of telling."""

    application = models.OneToOneField(Application, models.PROTECT, related_name="listener")
    callback = models.TextField()  # where we post to
    authorization_sealed = models.BinaryField()  # the value that it wants to see
    heard = models.BigIntegerField(default=0)  # number of the last signal that it was told of
    tries = models.PositiveSmallIntegerField(default=0)  # in vain, since the last good one
    next_at = models.DateTimeField()  # not before this moment
