"""A task is a person's to do: one exact thing, with a day, handed in once or in more rounds."""

from datetime import date
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.inbox.models.events import Channel
from plein.inbox.models.topics import Topic
from plein.tenants.tenant_model import TenantManager, TenantModel


class TaskKind(models.TextChoices):
    PAPER = "papier", _("een papier of foto sturen")
    QUESTION = "vraag", _("een vraag beantwoorden")
    CONFIRM = "bevestigen", _("bevestigen")
    APPOINTMENT = "afspraak", _("een tijd kiezen")


class TaskState(models.TextChoices):
    """Too late is worked out from the day, and no state."""

    OPEN = "open", _("open")
    HANDED_IN = "ingeleverd", _("ingeleverd")
    OBSTACLE = "belemmering", _("lukt niet")
    APPROVED = "goedgekeurd", _("klaar")
    DROPPED = "vervallen", _("hoeft niet meer")


UNFINISHED = frozenset({TaskState.OPEN, TaskState.HANDED_IN, TaskState.OBSTACLE})


class TaskQuerySet(models.QuerySet["Task"]):
    def unfinished(self) -> Self:
        """With the resident, or with us to look at."""
        return self.filter(state__in=sorted(UNFINISHED))

    def before_a_decision(self) -> Self:
        """What staff asked; what a journey set ready by itself keeps no decision back."""
        return self.unfinished().filter(template="")

    def with_resident(self) -> Self:
        return self.filter(state=TaskState.OPEN)


TaskManager = TenantManager.from_queryset(TaskQuerySet)


class Task(TenantModel):
    """`words_sealed` is a `TaskWords`: what is asked of somebody is personal."""

    MOVES = {
        TaskState.OPEN: {
            TaskState.HANDED_IN,
            TaskState.APPROVED,
            TaskState.OBSTACLE,
            TaskState.DROPPED,
        },
        TaskState.HANDED_IN: {TaskState.APPROVED, TaskState.OPEN, TaskState.DROPPED},
        TaskState.OBSTACLE: {
            TaskState.OPEN,
            TaskState.HANDED_IN,
            TaskState.APPROVED,
            TaskState.DROPPED,
        },
        TaskState.APPROVED: set(),
        TaskState.DROPPED: set(),
    }

    topic = models.ForeignKey(Topic, models.PROTECT, related_name="tasks")
    template = models.TextField(blank=True, default="")  # that set it by itself: once a topic
    kind = models.TextField(choices=TaskKind)
    state = models.TextField(choices=TaskState, default=TaskState.OPEN)
    words_sealed = models.BinaryField()
    due_on = models.DateField(null=True)  # the last day
    has_consequence = models.BooleanField()
    obstacle_sealed = models.BinaryField(default=b"")  # what does not work out
    needs_review = models.BooleanField()
    round = models.PositiveSmallIntegerField(default=1)
    set_at = models.DateTimeField()
    ladder = ArrayField(models.SmallIntegerField(), null=True)  # reminders of its own: `ladder_for`

    objects: ClassVar[TaskManager[Self]] = TaskManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "template"], condition=~Q(template=""), name="inbox_template_once"
            )
        ]

    @property
    def is_unfinished(self) -> bool:
        return self.state in UNFINISHED

    def is_late_on(self, day: date) -> bool:
        return self.state == TaskState.OPEN and self.due_on is not None and day > self.due_on


class Judgement(models.TextChoices):
    ENOUGH = "akkoord", _("in orde")
    MORE_NEEDED = "aanvulling", _("er is meer nodig")


class HandIn(TenantModel):
    """What was handed in, when, by whom and how. A second round never erases the first."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="hand_ins")
    round = models.PositiveSmallIntegerField()
    handed_in_at = models.DateTimeField()
    received_on = models.DateField()  # of paper: the day of its stamp
    channel = models.TextField(choices=Channel)
    words_sealed = models.BinaryField(default=b"")
    judgement = models.TextField(choices=Judgement, default="", blank=True)
    judged_at = models.DateTimeField(null=True)
    judged_by = models.TextField(blank=True, default="")  # function and team
    reason_sealed = models.BinaryField(default=b"")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "round"], name="inbox_hand_in_once_a_round"),
            models.CheckConstraint(
                condition=Q(judgement="", judged_at=None)
                | (~Q(judgement="") & Q(judged_at__isnull=False)),
                name="inbox_hand_in_judged_at",
            ),
        ]
