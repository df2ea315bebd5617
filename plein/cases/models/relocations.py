"""A resident said that they move (verhuizing), and what that does to each aanvraag."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.cases.models.cases import Case
from plein.cases.models.decisions import Provision
from plein.identity.models import Resident
from plein.tenants.models import Organisation
from plein.tenants.tenant_model import TenantManager, TenantModel


class RelocationState(models.TextChoices):
    NOTICED = "aangekondigd", _("aangekondigd")
    IN_FORCE = "doorgevoerd", _("doorgevoerd")
    WITHDRAWN = "ingetrokken", _("gaat niet door")


class EffectKind(models.TextChoices):
    """What a move does to one aanvraag; the first is about none."""

    ADDRESS = "adres", _("ander adres")
    PARTNER = "andere organisatie", _("andere organisatie")
    PARTNER_BY_HAND = "organisatie kiezen", _("een medewerker kiest een organisatie")
    ENDS = "stopt", _("stopt")
    HAND_OVER = "overdracht", _("overdracht aangeboden")
    LOOKED_AT = "bekijken", _("een medewerker bekijkt het")
    STAYS = "blijft", _("blijft zoals het is")


class RelocationQuerySet(models.QuerySet["Relocation"]):
    def noticed(self) -> Self:
        return self.filter(state=RelocationState.NOTICED)

    def due_on(self, day: date) -> Self:
        """Whose day has come, the oldest first."""
        return self.noticed().filter(moves_on__lte=day).order_by("moves_on", "noticed_at")


RelocationManager = TenantManager.from_queryset(RelocationQuerySet)


class Relocation(TenantModel):
    """A notice to us: in the BRP it stands only when the resident reports it there too.

    `place_sealed` is a `NewPlace`: to find who works there, and to show what was noticed.
    """

    MOVES = {
        RelocationState.NOTICED: {RelocationState.IN_FORCE, RelocationState.WITHDRAWN},
        RelocationState.IN_FORCE: set(),
        RelocationState.WITHDRAWN: set(),
    }

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="relocations")
    state = models.TextField(choices=RelocationState, default=RelocationState.NOTICED)
    noticed_at = models.DateTimeField()
    moves_on = models.DateField()
    leaves = models.BooleanField()  # to another municipality
    place_sealed = models.BinaryField()  # also where they go: an address may be a secret
    settled_at = models.DateTimeField(null=True)

    objects: ClassVar[RelocationManager[Self]] = RelocationManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["resident"],
                condition=Q(state=RelocationState.NOTICED),
                name="cases_relocates_once",
            ),
            models.CheckConstraint(
                condition=Q(state=RelocationState.NOTICED, settled_at=None)
                | ~Q(state=RelocationState.NOTICED) & Q(settled_at__isnull=False),
                name="cases_relocation_settled",
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "moves_on"],
                condition=Q(state=RelocationState.NOTICED),
                name="cases_relocation_due",
            )
        ]

    @property
    def is_noticed(self) -> bool:
        return self.state == RelocationState.NOTICED

    def can_be_withdrawn_on(self, day: date) -> bool:
        return self.is_noticed and day < self.moves_on


class RelocationEffect(TenantModel):
    """What the move does, once: to the resident, to an aanvraag, or to what it gives."""

    relocation = models.ForeignKey(Relocation, models.PROTECT, related_name="effects")
    kind = models.TextField(choices=EffectKind)
    on = models.DateField()  # of what ends: its last day
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+")
    provision = models.ForeignKey(Provision, models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    applied_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["relocation"], condition=Q(case=None), name="cases_effect_of_resident"
            ),
            models.UniqueConstraint(
                fields=["relocation", "case"],
                condition=Q(provision=None),
                name="cases_effect_of_case",
            ),
            models.UniqueConstraint(
                fields=["relocation", "provision"], name="cases_effect_of_provision"
            ),
            models.CheckConstraint(
                condition=Q(kind=EffectKind.ADDRESS, case=None)
                | ~Q(kind=EffectKind.ADDRESS) & Q(case__isnull=False),
                name="cases_effect_about",
            ),
            models.CheckConstraint(
                condition=Q(kind=EffectKind.PARTNER, organisation__isnull=False)
                | ~Q(kind=EffectKind.PARTNER) & Q(organisation=None),
                name="cases_effect_by_whom",
            ),
        ]
