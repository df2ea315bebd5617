"""How an aanvraag ends, and what it gives."""

from datetime import date, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from plein.cases.models.advices import Advice
from plein.cases.models.cases import Case
from plein.identity.models import Staff
from plein.tenants.tenant_model import TenantManager, TenantModel


class Decision(TenantModel):
    """What was decided; `explanation_sealed` is what the resident reads. One per case and date.

    Where two pairs of eyes are needed, `confirmed_by` is the colleague who looked as well.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="decisions")
    result = models.TextField()  # key of a result of the case type
    explanation_sealed = models.BinaryField()
    decided_on = models.DateField()
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    object_until = models.DateField()  # the last day to object (Awb 6:7)
    confirmed_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    advice = models.ForeignKey(Advice, models.PROTECT, null=True, related_name="decisions")
    weighing_sealed = models.BinaryField(default=b"")  # a `Weighing`, under the resident

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("decided_by")),
                name="cases_decision_two_people",
            ),
        ]

    def can_object_on(self, day: date) -> bool:
        return day <= self.object_until


class ProvisionQuerySet(models.QuerySet["Provision"]):
    def on(self, day: date) -> Self:
        return self.filter(Q(until=None) | Q(until__gt=day))


ProvisionManager = TenantManager.from_queryset(ProvisionQuerySet)


class Provision(TenantModel):
    """What a decision gives: how much, from which day, and until when if it ends."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="provision")
    what = models.TextField()
    amount = models.PositiveIntegerField(null=True)  # cents
    start = models.DateField()
    until = models.DateField(null=True)  # not in it
    ended_because = models.TextField(blank=True, default="")

    objects: ClassVar[ProvisionManager[Self]] = ProvisionManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("start")), name="cases_provision_dates"
            ),
        ]

    @property
    def last_day(self) -> date | None:
        return self.until - timedelta(days=1) if self.until else None
