"""What a municipality turned on, what it was asked by that, and what a person found.

A signal is a question about one award, and no more than that: nothing here holds an amount that is
paid, a term or a number that ranks people.
"""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.identity.switch import Switch, switch_constraints
from plein.payments.models.awards import Award
from plein.tenants.tenant_model import TenantManager, TenantModel


class SignalSwitch(Switch):
    """One time that a kind of signal was on: as two people agreed to it, in that version."""

    looked_over = models.DateField(null=True)  # the last month that it looked at

    class Meta:
        constraints = switch_constraints("payments_switch")


class SignalState(models.TextChoices):
    OPEN = "open", _("nog uit te zoeken")
    LOOKED_INTO = "uitgezocht", _("uitgezocht")


class Outcome(models.TextChoices):
    """What came out; of the first two it was good that somebody looked."""

    HELPED = "geholpen", _("Wij hebben de inwoner geholpen")
    CHANGED = "aangepast", _("Er klopte iets niet, en dat is aangepast")
    RIGHT = "klopte", _("Alles klopte al")


USEFUL = (Outcome.HELPED, Outcome.CHANGED)


class SignalQuerySet(models.QuerySet["AwardSignal"]):
    def waiting(self) -> Self:
        return self.filter(state=SignalState.OPEN)

    def looked_into(self) -> Self:
        return self.filter(state=SignalState.LOOKED_INTO)

    def over_before(self, at: datetime) -> Self:
        """Looked into before this moment; what nobody looked into counts from when it came."""
        old = Q(looked_at__lt=at) | Q(looked_at=None, found_at__lt=at)
        return self.filter(old)


SignalManager = TenantManager.from_queryset(SignalQuerySet)


class AwardSignal(TenantModel):
    """A question about an award, once in a month. A person answers it; nothing follows by itself.

    `facts_sealed` are the facts that made us ask, `words_sealed` what the resident reads of the
    outcome; both under the key of the resident. Destroyed after the term of its kind.
    """

    MOVES = {
        SignalState.OPEN: {SignalState.LOOKED_INTO},
        SignalState.LOOKED_INTO: set(),
    }

    award = models.ForeignKey(Award, models.PROTECT, related_name="signals")
    kind = models.TextField()
    version = models.PositiveSmallIntegerField()
    month = models.DateField()  # that was looked at: its first day
    facts_sealed = models.BinaryField()
    found_at = models.DateTimeField()
    state = models.TextField(choices=SignalState, default=SignalState.OPEN)
    outcome = models.TextField(choices=Outcome, blank=True)
    words_sealed = models.BinaryField(null=True)
    looked_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    looked_at = models.DateTimeField(null=True)

    objects: ClassVar[SignalManager[Self]] = SignalManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["award", "kind", "month"], name="payments_signal_once"),
            models.CheckConstraint(condition=Q(month__day=1), name="payments_signal_first_day"),
            models.CheckConstraint(
                condition=Q(state="open", outcome="", looked_by=None, looked_at=None)
                | (
                    Q(state="uitgezocht", looked_by__isnull=False, looked_at__isnull=False)
                    & ~Q(outcome="")
                    & Q(words_sealed__isnull=False)
                ),
                name="payments_signal_by_a_person",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "state", "found_at"], name="payments_signal_list"),
        ]

    @property
    def is_open(self) -> bool:
        return self.state == SignalState.OPEN


class SignalCount(TenantModel):
    """How signals fell over groups, when somebody had it counted: groups only, no person."""

    counted_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    counted_at = models.DateTimeField()
    since = models.DateField()  # signals from this day on
    content = models.JSONField()  # by kind: rows of `signals.fairness.Group`
