"""A dossier: one per resident and question; which organisations take part in it, and for what."""

from datetime import date
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from plein.identity.models import Resident, Staff
from plein.journeys.journey import INCOME
from plein.tenants.models import Organisation
from plein.tenants.tenant_model import TenantManager, TenantModel


class Dossier(TenantModel):
    """`director` leads it, and is the one who lets organisations in and out."""

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="dossiers")
    question = models.TextField(default=INCOME)  # what the household is helped with
    director = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["resident", "question"], name="cases_one_dossier")
        ]


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def on(self, day: date) -> Self:
        return self.filter(Q(until=None) | Q(until__gt=day), start__lte=day)


ParticipationManager = TenantManager.from_queryset(ParticipationQuerySet)


class Participation(TenantModel):
    """An organisation works in a dossier: for a purpose, on a ground, with some of the data."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="participations")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    purpose = models.TextField()
    basis = models.TextField()  # article of law, or the consent
    parts = ArrayField(models.TextField())  # keys of case types that it sees
    start = models.DateField()
    until = models.DateField(null=True)  # not in it
    ended_because = models.TextField(blank=True, default="")

    objects: ClassVar[ParticipationManager[Self]] = ParticipationManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("start")), name="cases_participation_dates"
            ),
            models.UniqueConstraint(
                fields=["dossier", "organisation"],
                condition=Q(until=None),
                name="cases_participates_once",
            ),
        ]

    def runs_on(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day < self.until)
