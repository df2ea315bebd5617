"""A question of a resident about a look at their data, for the functionaris gegevensbescherming.

It stands on this floor: the log below knows no residents and staff, and the pages above share it.
"""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.audit.models import Look
from plein.tenants.tenant_model import TenantManager, TenantModel


class Kind(models.TextChoices):
    WHO = "wie", _("Wie precies?")
    WHY = "waarom", _("Ik snap dit niet")


class LookQuestionQuerySet(models.QuerySet["LookQuestion"]):
    def waiting(self) -> Self:
        """Not answered yet, the first due first."""
        return self.filter(answered_at=None).order_by("due_on", "asked_at")


LookQuestionManager = TenantManager.from_queryset(LookQuestionQuerySet)


class LookQuestion(TenantModel):
    """Asked, then answered. Kept as long as the look it is about."""

    kind = models.TextField(choices=Kind)
    look = models.ForeignKey(Look, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey("identity.Resident", models.PROTECT, related_name="look_questions")
    asked_at = models.DateTimeField()
    due_on = models.DateField()  # 5 working days: our promise; the AVG (art. 12) allows a month
    answer = models.TextField(default="")  # read by who asked; names nobody but who looked
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("identity.Staff", models.PROTECT, null=True, related_name="+")

    objects: ClassVar[LookQuestionManager[Self]] = LookQuestionManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "look", "kind", "asked_by"],
                name="identity_look_question_once",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer=""),
                name="identity_look_question_answered",
            ),
        ]

    def is_late_on(self, day: date) -> bool:
        return self.answered_at is None and day > self.due_on
