"""Who may ask for data, for what, and why: registered beforehand, by two people."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.tenants.models import Organisation
from plein.tenants.tenant_model import TenantModel


class Recipient(TenantModel):
    """An organisation that may ask in this municipality (afnemer)."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    may_have_bsn = models.BooleanField(default=False)  # entitled by law (Wabb art. 10)
    contact = models.TextField()  # where a resident can ask questions
    is_admitted = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "organisation"], name="vault_recipient_once"
            )
        ]

    def __str__(self) -> str:
        return self.organisation.name


class UseKind(models.TextChoices):
    """Three kinds of sharing that are never mixed."""

    LAW = "wettelijk", _("omdat de wet het zegt")
    ORDER = "eigen_opdracht", _("omdat u dat zelf wilt regelen")
    CONSENT = "toestemming", _("omdat u het goed vindt")


CONSENT_BASIS = "avg_6_1_a"


class DataUse(TenantModel):
    """What a recipient uses data for (gebruiksdoel): a bundle, a purpose, a basis.

    Consent is free or it is none: it needs the resident's own interest, no disadvantage for who
    says no, and another way to reach the same; and it is never the basis of work that a law rules.
    """

    recipient = models.ForeignKey(Recipient, models.PROTECT, related_name="uses")
    title = models.TextField()  # in the resident's words, after "om"
    bundle = models.TextField()  # key in the catalogue
    basis = models.TextField()  # key in the catalogue
    kind = models.TextField(choices=UseKind)
    optional = ArrayField(models.TextField(), default=list)  # elements that may be left out
    if_refused = models.TextField()  # what happens when the resident says no
    may_keep = models.TextField(blank=True)  # what stays after a withdrawal: law, list, until when
    most_days = models.PositiveIntegerField(default=365)
    own_interest = models.BooleanField(default=False)
    no_disadvantage = models.BooleanField(default=False)
    other_way = models.BooleanField(default=False)
    why_raw = models.TextField(blank=True)  # why a yes or no is not enough
    dpia = models.TextField()  # where the assessment is kept (AVG art. 35)
    review_on = models.DateField()
    registered_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=UseKind.CONSENT, basis=CONSENT_BASIS)
                | (~Q(kind=UseKind.CONSENT) & ~Q(basis=CONSENT_BASIS)),
                name="vault_consent_is_free",
            ),
            models.CheckConstraint(
                condition=~Q(kind=UseKind.CONSENT)
                | Q(own_interest=True, no_disadvantage=True, other_way=True),
                name="vault_consent_checked",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("registered_by")),
                name="vault_use_four_eyes",
            ),
            models.CheckConstraint(condition=Q(most_days__lte=365), name="vault_use_one_year"),
        ]

    @property
    def why(self) -> str:
        """om te kijken of een huurwoning bij uw inkomen past"""
        return _("om {title}").format(title=self.title)

    @property
    def is_open(self) -> bool:
        return self.approved_at is not None and self.ended_at is None
