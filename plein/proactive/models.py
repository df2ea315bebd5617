"""Which needs are looked for here and by which regulation, and who may be offered help now.

A row says that somebody seems to need something, and nothing of why: that is worked out anew
whenever somebody opens it. Of who does not need anything there is no row.
"""

from datetime import date, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Resident, Staff
from plein.identity.switch import Switch, switch_constraints
from plein.tenants.tenant_model import TenantManager, TenantModel

LATE_AFTER = timedelta(days=7)


class NeedSwitch(Switch):
    """One time that a need was looked for: as two people agreed to it, by this regulation."""

    basis = models.TextField()  # the regulation of the municipality, as residents read it
    looked_on = models.DateField(null=True)  # the last day that it was looked for

    class Meta:
        constraints = [
            *switch_constraints("proactive_switch"),
            models.CheckConstraint(condition=~Q(basis=""), name="proactive_switch_by_law"),
        ]


class OfferState(models.TextChoices):
    OPEN = "open", _("nog niemand")
    TAKEN = "opgepakt", _("opgepakt")
    DONE = "klaar", _("klaar")


class Outcome(models.TextChoices):
    """What came of it; the last two are for the resident to say."""

    OFFERED = "aangeboden", _("Hulp aangeboden")
    NOT_NEEDED = "niet_nodig", _("Niet nodig")
    NOT_REACHED = "niet_bereikt", _("Niet bereikt")
    YES = "ja", _("De inwoner wil dit graag")
    NO = "nee", _("De inwoner wil dit niet")


OF_STAFF = (Outcome.OFFERED, Outcome.NOT_NEEDED, Outcome.NOT_REACHED)


class OfferQuerySet(models.QuerySet["HelpOffer"]):
    def on_list(self, day: date) -> Self:
        """What staff still have to do something about."""
        return self.lives_on(day).exclude(state=OfferState.DONE)

    def lives_on(self, day: date) -> Self:
        return self.filter(until__gt=day)


OfferManager = TenantManager.from_queryset(OfferQuerySet)


class HelpOffer(TenantModel):
    """That we may offer a resident help with something, kept for 30 days at most (hulpaanbod).

    It goes as soon as the need does, as the resident says no, or as the need is turned off.
    """

    MOVES = {
        OfferState.OPEN: {OfferState.TAKEN, OfferState.DONE},
        OfferState.TAKEN: {OfferState.OPEN, OfferState.DONE},
        OfferState.DONE: {OfferState.DONE},  # the resident says yes to what was offered
    }

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="help_offers")
    kind = models.TextField()  # key of the need
    version = models.PositiveSmallIntegerField()
    found_on = models.DateField()
    until = models.DateField()  # not in it
    state = models.TextField(choices=OfferState, default=OfferState.OPEN)
    taken_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    taken_on = models.DateField(null=True)
    outcome = models.TextField(choices=Outcome, blank=True)
    basis: str  # the regulation, where the list (`listing`) brings it along

    objects: ClassVar[OfferManager[Self]] = OfferManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["resident", "kind"], name="proactive_offer_once"),
            models.CheckConstraint(
                condition=Q(until__gt=F("found_on")), name="proactive_offer_dates"
            ),
            models.CheckConstraint(
                condition=Q(state="open", taken_by=None, taken_on=None, outcome="")
                | Q(state="opgepakt", taken_by__isnull=False, taken_on__isnull=False, outcome="")
                | (Q(state="klaar") & ~Q(outcome="")),
                name="proactive_offer_states",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "kind", "found_on"], name="proactive_offer_list"),
        ]

    @property
    def is_done(self) -> bool:
        return self.state == OfferState.DONE

    def is_late_on(self, day: date) -> bool:
        """Somebody took it a week ago, and nothing came of it yet."""
        return (
            self.taken_on is not None and not self.is_done and (day - self.taken_on) >= LATE_AFTER
        )


class OfferCount(TenantModel):
    """How often something came of a need: a number, and nobody in it."""

    kind = models.TextField()
    outcome = models.TextField(choices=Outcome)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "kind", "outcome"], name="proactive_count_once"
            ),
        ]
