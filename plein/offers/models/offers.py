"""What an organisation offers, and its versions: the municipality reads each text first."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.tenants.tenant_model import TenantManager, TenantModel
from plein.vault.models import Recipient


class Kind(models.TextChoices):
    JOB = "vacature", _("betaald werk")
    VOLUNTEERING = "vrijwilligerswerk", _("vrijwilligerswerk")
    ACTIVITY = "activiteit", _("activiteit")
    COURSE = "cursus", _("cursus")


class Language(models.TextChoices):
    """How much Dutch is needed, by the levels of the Council of Europe."""

    NONE = "geen", _("geen Nederlands nodig")
    A1 = "A1", _("een paar woorden Nederlands")
    A2 = "A2", _("eenvoudig Nederlands")
    B1 = "B1", _("redelijk Nederlands")
    B2 = "B2", _("goed Nederlands")


class Status(models.TextChoices):
    DRAFT = "concept", _("concept")
    WAITING = "wacht", _("wacht op de gemeente")
    POSTED = "geplaatst", _("geplaatst")
    REFUSED = "afgewezen", _("afgewezen")
    REPLACED = "vervangen", _("vervangen door een nieuwe tekst")
    CLOSED = "gesloten", _("gesloten")


def as_sentences(texts: Iterable[str]) -> str:
    """A title is a sentence of its own, also without a full stop."""
    said = [text.strip() for text in texts if text.strip()]
    return " ".join(text if text[-1] in ".!?" else f"{text}." for text in said)


class Offer(TenantModel):
    """Of one organisation in one municipality; `closed_on` is from when nobody can respond."""

    recipient = models.ForeignKey(Recipient, models.PROTECT, related_name="offers")
    made_at = models.DateTimeField()
    closed_on = models.DateField(null=True)


class OfferVersionQuerySet(models.QuerySet["OfferVersion"]):
    def posted_on(self, day: date) -> Self:
        """What residents see: posted, on its days, of an organisation that may be here."""
        return self.filter(
            status=Status.POSTED,
            starts_on__lte=day,
            ends_on__gte=day,
            offer__recipient__is_admitted=True,
        )

    def once_posted(self) -> Self:
        """What residents see or saw."""
        return self.filter(reviewed_by__isnull=False).exclude(status=Status.REFUSED)

    def waiting(self) -> Self:
        """For somebody of the municipality."""
        return self.filter(status=Status.WAITING, offer__recipient__is_admitted=True)


OfferVersionManager = TenantManager.from_queryset(OfferVersionQuerySet)


class OfferVersion(TenantModel):
    """The text of an offer. A posted one stays to be read while the next waits."""

    MOVES = {
        Status.DRAFT: {Status.WAITING, Status.REPLACED, Status.CLOSED},
        Status.WAITING: {Status.POSTED, Status.REFUSED, Status.REPLACED, Status.CLOSED},
        Status.POSTED: {Status.REPLACED, Status.CLOSED},
        Status.REFUSED: set(),
        Status.REPLACED: set(),
        Status.CLOSED: set(),
    }

    offer = models.ForeignKey(Offer, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    status = models.TextField(choices=Status, default=Status.DRAFT)
    kind = models.TextField(choices=Kind)
    title = models.TextField()
    text = models.TextField()
    place = models.TextField()
    hours = models.TextField()
    asks = models.TextField(blank=True)
    language = models.TextField(choices=Language)
    contact = models.TextField()  # a function, such as "de planner": nobody's name
    places = models.PositiveSmallIntegerField(null=True)  # None: no limit
    starts_on = models.DateField()
    ends_on = models.DateField()  # the last day to respond
    made_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)  # why it was refused, for the organisation

    objects: ClassVar[OfferVersionManager[Self]] = OfferVersionManager()

    class Meta:
        indexes = [models.Index(fields=["municipality", "status"], name="offers_version_status")]
        constraints = [
            models.UniqueConstraint(fields=["offer", "number"], name="offers_version_number"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="offers_version_days"
            ),
            models.CheckConstraint(
                condition=Q(places=None) | Q(places__gte=1), name="offers_version_places"
            ),
            models.CheckConstraint(
                condition=Q(status=Status.REFUSED) & ~Q(reason="")
                | ~Q(status=Status.REFUSED) & Q(reason=""),
                name="offers_refused_with_reason",
            ),
            models.UniqueConstraint(
                fields=["offer"], condition=Q(status=Status.POSTED), name="offers_one_posted"
            ),
            models.UniqueConstraint(
                fields=["offer"],
                condition=Q(status__in=[Status.DRAFT, Status.WAITING]),
                name="offers_one_to_come",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def judged_text(self) -> str:
        """All that a resident reads of it, for the meter of plain language."""
        return as_sentences([self.title, self.text, self.hours, self.asks])
