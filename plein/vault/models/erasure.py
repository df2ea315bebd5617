"""A resident wants to be forgotten (AVG artikel 17): who does what with what they had."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.tenants.tenant_model import TenantManager, TenantModel
from plein.vault.models.recipients import Recipient
from plein.vault.models.vaults import Vault


class ErasureState(models.TextChoices):
    ASKED = "gevraagd", _("gevraagd")
    APPROVED = "akkoord", _("akkoord")
    DONE = "gewist", _("gewist")
    WITHDRAWN = "ingetrokken", _("ingetrokken")


RUNNING = [ErasureState.ASKED, ErasureState.APPROVED]


class ErasureQuerySet(models.QuerySet["Erasure"]):
    def running(self) -> Self:
        """Asked for, and not done or withdrawn yet."""
        return self.filter(state__in=RUNNING)

    def waiting(self) -> Self:
        """For a second person; the first asked first."""
        return self.filter(state=ErasureState.ASKED).order_by("asked_at")


ErasureManager = TenantManager.from_queryset(ErasureQuerySet)


class Erasure(TenantModel):
    """A request to empty a vault. Two people and a day of thought, then it cannot be undone."""

    MOVES = {
        ErasureState.ASKED: {ErasureState.APPROVED, ErasureState.WITHDRAWN},
        ErasureState.APPROVED: {ErasureState.DONE, ErasureState.WITHDRAWN},
        ErasureState.DONE: set(),
        ErasureState.WITHDRAWN: set(),
    }

    vault = models.ForeignKey(Vault, models.PROTECT, related_name="erasures")
    state = models.TextField(choices=ErasureState, default=ErasureState.ASKED)
    asked_at = models.DateTimeField()
    not_before = models.DateTimeField()  # a day later: until then it can be withdrawn
    approved_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)

    objects: ClassVar[ErasureManager[Self]] = ErasureManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["vault"],
                condition=Q(state__in=RUNNING),
                name="vault_one_erasure",
            )
        ]


class Outcome(models.TextChoices):
    NO_COPY = "geen_kopie", _("heeft geen kopie")
    ASKED = "gevraagd", _("is gevraagd om te wissen")
    DESTROYED = "vernietigd", _("vernietigt het binnen 3 maanden")
    KEPT = "bewaard", _("moet het bewaren")


class ErasureOutcome(TenantModel):
    """What becomes of the copy of one recipient, and when it goes."""

    erasure = models.ForeignKey(Erasure, models.PROTECT, related_name="outcomes")
    recipient = models.ForeignKey(Recipient, models.PROTECT, related_name="+")
    outcome = models.TextField(choices=Outcome)
    law = models.TextField(blank=True)
    rule = models.TextField(blank=True)  # key in retention.yaml: how long it must be kept
    until = models.DateField(null=True)  # the day it is destroyed, where that is known
