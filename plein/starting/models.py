"""Who runs the platform, and how far a municipality is that has not opened yet."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Account
from plein.kernel.actor import Actor, ActorKind
from plein.tenants.tenant_model import TenantModel


class PlatformAdministrator(models.Model):
    """Starts municipalities. Sees no resident: what has opened is shut for them."""

    account = models.OneToOneField(Account, models.PROTECT, related_name="+")

    @property
    def actor(self) -> Actor:
        return Actor(ActorKind.PLATFORM, str(self.pk), "Plein", "Platform")


class Step(models.TextChoices):
    """What is set up, in the order of the guide; the value stands in the address."""

    NAMING = "naam", _("Naam en adres")
    COLOURS = "kleuren", _("Kleuren")
    LOGO = "logo", _("Logo")
    TEXTS = "teksten", _("Contact en teksten")
    MODULES = "onderdelen", _("Onderdelen")
    OFFER = "aanbod", _("Regelingen en aanvragen")
    DIGID = "digid", _("Inloggen met DigiD")
    PEOPLE = "mensen", _("Medewerkers")


class StartState(models.TextChoices):
    PREPARING = "voorbereiding", _("in voorbereiding")
    PROPOSED = "voorgesteld", _("wacht op de gemeente")
    OPENED = "open", _("open")


class Start(TenantModel):
    """A municipality on its way to its residents; its own beheerder opens it, nobody else."""

    MOVES = {
        StartState.PREPARING: {StartState.PROPOSED},
        StartState.PROPOSED: {StartState.PREPARING, StartState.OPENED},
        StartState.OPENED: set(),
    }

    state = models.TextField(choices=StartState, default=StartState.PREPARING)
    kept = ArrayField(models.TextField(choices=Step), default=list)  # steps that somebody kept
    begun_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality"], name="starting_once"),
            models.CheckConstraint(
                condition=Q(opened_by=None) | ~Q(opened_by=F("proposed_by")),
                name="starting_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(state=StartState.PREPARING, proposed_by=None, opened_by=None)
                | Q(state=StartState.PROPOSED, proposed_by__isnull=False, opened_by=None)
                | Q(
                    state=StartState.OPENED,
                    proposed_by__isnull=False,
                    opened_by__isnull=False,
                    opened_at__isnull=False,
                ),
                name="starting_state_has_its_people",
            ),
        ]

    @property
    def may_be_changed(self) -> bool:
        return self.state == StartState.PREPARING

    @property
    def next_step(self) -> Step | None:
        return next((step for step in Step if step not in self.kept), None)


class Tick(TenantModel):
    """That something was arranged that Plein cannot see: when, and who says so.

    Kept as long as the municipality: it answers for how it began (AVG art. 5 lid 2).
    """

    item = models.TextField()  # key of the line in checklist.py
    done_on = models.DateField()
    note = models.TextField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "item"], name="starting_tick_once")
        ]


class ChosenKind(models.TextChoices):
    JOURNEY = "aanvraag", _("aanvraag")
    SCHEME = "regeling", _("regeling")


class Chosen(TenantModel):
    """What of another municipality is laid ready; only staff of its own take it over."""

    kind = models.TextField(choices=ChosenKind)
    host = models.TextField()  # of the municipality that it is of
    key = models.TextField()  # of a journey; of a scheme its name there
    name = models.TextField()
    municipality_name = models.TextField()
    package = models.TextField(blank=True)  # of a scheme; a journey is read where it is shared
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "kind", "host", "key"], name="starting_chosen_once"
            )
        ]
