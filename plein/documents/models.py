"""A letter or a photo that goes between a resident and the municipality.

It belongs to the file of an aanvraag and is kept as long as that (files in vault/retention.yaml);
what a scanner found something in is destroyed at once.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Resident
from plein.kernel.actor import NEAR_RESIDENTS
from plein.tenants.tenant_model import TenantModel


class Direction(models.TextChoices):
    """Seen from the municipality."""

    IN = "in", _("van u")
    OUT = "uit", _("van ons")


class DocumentState(models.TextChoices):
    QUARANTINE = "in_quarantaine", _("Wij controleren dit bestand")  # nobody opens it
    CLEAN = "gescand_schoon", _("gecontroleerd")
    DESTROYED = "vernietigd", _("Dit bestand was niet veilig. Wij hebben het niet bewaard.")


class Document(TenantModel):
    """Its content lies sealed in the storage `documents`, its name sealed in this row."""

    MOVES = {
        DocumentState.QUARANTINE: {DocumentState.CLEAN, DocumentState.DESTROYED},
        DocumentState.CLEAN: set(),
        DocumentState.DESTROYED: set(),
    }

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="documents")
    direction = models.TextField(choices=Direction)
    state = models.TextField(choices=DocumentState, default=DocumentState.QUARANTINE)
    name_sealed = models.BinaryField()  # as its sender called it: it may hold a name
    ending = models.TextField()  # pdf or jpg: the type that was found
    size = models.PositiveIntegerField()  # bytes that are kept
    sha256 = models.TextField()  # of what was sent: to show that it was this
    file = models.TextField(blank=True)  # in the storage; empty when destroyed
    received_at = models.DateTimeField()
    by_kind = models.TextField(choices=NEAR_RESIDENTS)
    organisation = models.TextField(blank=True)
    team = models.TextField(blank=True)
    function = models.TextField(blank=True)
    scanned_at = models.DateTimeField(null=True)
    finding = models.TextField(blank=True)  # what the scanner calls it

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=DocumentState.DESTROYED, file="")
                | (~Q(state=DocumentState.DESTROYED) & ~Q(file="")),
                name="documents_destroyed_has_no_file",
            ),
            models.CheckConstraint(
                condition=Q(state=DocumentState.QUARANTINE, scanned_at=None)
                | (~Q(state=DocumentState.QUARANTINE) & Q(scanned_at__isnull=False)),
                name="documents_scanned_at",
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "received_at"],
                condition=Q(state=DocumentState.QUARANTINE),
                name="documents_waiting",
            ),
        ]

    @property
    def can_be_opened(self) -> bool:
        return self.state == DocumentState.CLEAN
