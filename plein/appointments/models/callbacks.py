"""Wij bellen u terug: a resident asks for a call, and when we owe it."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Resident, Staff
from plein.inbox.models import Page, Topic
from plein.tenants.tenant_model import TenantManager, TenantModel


class CallState(models.TextChoices):
    ASKED = "gevraagd", _("wij bellen u")
    MISSED = "geen_gehoor", _("wij bellen nog een keer")
    CALLED = "gebeld", _("wij hebben gebeld")
    UNREACHED = "niet_bereikt", _("u nam niet op")
    WITHDRAWN = "ingetrokken", _("ingetrokken")


WAITING = (CallState.ASKED, CallState.MISSED)  # for us


class DayPart(models.TextChoices):
    MORNING = "ochtend", _("In de ochtend")
    AFTERNOON = "middag", _("In de middag")
    ANY = "maakt_niet_uit", _("Dat maakt niet uit")


class CallBackQuerySet(models.QuerySet["CallBack"]):
    def of(self, resident: Resident) -> Self:
        return self.filter(topic__resident=resident)

    def waiting(self) -> Self:
        """For a call of ours, the first promised on top."""
        return self.filter(state__in=WAITING).order_by("call_by", "asked_at", "pk")


CallBackManager = TenantManager.from_queryset(CallBackQuerySet)


class CallBack(TenantModel):
    """`call_by` is the last day of our promise. Asked no longer: then number and subject go."""

    MOVES = {
        CallState.ASKED: {CallState.CALLED, CallState.MISSED, CallState.WITHDRAWN},
        CallState.MISSED: {CallState.CALLED, CallState.UNREACHED, CallState.WITHDRAWN},
        CallState.CALLED: set(),
        CallState.UNREACHED: set(),
        CallState.WITHDRAWN: set(),
    }

    topic = models.OneToOneField(Topic, models.PROTECT, related_name="callback")
    # To call, and to know what about; until `KEPT` after it closed (actions/forgetting.py).
    phone_sealed = models.BinaryField()
    subject_sealed = models.BinaryField()
    part = models.TextField(choices=DayPart, default=DayPart.ANY)
    page = models.TextField(choices=Page, blank=True, default="")  # only with their yes
    state = models.TextField(choices=CallState, default=CallState.ASKED)
    asked_at = models.DateTimeField()
    call_by = models.DateField()
    closed_at = models.DateTimeField(null=True)
    handler = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")

    objects: ClassVar[CallBackManager[Self]] = CallBackManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=WAITING, closed_at=None)
                | ~Q(state__in=WAITING) & Q(closed_at__isnull=False),
                name="appointments_call_closed_at",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "state", "call_by"], name="appointments_call_list")
        ]

    @property
    def is_open(self) -> bool:
        return self.state in WAITING

    @property
    def is_forgotten(self) -> bool:
        return not self.phone_sealed

    def is_late_on(self, day: date) -> bool:
        return self.is_open and day > self.call_by
