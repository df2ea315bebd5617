"""Deelname: a provider takes part in a scheme, on terms."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.catalogue import Provider
from plein.webshop.models.schemes import Scheme


class ParticipationStatus(models.TextChoices):
    ASKED = "aangemeld", _("wil meedoen")
    ADMITTED = "toegelaten", _("doet mee")
    REFUSED = "afgewezen", _("afgewezen")
    SUSPENDED = "geschorst", _("staat stil")
    ENDED = "beëindigd", _("gestopt")


class Participation(TenantModel):
    """Whether residents may spend a scheme's budgets here, and what the municipality withholds.

    Who was refused or has stopped may ask again: the log keeps what was decided before.
    """

    MOVES = {
        ParticipationStatus.ASKED: {ParticipationStatus.ADMITTED, ParticipationStatus.REFUSED},
        ParticipationStatus.ADMITTED: {ParticipationStatus.SUSPENDED, ParticipationStatus.ENDED},
        ParticipationStatus.SUSPENDED: {ParticipationStatus.ADMITTED, ParticipationStatus.ENDED},
        ParticipationStatus.REFUSED: {ParticipationStatus.ASKED, ParticipationStatus.ADMITTED},
        ParticipationStatus.ENDED: {ParticipationStatus.ASKED, ParticipationStatus.ADMITTED},
    }

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="participations")
    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="participations")
    status = models.TextField(choices=ParticipationStatus, default=ParticipationStatus.ASKED)
    contribution = models.PositiveSmallIntegerField(default=0)  # basis points: 1500 is 15 %
    reason = models.TextField(blank=True)  # why it was refused, suspended or ended
    asked_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "scheme"], name="webshop_participation_once"
            ),
            models.CheckConstraint(
                condition=Q(contribution__lte=10_000), name="webshop_contribution_at_most_all"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["afgewezen", "geschorst"]) | ~Q(reason=""),
                name="webshop_participation_reason",
            ),
        ]

    @property
    def percent(self) -> str:
        """As people write it: 15, or 7,5."""
        return f"{self.contribution / 100:.2f}".rstrip("0").rstrip(".").replace(".", ",")

    def may_become(self, status: ParticipationStatus) -> bool:
        return status in self.MOVES[ParticipationStatus(self.status)]
