"""Software of others that may come in here: its secret, and the rights that are written down.

It stands on this floor because an application is somebody who asks, as staff and residents are.
"""

from django.db import models
from django.db.models import Q

from plein.kernel.actor import Actor, ActorKind
from plein.tenants.keys import open_under
from plein.tenants.scope import current
from plein.tenants.tenant_model import TenantModel

SECRET = "application|secret"  # what the secret is sealed for
FUNCTION = "systeem van een organisatie"  # what a resident reads in the log of looks


class Scope(models.TextChoices):
    """The names of the ZGW standard, and our own for MijnTaken and the budgets of the shop."""

    CASES = "zaken.lezen"
    CATALOGUE = "catalogi.lezen"
    DOCUMENTS = "documenten.lezen"
    TASKS = "taken.lezen"
    GRANTS = "budgetten.toekennen"


class Confidentiality(models.TextChoices):
    """Vertrouwelijkheidaanduiding (ZGW, RGBZ): from open to all to closed to nearly all."""

    PUBLIC = "openbaar"
    LIMITED = "beperkt_openbaar"
    INTERNAL = "intern"
    CASE = "zaakvertrouwelijk"
    CONFIDENTIAL = "vertrouwelijk"
    RESTRICTED = "confidentieel"
    SECRET = "geheim"
    TOP_SECRET = "zeer_geheim"

    def covers(self, other: "Confidentiality") -> bool:
        ranks = list(Confidentiality)
        return ranks.index(self) >= ranks.index(other)


class Application(TenantModel):
    """Software of one organisation. `why` and `basis` are what residents read of its looks."""

    client_id = models.TextField()  # named in every token
    organisation = models.TextField()
    why = models.TextField()  # "om u op één plek te laten zien wat er loopt"
    basis = models.TextField()  # article of law
    secret_sealed = models.BinaryField()
    may_have_bsn = models.BooleanField(default=False)  # entitled by law (Wabb art. 10)
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "client_id"], name="identity_application_once"
            ),
            models.CheckConstraint(
                condition=~Q(organisation="") & ~Q(why="") & ~Q(basis=""),
                name="identity_application_says_why",
            ),
        ]

    @property
    def actor(self) -> Actor:
        return Actor(ActorKind.ORGANISATION, str(self.pk), self.organisation, function=FUNCTION)

    def secret(self) -> bytes:
        return open_under(current(), self.secret_sealed, purpose=SECRET, context=str(self.pk))


class Authorisation(TenantModel):
    """What an application may: a scope, for a case type or every one, up to a confidentiality."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="rights")
    scope = models.TextField(choices=Scope)
    case_type = models.TextField(blank=True, default="")  # its key; empty: every one
    highest = models.TextField(choices=Confidentiality)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "scope", "case_type"], name="identity_authorised_once"
            )
        ]
