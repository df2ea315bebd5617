"""A provider that signs itself up, and waits for staff."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.catalogue import ProviderKind


class SignUpStatus(models.TextChoices):
    ASKED = "aangemeld", _("wacht op de gemeente")
    ADMITTED = "toegelaten", _("toegelaten")
    REFUSED = "afgewezen", _("afgewezen")


class SignUp(TenantModel):
    """What somebody filled in at the door. The person is forgotten once they were told."""

    MOVES = {
        SignUpStatus.ASKED: {SignUpStatus.ADMITTED, SignUpStatus.REFUSED},
        SignUpStatus.ADMITTED: set(),
        SignUpStatus.REFUSED: set(),
    }

    kvk = models.TextField()
    name = models.TextField()
    kind = models.TextField(choices=ProviderKind)
    iban = models.TextField()
    address = models.TextField()
    person = models.TextField(blank=True)  # to give a login; empty after the answer was sent
    email = models.TextField(blank=True)  # to answer; empty after the answer was sent
    status = models.TextField(choices=SignUpStatus, default=SignUpStatus.ASKED)
    reason = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "kvk"],
                condition=Q(status="aangemeld"),
                name="webshop_sign_up_waits_once",
            ),
            models.CheckConstraint(
                condition=Q(status="aangemeld", decided_at=None, decided_by=None)
                | (~Q(status="aangemeld") & Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="webshop_sign_up_decided",
            ),
            models.CheckConstraint(
                condition=~Q(status="afgewezen") | ~Q(reason=""), name="webshop_sign_up_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.name
