"""A second person is asked to sign along; staff may ask it, and may let it go."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.cases.actions.moving import MoveNotAllowed, WhyNeeded, locked
from plein.cases.actions.settling import key_of_word, locked_signature, settle
from plein.cases.models import Case, Signature, SignatureState
from plein.cases.signers import other_adults, partner_of
from plein.delivery.actions.planning import send_word
from plein.delivery.notices import Notice
from plein.identity.models import Resident
from plein.inbox import event_words as said
from plein.inbox.timeline import tell
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal


class SignedAlone(Refusal):
    message = _("Voor deze aanvraag is geen tweede handtekening nodig.")


class SignsTwice(Refusal):
    message = _("Wie de aanvraag deed, kan niet ook als partner tekenen.")


class NotAtHome(Refusal):
    message = _("Alleen een volwassene uit hetzelfde huishouden kan tekenen.")


class AskedBefore(Refusal):
    message = _("Deze handtekening is al gevraagd.")


def ask_partner(case: Case, *, by: Actor, at: datetime) -> Signature | None:
    """In the transaction that opens the case: of the partner on the day from which it counts."""
    if not case.case_type.read.signed_by_partner:
        return None
    partner = partner_of(case.dossier.resident, case.received_on)
    return _ask(case, partner, by=by, at=at) if partner else None


@transaction.atomic
def ask_to_sign(case: Case, signer: Resident, *, by: Actor, at: datetime) -> Signature:
    """Staff found out who it is.

    Raises `MoveNotAllowed`, `SignedAlone`, `SignsTwice`, `NotAtHome` and `AskedBefore`.
    """
    case = locked(case)
    if not case.is_open:
        raise MoveNotAllowed(phase=case.get_phase_display())
    if not case.case_type.read.signed_by_partner:
        raise SignedAlone
    if signer.pk == case.topic.resident_id:
        raise SignsTwice
    adults = other_adults(case.topic.resident, local_day(at))
    if signer.pk not in {member.resident_id for member in adults}:
        raise NotAtHome
    if case.signatures.of(signer).exists() or case.signatures.standing().exists():
        raise AskedBefore
    return _ask(case, signer, by=by, at=at)


@transaction.atomic
def withdraw_request(signature: Signature, why: str, *, by: Actor, at: datetime) -> Signature:
    """Who would sign reads why. Raises `WhyNeeded` and `NoLongerAsked`."""
    if not why.strip():
        raise WhyNeeded
    signature = locked_signature(signature)
    return settle(signature, SignatureState.WITHDRAWN, why=why.strip(), by=by, at=at)


def _ask(case: Case, signer: Resident, *, by: Actor, at: datetime) -> Signature:
    """Word of it names no aanvraag: that is of another person."""
    signature = Signature.objects.create(case=case, signer=signer, asked_at=at)
    record("cases.signature.asked", on=signature, by=by, at=at)
    tell(said.SIGNATURE_ASKED, case.topic, by=by, at=at)
    send_word(signer, Notice.SIGNATURE, key=key_of_word(signature), day=signature.due_on, at=at)
    return signature
