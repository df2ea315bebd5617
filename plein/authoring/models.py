"""A journey that is being written, whose journeys we trust, and what others may take over."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.cases.models import CaseType
from plein.identity.models import Staff
from plein.tenants.tenant_model import TenantManager, TenantModel


class DraftState(models.TextChoices):
    DRAFT = "concept", _("concept")
    OFFERED = "aangeboden", _("aangeboden")
    RETURNED = "teruggestuurd", _("teruggestuurd")
    PUBLISHED = "gepubliceerd", _("gepubliceerd")
    DROPPED = "weg", _("weggehaald")


MAY_CHANGE = (DraftState.DRAFT, DraftState.RETURNED)
OPEN = (*MAY_CHANGE, DraftState.OFFERED)


class Origin(TenantModel):
    """A municipality whose key somebody here confirmed; `thumbprint` is of that key (RFC 7638)."""

    host = models.TextField()
    name = models.TextField()
    thumbprint = models.TextField()
    confirmed_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "host", "thumbprint"], name="authoring_origin_key"
            )
        ]

    def __str__(self) -> str:
        return self.name


class JourneyDraftQuerySet(models.QuerySet["JourneyDraft"]):
    def open(self) -> Self:
        return self.filter(state__in=OPEN).order_by("key")

    def offered(self) -> Self:
        return self.filter(state=DraftState.OFFERED)

    def adopted(self, key: str) -> Self:
        """The newest first; what was dropped took nothing over."""
        found = self.exclude(state=DraftState.DROPPED).filter(key=key, origin__isnull=False)
        return found.select_related("origin").order_by("-begun_at")


JourneyDraftManager = TenantManager.from_queryset(JourneyDraftQuerySet)


class JourneyDraft(TenantModel):
    """One open draft of a key. It may hold problems; then it cannot be offered.

    `edition` counts what was kept, so that nobody writes over a colleague. `origin_document` is
    what was taken over, to see later what changed there and what was adapted here.
    """

    MOVES = {
        DraftState.DRAFT: {DraftState.OFFERED, DraftState.DROPPED},
        DraftState.OFFERED: {DraftState.PUBLISHED, DraftState.RETURNED},
        DraftState.RETURNED: {DraftState.OFFERED, DraftState.DROPPED},
        DraftState.PUBLISHED: set(),
        DraftState.DROPPED: set(),
    }

    key = models.TextField()  # of the case type that it becomes
    document = models.JSONField()
    edition = models.PositiveIntegerField(default=1)
    based_on = models.ForeignKey(CaseType, models.PROTECT, null=True, related_name="+")
    state = models.TextField(choices=DraftState, default=DraftState.DRAFT)
    begun_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    offered_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    offered_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)  # published, or sent back
    why_returned = models.TextField(blank=True, default="")
    published = models.OneToOneField(CaseType, models.PROTECT, null=True, related_name="draft")
    origin = models.ForeignKey(Origin, models.PROTECT, null=True, related_name="+")
    origin_key = models.TextField(blank=True, default="")
    origin_version = models.PositiveIntegerField(null=True)
    origin_document = models.JSONField(null=True)

    objects: ClassVar[JourneyDraftManager[Self]] = JourneyDraftManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "key"],
                condition=Q(state__in=OPEN),
                name="authoring_one_open_draft",
            ),
            models.CheckConstraint(
                condition=~Q(state=DraftState.PUBLISHED)
                | Q(offered_by__isnull=False, decided_by__isnull=False, published__isnull=False)
                & ~Q(decided_by=F("offered_by")),
                name="authoring_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(origin=None, origin_version=None)
                | Q(origin__isnull=False, origin_version__isnull=False),
                name="authoring_origin_has_a_version",
            ),
        ]

    def __str__(self) -> str:
        name = self.document.get("name", "")
        return str(name.get("nl", "") if isinstance(name, dict) else name) or self.key

    @property
    def may_be_changed(self) -> bool:
        return self.state in MAY_CHANGE

    @property
    def languages(self) -> list[str]:
        found = self.document.get("languages")
        return found if isinstance(found, list) and found else ["nl"]


class SharedJourney(models.Model):
    """What a municipality lets all others on this installation take over: signed, and public.

    It is of nobody's municipality: whose it is, is said by the signature in the package.
    """

    host = models.TextField()
    key = models.TextField()
    version = models.PositiveIntegerField()
    municipality_name = models.TextField()
    name = models.TextField()
    package = models.TextField()
    shared_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["host", "key"], name="authoring_shared_once")
        ]

    def __str__(self) -> str:
        return self.name
