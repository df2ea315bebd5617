"""An aanvraag that is being filled in, and later what was in it when it was filed."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.cases.models import Case, CaseType
from plein.documents.models import Document
from plein.identity.models import Resident
from plein.tenants.tenant_model import TenantManager, TenantModel


class ApplicationState(models.TextChoices):
    DRAFT = "concept", _("nog niet verstuurd")
    FILED = "ingediend", _("verstuurd")
    DROPPED = "gestopt", _("gestopt")


class ApplicationQuerySet(models.QuerySet["Application"]):
    def drafts_of(self, resident: Resident) -> Self:
        """The last changed first."""
        found = self.filter(resident=resident, state=ApplicationState.DRAFT)
        return found.select_related("case_type", "resident").order_by("-changed_at")


ApplicationManager = TenantManager.from_queryset(ApplicationQuerySet)


class Application(TenantModel):
    """`answers_sealed` are `Answers`; once filed they are the copy of what was sent, for good.

    A draft keeps the version of its case type with which it began. Dropped, it holds no answers.
    """

    MOVES = {
        ApplicationState.DRAFT: {ApplicationState.FILED, ApplicationState.DROPPED},
        ApplicationState.FILED: set(),
        ApplicationState.DROPPED: set(),
    }

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="applications")
    case_type = models.ForeignKey(CaseType, models.PROTECT, related_name="+")
    key = models.TextField()  # of the case type: one draft of a kind
    state = models.TextField(choices=ApplicationState, default=ApplicationState.DRAFT)
    answers_sealed = models.BinaryField(default=b"")
    step = models.TextField(blank=True, default="")  # where somebody was last
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    filed_at = models.DateTimeField(null=True)
    asked = models.PositiveSmallIntegerField(null=True)  # when it was sent: told by the resident
    known = models.PositiveSmallIntegerField(null=True)  # and what we knew, and was right
    case = models.OneToOneField(Case, models.PROTECT, null=True, related_name="application")

    objects: ClassVar[ApplicationManager[Self]] = ApplicationManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["resident", "key"],
                condition=Q(state=ApplicationState.DRAFT),
                name="intake_one_draft",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=ApplicationState.FILED, case__isnull=False, filed_at__isnull=False
                )
                | ~Q(state=ApplicationState.FILED) & Q(case=None, filed_at=None),
                name="intake_filed_is_a_case",
            ),
        ]

    @property
    def is_draft(self) -> bool:
        return self.state == ApplicationState.DRAFT


class ApplicationPaper(TenantModel):
    """A photo or paper that answers a question; with a draft it goes, sent it stays in the case."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="papers")
    question = models.TextField()
    document = models.OneToOneField(Document, models.PROTECT, related_name="+")


class StepTime(TenantModel):
    """How long somebody was busy with a step, with pauses left out; kept for the figures."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="step_times")
    step = models.TextField()
    seconds = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "step"], name="intake_step_once")
        ]
