"""A calculation that somebody keeps: what was changed, and what came out of it. No households."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.policy.outcome import Outcome
from plein.tenants.tenant_model import TenantModel

KEPT = timedelta(days=30)
MOST = timedelta(minutes=10)  # making one takes seconds; after this it went wrong


class State(models.TextChoices):
    WAITING = "wacht", _("wordt berekend")
    READY = "klaar", _("klaar")


class Run(TenantModel):
    """Gone after 30 days. `by` is there so that each sees their own, and goes with it."""

    MOVES = {State.WAITING: {State.READY}, State.READY: set()}

    by = models.ForeignKey(Staff, models.PROTECT, related_name="policy_runs")
    asked_at = models.DateTimeField()
    until = models.DateTimeField()  # not in it
    target = models.TextField()  # of the topic
    now = models.JSONField()  # norms by name, as text
    then = models.JSONField()
    margins = models.JSONField(null=True)  # of invented households; none for a file of their own
    size = models.PositiveIntegerField()
    state = models.TextField(choices=State, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)  # households
    result = models.JSONField(null=True)

    class Meta:
        indexes = [models.Index(fields=["until"], name="policy_run_until")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=State.READY) ^ models.Q(result__isnull=True),
                name="policy_run_ready_with_result",
            )
        ]

    def went_wrong_at(self, at: datetime) -> bool:
        return self.state == State.WAITING and at >= self.asked_at + MOST

    @property
    def outcome(self) -> Outcome | None:
        return Outcome.from_json(self.result) if self.result else None
