"""One aanvraag on its way to a decision, and the type it is of."""

from datetime import date
from functools import lru_cache
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language

from plein.cases.models.dossiers import Dossier
from plein.identity.models import Staff
from plein.inbox.models import Channel, Topic
from plein.journeys.journey import Journey
from plein.journeys.languages import DUTCH
from plein.journeys.phases import MOVES, OPEN, Phase
from plein.journeys.reading import read_journey
from plein.journeys.stations import Station
from plein.tenants.models import Organisation
from plein.tenants.tenant_model import TenantManager, TenantModel

VERSIONS = 512  # kept as they were read; a published one never changes


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

    @property
    def read(self) -> Journey:
        """In the language of who reads it; where it has none, in Dutch."""
        return self.read_in(get_language() or DUTCH)

    def read_in(self, language: str) -> Journey:
        return _read(self, language)

    @property
    def in_dutch(self) -> Journey:
        """For what is kept or sent, whoever does it."""
        return self.read_in(DUTCH)


@lru_cache(maxsize=VERSIONS)
def _read(case_type: CaseType, language: str) -> Journey:
    return read_journey(case_type.document, language=language)


LAST = "zzzzzzzz"  # comes after whatever a number ends with


class CaseQuerySet(models.QuerySet["Case"]):
    def running(self) -> Self:
        return self.filter(phase__in=sorted(OPEN))

    def numbered(self, beginning: str) -> Self:
        """Whose number begins like this; between two ends, so that its index is used."""
        return self.filter(number__gte=beginning, number__lte=f"{beginning}{LAST}")


CaseManager = TenantManager.from_queryset(CaseQuerySet)


class Case(TenantModel):
    """`last_day` is worked out from `TermRow` and kept for lists; it is the last day in time.

    Of a melding it is the day until which we wait for the aanvraag; no term runs yet.
    """

    MOVES = MOVES

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="cases")
    topic = models.OneToOneField(Topic, models.PROTECT, related_name="case")
    case_type = models.ForeignKey(CaseType, models.PROTECT, related_name="+")
    number = models.TextField()  # what people name on the phone
    phase = models.TextField(choices=Phase, default=Phase.RECEIVED)
    step = models.TextField()
    files_from = models.DateField(null=True)  # before it the aanvraag waits (Pw art. 41 lid 4)
    reported_on = models.DateField(null=True)  # of the melding: never changes
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
    def current_step(self) -> Station:
        return self.case_type.read.station(self.step)

    def is_late_on(self, day: date) -> bool:
        if self.phase == Phase.REPORTED:
            return False
        return self.is_open and self.suspended_since is None and day > self.last_day
