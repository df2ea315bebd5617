"""A session in which a member of staff does for a resident what the resident asks, together."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.audit.actions import Purpose
from plein.cases.models import Case
from plein.identity.models import Resident, Staff
from plein.inbox.models import Channel, HandIn
from plein.kernel.actor import Actor
from plein.kernel.dutch import dutch
from plein.tenants.tenant_model import TenantManager, TenantModel
from plein.webshop.models import Order

LASTS = timedelta(hours=2)  # as long as a resident stays signed in
CONFIRM_WITHIN = timedelta(days=7)
WHY = Purpose("om u te helpen aan de balie of telefoon", "Awb art. 2:1 en AVG art. 6 lid 1 onder e")


class Proof(models.TextChoices):
    """How we know who it is."""

    PASSPORT = "paspoort", gettext_lazy("paspoort of identiteitskaart")
    LICENCE = "rijbewijs", gettext_lazy("rijbewijs")
    RESIDENCE = "verblijfsdocument", gettext_lazy("verblijfsdocument")
    QUESTIONS = "controlevragen", gettext_lazy("controlevragen aan de telefoon")


class SessionState(models.TextChoices):
    STARTED = "gestart", gettext_lazy("nog niet bevestigd")
    CONFIRMED = "bevestigd", gettext_lazy("bevestigd")
    LAPSED = "vervallen", gettext_lazy("vervallen")


class How(models.TextChoices):
    """By which the resident said that it is right."""

    LOGIN = "inloggen", gettext_lazy("de inwoner logde zelf in")
    SIGNATURE = "handtekening", gettext_lazy("handtekening op papier")
    WITNESS = "getuige", gettext_lazy("een tweede medewerker was erbij")


class AssistedSessionQuerySet(models.QuerySet["AssistedSession"]):
    def with_acts(self) -> Self:
        """In which something was done: of the others nothing has to be confirmed."""
        return self.filter(Q(acts__isnull=False) | Q(orders__isnull=False)).distinct()

    def unconfirmed(self) -> Self:
        return self.filter(state=SessionState.STARTED)


AssistedSessionManager = TenantManager.from_queryset(AssistedSessionQuerySet)


class AssistedSession(TenantModel):
    """What is done in it is provisional until the resident confirmed it."""

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    channel = models.TextField(choices=Channel)
    proof = models.TextField(choices=Proof)
    state = models.TextField(choices=SessionState, default=SessionState.STARTED)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)  # confirmed or lapsed
    how = models.TextField(choices=How, blank=True, default="")
    witness = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")

    objects: ClassVar[AssistedSessionManager[Self]] = AssistedSessionManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(witness=None) | ~Q(witness=F("staff")), name="assisted_two_people"
            ),
            models.CheckConstraint(
                condition=Q(state=SessionState.CONFIRMED) & ~Q(how="")
                | ~Q(state=SessionState.CONFIRMED) & Q(how=""),
                name="assisted_confirmed_how",
            ),
        ]

    @property
    @dutch()
    def actor(self) -> Actor:
        """The member of staff, never "as" the resident: every line says that it was together."""
        by = self.staff.actor
        return replace(by, function=_("{function}, samen met u").format(function=by.function))

    def is_open_at(self, moment: datetime) -> bool:
        return self.ended_at is None and moment < self.started_at + LASTS


class AssistedAct(TenantModel):
    """One thing that was done: an aanvraag, or an answer."""

    session = models.ForeignKey(AssistedSession, models.PROTECT, related_name="acts")
    at = models.DateTimeField()
    case = models.OneToOneField(Case, models.PROTECT, null=True, related_name="assisted")
    hand_in = models.OneToOneField(HandIn, models.PROTECT, null=True, related_name="assisted")

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(case=None) ^ Q(hand_in=None), name="assisted_one_thing"
            ),
        ]


class AssistedOrder(TenantModel):
    """What was ordered in the shop: apart, as it goes when the shop forgets whose order it was."""

    session = models.ForeignKey(AssistedSession, models.PROTECT, related_name="orders")
    at = models.DateTimeField()
    order = models.OneToOneField(Order, models.PROTECT, related_name="assisted")

    class Meta:
        ordering = ["at"]
