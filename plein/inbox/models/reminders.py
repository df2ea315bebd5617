"""A reminder of a task: planned with its last day, and stopped with its goal."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.delivery.models import Delivery
from plein.inbox.models.tasks import Task
from plein.tenants.tenant_model import TenantManager, TenantModel


class ReminderState(models.TextChoices):
    PLANNED = "gepland", _("gepland")
    SENT = "verzonden", _("verzonden")
    LAPSED = "vervallen", _("niet meer nodig")
    SUPPRESSED = "onderdrukt", _("niet verstuurd")


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def planned(self) -> Self:
        return self.filter(state=ReminderState.PLANNED)


ReminderManager = TenantManager.from_queryset(ReminderQuerySet)


class Reminder(TenantModel):
    """One rung of the ladder. Those of one day go together in one delivery."""

    MOVES = {
        ReminderState.PLANNED: {
            ReminderState.SENT,
            ReminderState.LAPSED,
            ReminderState.SUPPRESSED,
        },
        ReminderState.SENT: set(),
        ReminderState.LAPSED: set(),
        ReminderState.SUPPRESSED: set(),
    }

    task = models.ForeignKey(Task, models.PROTECT, related_name="reminders")
    on = models.DateField()
    state = models.TextField(choices=ReminderState, default=ReminderState.PLANNED)
    settled_at = models.DateTimeField(null=True)
    delivery = models.ForeignKey(Delivery, models.PROTECT, null=True, related_name="reminders")

    objects: ClassVar[ReminderManager[Self]] = ReminderManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["task", "on"],
                condition=~Q(state=ReminderState.LAPSED),
                name="inbox_reminder_once",
            ),
            models.CheckConstraint(
                condition=Q(state=ReminderState.SENT, delivery__isnull=False)
                | (~Q(state=ReminderState.SENT) & Q(delivery=None)),
                name="inbox_reminder_sent_by",
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "on"],
                condition=Q(state=ReminderState.PLANNED),
                name="inbox_reminder_due",
            )
        ]
