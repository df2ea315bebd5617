"""Two logs that only grow: who looked at personal data, and who did what.

No foreign keys to other apps: a line outlives what it is about. The lines on one resident form
a chain of hashes, so that a line that is dropped, changed or swapped shows; a daily seal keeps
somebody with all rights on the database from writing a chain anew.
"""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """By which door somebody came to look."""

    RESIDENT = "inwoner", _("inwoner")
    STAFF = "medewerker", _("medewerker")
    PROVIDER = "aanbieder", _("aanbieder")
    ORGANISATION = "organisatie", _("organisatie")
    SYSTEM = "systeem", _("systeem")


class Result(models.TextChoices):
    GIVEN = "gegeven", _("gegeven")
    REFUSED = "geweigerd", _("geweigerd")


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
    function = models.TextField(default="")
    activity = models.TextField(default="")  # of the register of processing, with its version
    case = models.TextField(default="")
    grant = models.TextField(default="")
    channel = models.TextField(choices=Channel, default="")  # lines of before have none
    result = models.TextField(choices=Result, default=Result.GIVEN)
    visible_from = models.DateTimeField(null=True)  # of a confidential activity; null: at once
    previous = models.BinaryField()
    digest = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality_id", "subject", "sequence"], name="audit_look_chain"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=["", *Channel.values]) & Q(result__in=Result.values),
                name="audit_look_words",
            ),
        ]
        indexes = [BrinIndex(fields=["at"], name="audit_look_at")]


class Chain(models.Model):
    """The end of a subject's chain; locked while a line is added."""

    subject = models.UUIDField(primary_key=True)
    municipality_id = models.BigIntegerField()
    length = models.BigIntegerField(default=0)
    previous = models.BinaryField(default=b"")  # digest of the last line but one
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
        indexes = [
            models.Index(fields=["municipality_id", "object_id"], name="audit_act_object"),
            BrinIndex(fields=["at"], name="audit_act_at"),
        ]


class Seal(models.Model):
    """What stood in the log of a municipality at the end of a day, signed; also kept elsewhere.

    It covers the lines after those of the seal before it, up to `last_line`: hidden lines too.
    `root` is that of a Merkle tree over those lines and the ends of the chains they stand in.
    """

    id = models.BigAutoField(primary_key=True)
    municipality_id = models.BigIntegerField()
    day = models.DateField()
    last_line = models.BigIntegerField()  # id of a look; that of the seal before on an empty day
    lines = models.BigIntegerField()
    chains = models.BigIntegerField()
    root = models.BinaryField()
    previous = models.BinaryField()  # digest of the seal before; empty for the first
    made_at = models.DateTimeField()
    signature = models.BinaryField()  # ES256 by the key of the municipality

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality_id", "day"], name="audit_seal_once")
        ]
