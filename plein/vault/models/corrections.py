"""A resident says that a value is wrong (AVG artikel 16): who puts it right, and by when."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.tenants.tenant_model import TenantManager, TenantModel
from plein.vault.models.values import VaultValue
from plein.vault.models.vaults import Vault


class CorrectionState(models.TextChoices):
    REPORTED = "gemeld", _("gemeld")
    FORWARDED = "doorgestuurd", _("doorgestuurd")
    EXAMINED = "in_onderzoek", _("wordt onderzocht")
    CHANGED = "aangepast", _("aangepast")
    TOLD = "doorgemeld", _("aangepast en doorgegeven")
    DONE = "klaar", _("klaar")
    REFUSED = "afgewezen", _("niet aangepast")
    OBJECTED = "bezwaar", _("u bent het er niet mee eens")
    WITHDRAWN = "ingetrokken", _("ingetrokken")


OPEN = [
    CorrectionState.REPORTED,
    CorrectionState.FORWARDED,
    CorrectionState.EXAMINED,
    CorrectionState.OBJECTED,
]


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def waiting(self) -> Self:
        """Somebody at the municipality is at turn; the first due first."""
        return self.filter(state__in=OPEN).order_by("due_on", "reported_at")


CorrectionManager = TenantManager.from_queryset(CorrectionQuerySet)


class Correction(TenantModel):
    """While it is open, the value carries the mark `betwist` wherever it is shown (AVG art. 18)."""

    MOVES = {
        CorrectionState.REPORTED: {CorrectionState.FORWARDED, CorrectionState.WITHDRAWN},
        CorrectionState.FORWARDED: {
            CorrectionState.EXAMINED,
            CorrectionState.CHANGED,
            CorrectionState.REFUSED,
            CorrectionState.WITHDRAWN,
        },
        CorrectionState.EXAMINED: {
            CorrectionState.CHANGED,
            CorrectionState.REFUSED,
            CorrectionState.WITHDRAWN,
        },
        CorrectionState.CHANGED: {CorrectionState.TOLD},
        CorrectionState.TOLD: {CorrectionState.DONE},
        CorrectionState.REFUSED: {CorrectionState.OBJECTED},
        CorrectionState.OBJECTED: {
            CorrectionState.CHANGED,
            CorrectionState.REFUSED,
            CorrectionState.WITHDRAWN,
        },
        CorrectionState.DONE: set(),
        CorrectionState.WITHDRAWN: set(),
    }

    vault = models.ForeignKey(Vault, models.PROTECT, related_name="corrections")
    version = models.ForeignKey(VaultValue, models.PROTECT, related_name="corrections")
    state = models.TextField(choices=CorrectionState, default=CorrectionState.REPORTED)
    says_sealed = models.BinaryField()  # what it should be; empty after an erasure
    says_generation = models.PositiveIntegerField()
    reported_at = models.DateTimeField()
    due_on = models.DateField()  # an answer within a month (AVG art. 12 lid 3)
    closed_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)  # why it was not changed; no personal data

    objects: ClassVar[CorrectionManager[Self]] = CorrectionManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version"], condition=Q(state__in=OPEN), name="vault_correction_once"
            )
        ]

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def may_become(self, state: CorrectionState) -> bool:
        return state in self.MOVES[CorrectionState(self.state)]

    def is_late_on(self, day: date) -> bool:
        return self.is_open and day > self.due_on


class CorrectionNotice(TenantModel):
    """Who read the wrong value before hears that it was put right (AVG artikel 19)."""

    correction = models.ForeignKey(Correction, models.PROTECT, related_name="notices")
    grant = models.ForeignKey("vault.SharingGrant", models.PROTECT, related_name="notices")
    told_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["correction", "grant"], name="vault_notice_once")
        ]
