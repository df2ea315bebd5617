"""The partner signs, or does not: as themselves, and whoever else asks is refused."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.cases.actions.settling import locked_signature, settle
from plein.cases.models import Signature, SignatureState
from plein.cases.models.signatures import proof_of
from plein.identity.models import Resident
from plein.kernel.refusal import Refusal


class NotYoursToSign(Refusal):
    message = _("Deze handtekening wordt niet van u gevraagd.")


@transaction.atomic
def sign(signature: Signature, *, by: Resident, at: datetime) -> Signature:
    """The same click twice is one signature. Raises `NotYoursToSign` and `NoLongerAsked`."""
    signature = _own(signature, by)
    if signature.state == SignatureState.SIGNED:
        return signature
    proof = proof_of(signature.case)
    return settle(signature, SignatureState.SIGNED, proof=proof, by=by.actor, at=at)


@transaction.atomic
def refuse_to_sign(signature: Signature, why: str, *, by: Resident, at: datetime) -> Signature:
    """`why` may be empty, and is for staff alone. Raises as `sign`."""
    signature = _own(signature, by)
    if signature.state == SignatureState.REFUSED:
        return signature
    why = why.strip()
    return settle(signature, SignatureState.REFUSED, why=why, by=by.actor, at=at)


def _own(signature: Signature, by: Resident) -> Signature:
    """Persons are compared, not the sessions in which they came."""
    signature = locked_signature(signature)
    if signature.signer_id != by.pk:
        raise NotYoursToSign
    return signature
