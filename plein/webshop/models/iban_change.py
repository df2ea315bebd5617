"""Another bank account of a provider, under four eyes: fraud begins with a changed number."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.catalogue import Provider


class IbanChangeStatus(models.TextChoices):
    ASKED = "aangevraagd", _("wacht op goedkeuring")
    APPROVED = "goedgekeurd", _("goedgekeurd")
    REFUSED = "afgewezen", _("afgewezen")


class IbanChange(TenantModel):
    """Asked by somebody of the provider, or by staff; approved by another. Until then the old
    number is paid."""

    MOVES = {
        IbanChangeStatus.ASKED: {IbanChangeStatus.APPROVED, IbanChangeStatus.REFUSED},
        IbanChangeStatus.APPROVED: set(),
        IbanChangeStatus.REFUSED: set(),
    }

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="iban_changes")
    iban = models.TextField()
    before = models.TextField()  # what it replaces
    status = models.TextField(choices=IbanChangeStatus, default=IbanChangeStatus.ASKED)
    asked_by = models.ForeignKey(
        Staff, models.PROTECT, null=True, related_name="+"
    )  # None: the provider
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["provider"],
                condition=Q(status="aangevraagd"),
                name="webshop_one_iban_change",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | Q(asked_by=None) | ~Q(decided_by=F("asked_by")),
                name="webshop_iban_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(status="aangevraagd", decided_by=None, decided_at=None)
                | (
                    ~Q(status="aangevraagd") & Q(decided_by__isnull=False, decided_at__isnull=False)
                ),
                name="webshop_iban_decided",
            ),
        ]
