"""One aanvraag on its way to a decision: its type, its steps, its term and its outcome."""

from datetime import date, timedelta
from functools import cached_property
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from plein.cases.case_type import CaseTypeDocument, Step, read_case_type
from plein.cases.models.dossiers import Dossier
from plein.cases.phases import MOVES, OPEN, Phase
from plein.cases.terms import TermEvent, TermKind
from plein.identity.models import Staff
from plein.inbox.models import Channel, Topic
from plein.tenants.models import Organisation
from plein.tenants.tenant_model import TenantManager, TenantModel


class CaseType(TenantModel):
    """A published version never changes: running cases keep the one they began with."""

    key = models.TextField()  # folder of the regeling
    version = models.PositiveIntegerField()
    document = models.JSONField()
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "key", "version"], name="cases_type_version"
            )
        ]

    def __str__(self) -> str:
        return self.read.name

    @property
    def slug(self) -> str:
        return self.key.replace("_", "-")

    @cached_property
    def read(self) -> CaseTypeDocument:
        return read_case_type(self.document)


LAST = "zzzzzzzz"  # comes after whatever a number ends with


class CaseQuerySet(models.QuerySet["Case"]):
    def running(self) -> Self:
        return self.filter(phase__in=sorted(OPEN))

    def numbered(self, beginning: str) -> Self:
        """Whose number begins like this; between two ends, so that its index is used."""
        return self.filter(number__gte=beginning, number__lte=f"{beginning}{LAST}")


CaseManager = TenantManager.from_queryset(CaseQuerySet)


class Case(TenantModel):
    """`last_day` is worked out from `TermRow` and kept for lists; it is the last day in time."""

    MOVES = MOVES

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="cases")
    topic = models.OneToOneField(Topic, models.PROTECT, related_name="case")
    case_type = models.ForeignKey(CaseType, models.PROTECT, related_name="+")
    number = models.TextField()  # what people name on the phone
    phase = models.TextField(choices=Phase, default=Phase.RECEIVED)
    step = models.TextField()
    received_on = models.DateField()  # the day it counts from
    filed_at = models.DateTimeField()
    channel = models.TextField(choices=Channel, default=Channel.ONLINE)
    handler = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    last_day = models.DateField()
    suspended_since = models.DateField(null=True)
    waits_for = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    objects: ClassVar[CaseManager[Self]] = CaseManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="cases_number"),
            models.CheckConstraint(
                condition=Q(suspended_since=None)
                | Q(phase__in=[Phase.WAITING_RESIDENT, Phase.WAITING_OTHER]),
                name="cases_suspended_waits",
            ),
            models.CheckConstraint(
                condition=Q(phase=Phase.WAITING_OTHER, waits_for__isnull=False)
                | ~Q(phase=Phase.WAITING_OTHER) & Q(waits_for=None),
                name="cases_waits_for_whom",
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "last_day", "filed_at"],
                condition=Q(phase__in=sorted(OPEN)),
                name="cases_running",
            ),
            models.Index(
                fields=["municipality", "handler", "last_day", "filed_at"],
                condition=Q(phase__in=sorted(OPEN)),
                name="cases_running_by_handler",
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.phase in OPEN

    @property
    def current_step(self) -> Step:
        return self.case_type.read.step(self.step)

    def is_late_on(self, day: date) -> bool:
        return self.is_open and self.suspended_since is None and day > self.last_day


class PhaseChange(TenantModel):
    """A station that was passed; the last one is where the case is. Append-only."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="changes")
    phase = models.TextField(choices=Phase)
    step = models.TextField()
    at = models.DateTimeField()
    team = models.TextField(blank=True)
    why = models.TextField(blank=True)


class TermRow(TenantModel):
    """What happened to the term to decide. Append-only: the term is worked out from it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="term_rows")
    number = models.PositiveSmallIntegerField()  # the order in which it happened
    kind = models.TextField(choices=[(kind.value, kind.value) for kind in TermKind])
    on = models.DateField()
    days = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="cases_term_row_order")
        ]

    @property
    def event(self) -> TermEvent:
        return TermEvent(TermKind(self.kind), self.on, self.days)


class Decision(TenantModel):
    """What was decided; `explanation_sealed` is what the resident reads. One per case and date."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="decisions")
    result = models.TextField()  # key of a result of the case type
    explanation_sealed = models.BinaryField()
    decided_on = models.DateField()
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    object_until = models.DateField()  # the last day to object (Awb 6:7)

    def can_object_on(self, day: date) -> bool:
        return day <= self.object_until


class ProvisionQuerySet(models.QuerySet["Provision"]):
    def on(self, day: date) -> Self:
        return self.filter(Q(until=None) | Q(until__gt=day))


ProvisionManager = TenantManager.from_queryset(ProvisionQuerySet)


class Provision(TenantModel):
    """What a decision gives: how much, from which day, and until when if it ends."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="provision")
    what = models.TextField()
    amount = models.PositiveIntegerField(null=True)  # cents
    start = models.DateField()
    until = models.DateField(null=True)  # not in it
    ended_because = models.TextField(blank=True, default="")

    objects: ClassVar[ProvisionManager[Self]] = ProvisionManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("start")), name="cases_provision_dates"
            ),
        ]

    @property
    def last_day(self) -> date | None:
        return self.until - timedelta(days=1) if self.until else None
