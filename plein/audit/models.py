"""Two logs that only grow: who looked at personal data, and who did what.

No foreign keys to other apps: a line outlives what it is about. The lines on one resident form
a chain of hashes, so that a line that is dropped, changed or swapped shows.
"""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Look(models.Model):
    """A look at personal data of one subject: organisation, team, why; never the values.

    Kept 5 years (Selectielijst gemeenten 2020, 19.1). The person who looked stands in `Act`,
    found by the shared operation.
    """

    id = models.BigAutoField(primary_key=True)
    municipality_id = models.BigIntegerField()
    subject = models.UUIDField()
    sequence = models.BigIntegerField()
    at = models.DateTimeField()
    operation = models.UUIDField()
    organisation = models.TextField()
    team = models.TextField()
    action = models.TextField()
    elements = ArrayField(models.TextField())
    purpose = models.TextField()
    basis = models.TextField()
    previous = models.BinaryField()
    digest = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality_id", "subject", "sequence"], name="audit_look_chain"
            )
        ]


class Chain(models.Model):
    """The last line of a subject's chain; locked while a line is added."""

    subject = models.UUIDField(primary_key=True)
    municipality_id = models.BigIntegerField()
    length = models.BigIntegerField(default=0)
    head = models.BinaryField(default=b"")


class Act(models.Model):
    """Something that a person or the system did. Kept 3 years (BIO2 5.28.01)."""

    id = models.BigAutoField(primary_key=True)
    municipality_id = models.BigIntegerField()
    at = models.DateTimeField()
    operation = models.UUIDField(default=uuid4)
    name = models.TextField()  # app.object.verb
    object_id = models.TextField()
    actor_kind = models.TextField()
    actor_id = models.TextField()
    team = models.TextField(blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["municipality_id", "object_id"], name="audit_act_object")]
