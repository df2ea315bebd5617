"""What a municipality chose itself; without a row the defaults hold."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from plein.tenants.tenant_model import TenantModel

LADDER = (-14, -3, -1, 1)  # days from the last day: before it and after it
PAPER_AFTER = 7  # days unread


def default_ladder() -> list[int]:
    return list(LADDER)


class ContactPolicy(TenantModel):
    """`kind` is a kind of task, or empty for all kinds without a row of their own."""

    kind = models.TextField(blank=True)
    ladder = ArrayField(models.SmallIntegerField(), default=default_ladder)
    paper_after = models.PositiveSmallIntegerField(default=PAPER_AFTER)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "kind"], name="delivery_one_policy")
        ]
