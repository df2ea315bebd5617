"""Verklaringen, the lists that say which still stand, and the showings."""

from datetime import date, datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.kernel.clock import local_day
from plein.kernel.sd_jwt.status_list import BITS, Status, StatusBits
from plein.tenants.tenant_model import TenantModel
from plein.vault.models.vaults import Vault


class StatusList(TenantModel):
    """Public. Most places belong to nobody and say something all the same."""

    number = models.PositiveIntegerField()  # in its address
    data = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "number"], name="vault_status_list_number"
            )
        ]

    @property
    def bits(self) -> StatusBits:
        return StatusBits(BITS, bytes(self.data))


class CredentialState(models.TextChoices):
    REQUESTED = "aangevraagd", _("nog niet af")
    ISSUED = "uitgegeven", _("geldig")
    SUSPENDED = "geschorst", _("staat stil")
    REVOKED = "ingetrokken", _("gestopt")
    EXPIRED = "verlopen", _("verlopen")


class Credential(TenantModel):
    """A verklaring of one resident. Kept until it is over; then only that it was there."""

    MOVES = {
        CredentialState.REQUESTED: {CredentialState.ISSUED},
        CredentialState.ISSUED: {
            CredentialState.SUSPENDED,
            CredentialState.REVOKED,
            CredentialState.EXPIRED,
        },
        CredentialState.SUSPENDED: {
            CredentialState.ISSUED,
            CredentialState.REVOKED,
            CredentialState.EXPIRED,
        },
        CredentialState.REVOKED: set(),
        CredentialState.EXPIRED: set(),
    }
    STATUS = {CredentialState.ISSUED: Status.VALID, CredentialState.SUSPENDED: Status.SUSPENDED}

    vault = models.ForeignKey(Vault, models.PROTECT, related_name="credentials")
    type = models.TextField()  # key in credentials/types.yaml
    state = models.TextField(choices=CredentialState, default=CredentialState.REQUESTED)
    names = ArrayField(models.TextField(), default=list)  # of its claims; their values are sealed
    requested_at = models.DateTimeField()
    issued_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)  # not in it: a midnight
    status_list = models.ForeignKey(StatusList, models.PROTECT, null=True, related_name="+")
    status_index = models.PositiveIntegerField(null=True)
    generation = models.PositiveIntegerField(null=True)  # of the vault's key
    sealed = models.BinaryField(default=b"")  # as it was issued, to be shown; empty when over
    holder_sealed = models.BinaryField(default=b"")  # the resident's key, held by the municipality

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["status_list", "status_index"], name="vault_credential_place"
            ),
            models.UniqueConstraint(
                fields=["vault", "type"],
                condition=Q(state=CredentialState.REQUESTED),
                name="vault_credential_requested_once",
            ),
            models.CheckConstraint(
                condition=Q(state=CredentialState.REQUESTED)
                | Q(
                    issued_at__isnull=False,
                    expires_at__isnull=False,
                    status_list__isnull=False,
                    status_index__isnull=False,
                ),
                name="vault_credential_issued_in_full",
            ),
        ]

    @property
    def last_day(self) -> date | None:
        return local_day(self.expires_at) - timedelta(days=1) if self.expires_at else None

    @property
    def is_usable(self) -> bool:
        """It stands or stands still, and can be shown, stopped or set still."""
        return self.state in self.STATUS


class Showing(TenantModel):
    """One occasion of a few minutes on which a verklaring may be looked at, once."""

    credential = models.ForeignKey(Credential, models.PROTECT, related_name="showings")
    names = ArrayField(models.TextField())  # the claims that the resident chose
    code_index = models.BinaryField()
    code_sealed = models.BinaryField()
    made_at = models.DateTimeField()
    until = models.DateTimeField()  # not in it
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "code_index"], name="vault_code_once"),
            models.CheckConstraint(
                condition=Q(used_at=None) | Q(used_at__lt=models.F("until")),
                name="vault_showing_in_time",
            ),
        ]

    def is_open_at(self, at: datetime) -> bool:
        return self.used_at is None and at < self.until
