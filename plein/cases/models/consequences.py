"""What follows from a decision by itself: its letter, and what starts with it."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.cases.models.decisions import Decision
from plein.documents.models import Document
from plein.identity.models import Staff
from plein.tenants.tenant_model import TenantManager, TenantModel


class DecisionLetter(TenantModel):
    """Stands with the decision from its first moment; the document comes when it is made. One."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="letter")
    document = models.OneToOneField(Document, models.PROTECT, null=True, related_name="+")


class FollowUpKind(models.TextChoices):
    BUDGET = "budget", _("een budget in de webwinkel")
    APPOINTMENT = "afspraak", _("een afspraak")
    BENEFIT = "uitkering", _("een uitkering die elke maand wordt betaald")
    HAND_OVER = "organisatie", _("hulp van een organisatie in de buurt")


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def by_hand(self) -> Self:
        """What did not work out by itself, and nobody has done yet."""
        return self.filter(is_done=False)


FollowUpManager = TenantManager.from_queryset(FollowUpQuerySet)


class FollowUp(TenantModel):
    """Once for each decision and kind. `because` says to staff why it has to be done by hand."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="follow_ups")
    kind = models.TextField(choices=FollowUpKind)
    what = models.TextField()  # name of a scheme, of a kind of appointment, of an organisation
    is_done = models.BooleanField()
    because = models.TextField(blank=True, default="")
    done_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)  # by hand

    objects: ClassVar[FollowUpManager[Self]] = FollowUpManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "kind"], name="cases_follow_up_once"),
            models.CheckConstraint(
                condition=Q(done_by=None, done_at=None)
                | Q(done_by__isnull=False, done_at__isnull=False, is_done=True),
                name="cases_follow_up_done",
            ),
        ]
