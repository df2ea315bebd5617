"""How a resident wants to be reached, at an address that is proven to be theirs."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Resident
from plein.tenants.tenant_model import TenantModel


class Way(models.TextChoices):
    MAIL = "mail", _("per e-mail")
    PUSH = "push", _("met een seintje op uw apparaat")
    HAND = "hand", _("per brief of telefoon")


class Contact(TenantModel):
    """The address is kept until the resident takes it away: AVG art. 6 lid 1 onder a."""

    resident = models.OneToOneField(Resident, models.PROTECT, related_name="contact")
    way = models.TextField(choices=Way, default=Way.HAND)
    wants_reminders = models.BooleanField(default=True)
    language = models.TextField(default="")  # to read in; empty: never chosen
    email_sealed = models.BinaryField(default=b"")
    proven_at = models.DateTimeField(null=True)
    asked_sealed = models.BinaryField(default=b"")  # an address that is not proven yet
    code_sealed = models.BinaryField(default=b"")
    code_index = models.BinaryField(default=b"")
    code_until = models.DateTimeField(null=True)  # not in it

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(email_sealed=b"", proven_at=None)
                | (~Q(email_sealed=b"") & Q(proven_at__isnull=False)),
                name="delivery_only_proven",
            ),
            models.CheckConstraint(
                condition=~Q(way=Way.MAIL) | Q(proven_at__isnull=False),
                name="delivery_mail_needs_address",
            ),
        ]

    @property
    def next_best(self) -> Way:
        """Where no word comes on a screen."""
        return Way.HAND if self.proven_at is None else Way.MAIL
