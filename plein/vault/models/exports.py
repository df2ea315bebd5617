"""Everything of one resident in one file, made at their word and kept for a day."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from plein.tenants.tenant_model import TenantModel
from plein.vault.models.vaults import Vault

MOST = timedelta(minutes=2)  # making one takes seconds; after this it went wrong


class ExportState(models.TextChoices):
    WAITING = "wacht", _("wordt gemaakt")
    READY = "klaar", _("klaar")


class Export(TenantModel):
    """Inzage (AVG art. 15) and overdragen (art. 20). Its content is destroyed after 24 hours."""

    MOVES = {ExportState.WAITING: {ExportState.READY}, ExportState.READY: set()}

    vault = models.ForeignKey(Vault, models.PROTECT, related_name="exports")
    state = models.TextField(choices=ExportState, default=ExportState.WAITING)
    asked_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True)
    until = models.DateTimeField()  # not in it
    generation = models.PositiveIntegerField(null=True)  # of the vault's key
    sealed = models.BinaryField(default=b"")  # the ZIP; empty before and after

    class Meta:
        indexes = [models.Index(fields=["until"], name="vault_export_until")]

    def is_open_at(self, at: datetime) -> bool:
        return self.state == ExportState.READY and at < self.until

    def went_wrong_at(self, at: datetime) -> bool:
        return self.state == ExportState.WAITING and at >= self.asked_at + MOST
