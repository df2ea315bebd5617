"""One appointment of one resident, about a topic."""

from datetime import datetime, timedelta
from typing import ClassVar, Self
from uuid import uuid4

from django.db import models
from django.db.models import Q

from plein.appointments.models.offer import AppointmentKind, Slot
from plein.appointments.states import MOVES, TAKES_A_PLACE, State
from plein.identity.models import Resident
from plein.inbox.models import Task, Topic
from plein.kernel.actor import NEAR_RESIDENTS
from plein.tenants.tenant_model import TenantManager, TenantModel


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def of(self, resident: Resident) -> Self:
        return self.filter(topic__resident=resident).select_related(
            "kind", "slot__place", "topic", "task"
        )

    def coming(self, moment: datetime) -> Self:
        """Confirmed and not over yet, the first on top."""
        return self.filter(state=State.CONFIRMED, slot__end__gt=moment).order_by("slot__start")


AppointmentManager = TenantManager.from_queryset(AppointmentQuerySet)


class Appointment(TenantModel):
    """`seat` is one of the places of its time: in the database nobody else can sit there."""

    MOVES = MOVES

    kind = models.ForeignKey(AppointmentKind, models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="appointments")
    task = models.ForeignKey(Task, models.PROTECT, null=True, related_name="appointments")
    state = models.TextField(choices=State, default=State.PROPOSED)
    slot = models.ForeignKey(Slot, models.PROTECT, null=True, related_name="appointments")
    seat = models.PositiveSmallIntegerField(null=True)
    moved_from = models.OneToOneField("self", models.PROTECT, null=True, related_name="moved_to")
    entry = models.UUIDField(default=uuid4)  # UID in a calendar: the same through all moves
    offered_at = models.DateTimeField()
    changes = models.PositiveSmallIntegerField(default=0)  # SEQUENCE in a calendar (RFC 5545)
    why = models.TextField(blank=True, default="")  # of a cancellation by us; the resident reads it
    ended_by = models.TextField(choices=NEAR_RESIDENTS, blank=True, default="")

    objects: ClassVar[AppointmentManager[Self]] = AppointmentManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["slot", "seat"],
                condition=Q(state__in=TAKES_A_PLACE),
                name="appointments_seat_once",
            ),
            models.CheckConstraint(
                condition=Q(state=State.PROPOSED, slot=None)
                | Q(state=State.CANCELLED)
                | Q(slot__isnull=False, seat__isnull=False),
                name="appointments_has_a_time",
            ),
        ]

    def is_coming_at(self, moment: datetime) -> bool:
        return self.state == State.CONFIRMED and self.slot is not None and self.slot.end > moment

    def can_be_changed_at(self, moment: datetime) -> bool:
        """By the resident; staff may always."""
        if self.state != State.CONFIRMED or self.slot is None:
            return False
        return moment <= self.slot.start - timedelta(hours=self.kind.notice)
