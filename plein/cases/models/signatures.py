"""The signature of a partner under an aanvraag that two people make together."""

from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.cases.models.cases import Case
from plein.identity.models import Resident
from plein.kernel.clock import local_day
from plein.tenants.tenant_model import TenantManager, TenantModel

SIGN_WITHIN = timedelta(days=14)


class SignatureState(models.TextChoices):
    ASKED = "gevraagd", _("gevraagd")
    SIGNED = "getekend", _("getekend")
    REFUSED = "geweigerd", _("tekent niet")
    WITHDRAWN = "ingetrokken", _("niet meer nodig")


STANDING = (SignatureState.ASKED, SignatureState.SIGNED)  # then nobody else is asked


class SignatureQuerySet(models.QuerySet["Signature"]):
    def asked(self) -> Self:
        return self.filter(state=SignatureState.ASKED)

    def standing(self) -> Self:
        return self.filter(state__in=STANDING)

    def of(self, signer: Resident) -> Self:
        return self.filter(signer=signer)


SignatureManager = TenantManager.from_queryset(SignatureQuerySet)


class Signature(TenantModel):
    """Asked of another person than who made the aanvraag: the database refuses the same one.

    What is settled never changes. `why_sealed` is why not, for who would sign and for staff.
    """

    MOVES = {
        SignatureState.ASKED: {
            SignatureState.SIGNED,
            SignatureState.REFUSED,
            SignatureState.WITHDRAWN,
        },
        SignatureState.SIGNED: set(),
        SignatureState.REFUSED: set(),
        SignatureState.WITHDRAWN: set(),
    }

    case = models.ForeignKey(Case, models.PROTECT, related_name="signatures")
    signer = models.ForeignKey(Resident, models.PROTECT, related_name="signatures")
    state = models.TextField(choices=SignatureState, default=SignatureState.ASKED)
    asked_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    proof = models.TextField(blank=True, default="")  # `proof_of` the case when it was signed
    why_sealed = models.BinaryField(default=b"")

    objects: ClassVar[SignatureManager[Self]] = SignatureManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "signer"], name="cases_signature_once"),
            models.CheckConstraint(
                condition=Q(state=SignatureState.ASKED, settled_at=None)
                | ~Q(state=SignatureState.ASKED) & Q(settled_at__isnull=False),
                name="cases_signature_settled",
            ),
            models.CheckConstraint(
                condition=Q(state=SignatureState.SIGNED) & ~Q(proof="")
                | ~Q(state=SignatureState.SIGNED) & Q(proof=""),
                name="cases_signature_proof",
            ),
        ]

    @property
    def is_asked(self) -> bool:
        return self.state == SignatureState.ASKED

    @property
    def is_standing(self) -> bool:
        return self.state in STANDING

    @property
    def due_on(self) -> date:
        """The last day; who is later may still sign."""
        return last_day_to_sign(self.asked_at)


def last_day_to_sign(asked_at: datetime) -> date:
    return local_day(asked_at) + SIGN_WITHIN


def proof_of(case: Case) -> str:
    """A digest of what is signed: this number, these words of the case type, from this day."""
    of = (case.number, case.case_type.key, case.case_type.version, case.received_on.isoformat())
    return sha256("\n".join(map(str, of)).encode()).hexdigest()
