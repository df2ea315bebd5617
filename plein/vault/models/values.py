"""Values with their provenance. A newer one stands beside an older one and never replaces it."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import ExpressionWrapper, F, Q
from django.utils.translation import gettext_lazy as _

from plein.tenants.tenant_model import TenantManager, TenantModel
from plein.vault.models.collecting import SourceRun
from plein.vault.models.vaults import Vault


class Mode(models.TextChoices):
    """How a value came here."""

    SOURCE = "bron", _("van de bron")
    STATEMENT = "eigen_opgave", _("door u opgegeven")
    DOCUMENT = "document", _("uit een document")
    WALLET = "wallet", _("uit uw wallet")


BY_RESIDENT = ExpressionWrapper(Q(mode=Mode.STATEMENT), models.BooleanField())


class VaultValueQuerySet(models.QuerySet["VaultValue"]):
    def newest(self) -> "VaultValueQuerySet":
        """Per element the last one from outside, and the last one of the resident self."""
        return self.order_by("element", "is_own", "-number").distinct("element", "is_own")

    def newest_of_each(self) -> "VaultValueQuerySet":
        """The same for every vault among these."""
        by_element = ("vault", "element", "is_own")
        return self.order_by(*by_element, "-number").distinct(*by_element)


VaultValueManager = TenantManager.from_queryset(VaultValueQuerySet)


class VaultValue(TenantModel):
    """A version of a value: where it came from and when. The value itself is in `SealedValue`.

    Kept until the resident removes it; an older version for a year (retention: kluis_gegeven,
    kluis_oude_versie).
    """

    vault = models.ForeignKey(Vault, models.PROTECT, related_name="values")
    element = models.TextField()  # key in the catalogue
    number = models.PositiveIntegerField()  # counts per element
    mode = models.TextField(choices=Mode)
    is_own = models.GeneratedField(
        expression=BY_RESIDENT, output_field=models.BooleanField(), db_persist=True
    )
    source = models.TextField()  # key in the catalogue
    service = models.TextField(blank=True)  # of the source: BRP API Personen
    run = models.ForeignKey(SourceRun, models.PROTECT, null=True, related_name="values")
    received_at = models.DateTimeField()
    valid_from = models.DateField(null=True)  # as the source says
    valid_until = models.DateField(null=True)  # not in it
    is_absent = models.BooleanField(default=False)  # the source says: there is none
    marks = ArrayField(models.TextField(), default=list)  # in_onderzoek, onvolledig

    objects: ClassVar[VaultValueManager[Self]] = VaultValueManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["vault", "element", "number"], name="vault_value_number"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None)
                | Q(valid_from=None)
                | Q(valid_until__gt=F("valid_from")),
                name="vault_value_dates",
            ),
        ]


class SealedValue(TenantModel):
    """The value: sealed, bound to its version, and the one part that can be destroyed."""

    version = models.OneToOneField(VaultValue, models.PROTECT, related_name="content")
    generation = models.PositiveIntegerField()  # of the key
    sealed = models.BinaryField()
    fingerprint = models.BinaryField()  # keyed: tells whether a source says the same again
    seen_at = models.DateTimeField()  # when the source last said this
