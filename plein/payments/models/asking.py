"""That the income of a month was asked; and the specification that went with a payment."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from plein.delivery.models import Delivery
from plein.documents.models import Document
from plein.identity.models import Resident
from plein.inbox.models import Task, TaskState
from plein.payments.models.awards import Award
from plein.payments.models.runs import RunLine
from plein.tenants.tenant_model import TenantManager, TenantModel


class AskedQuerySet(models.QuerySet["AskedStatement"]):
    def open_of(self, resident: Resident) -> Self:
        """What this resident still has to tell, the oldest first."""
        own = self.filter(award__resident=resident, task__state=TaskState.OPEN)
        return own.select_related("task", "award").order_by("month")

    def to_call(self, day: date) -> Self:
        """Not told, though it was due before this day; nobody was asked to call yet."""
        return self.filter(task__state=TaskState.OPEN, task__due_on__lt=day, call=None)


AskedManager = TenantManager.from_queryset(AskedQuerySet)


class AskedStatement(TenantModel):
    """Once for a month. Its task says until when, and whether it was told."""

    award = models.ForeignKey(Award, models.PROTECT, related_name="asked")
    month = models.DateField()  # its first day
    task = models.OneToOneField(Task, models.PROTECT, related_name="+")
    call = models.OneToOneField(Delivery, models.PROTECT, null=True, related_name="+")  # by staff

    objects: ClassVar[AskedManager[Self]] = AskedManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["award", "month"], name="payments_asked_once"),
            models.CheckConstraint(condition=Q(month__day=1), name="payments_asked_first_day"),
        ]


class Specification(TenantModel):
    """Of one line of a run, once; a tagged PDF among the papers of the resident."""

    line = models.OneToOneField(RunLine, models.PROTECT, related_name="specification")
    document = models.OneToOneField(Document, models.PROTECT, related_name="+")
