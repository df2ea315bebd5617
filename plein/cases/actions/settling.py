"""A signature that was asked comes to its end, once: with its line for both logs."""

from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.audit.actions import record
from plein.cases.models import Case, Signature, SignatureState
from plein.cases.models.signatures import SignatureQuerySet
from plein.delivery.actions.moving import lapse
from plein.delivery.models import Delivery
from plein.identity.gate import seal_for
from plein.inbox import event_words as said
from plein.inbox.timeline import tell
from plein.kernel.actor import Actor
from plein.kernel.dutch import dutch
from plein.kernel.refusal import Refusal

WHY_NOT = "reden bij een handtekening"  # element in the log of looks
OUTCOMES = {
    SignatureState.SIGNED: ("cases.signature.signed", said.SIGNATURE_SIGNED),
    SignatureState.REFUSED: ("cases.signature.refused", said.SIGNATURE_REFUSED),
    SignatureState.WITHDRAWN: ("cases.signature.withdrawn", said.SIGNATURE_WITHDRAWN),
}


class NoLongerAsked(Refusal):
    message = gettext_lazy("Deze handtekening wordt niet meer gevraagd.")


def locked_signature(signature: Signature) -> Signature:
    """Who clicks at the same moment waits, and then finds it settled."""
    return _locked().get(pk=signature.pk)


def settle(
    signature: Signature,
    state: SignatureState,
    *,
    by: Actor,
    at: datetime,
    proof: str = "",
    why: str = "",
) -> Signature:
    """The signature is locked. Raises `NoLongerAsked`."""
    if state not in Signature.MOVES[SignatureState(signature.state)]:
        raise NoLongerAsked
    signature.state, signature.settled_at, signature.proof = state, at, proof
    if why:
        signature.why_sealed = seal_for(signature.signer, signature.pk, WHY_NOT, why)
    signature.save()
    lapse(Delivery.objects.filter(key=key_of_word(signature)).values_list("pk", flat=True))
    act, event = OUTCOMES[state]
    record(act, on=signature, by=by, at=at)
    tell(event, signature.case.topic, by=_on_timeline(signature, by), at=at)
    return signature


def stop_asking(case: Case, *, by: Actor, at: datetime) -> None:
    """Nobody has to sign what ends before the decision."""
    for signature in _locked().asked().filter(case=case):
        settle(signature, SignatureState.WITHDRAWN, by=by, at=at)


def key_of_word(signature: Signature) -> str:
    return f"handtekening:{signature.pk}"


def _locked() -> SignatureQuerySet:
    found: SignatureQuerySet = Signature.objects.select_related(
        "signer", "case__case_type", "case__topic"
    )
    return found.select_for_update(of=["self"])


@dutch()
def _on_timeline(signature: Signature, by: Actor) -> Actor:
    """Who made the aanvraag reads there who did it."""
    if by.id == str(signature.signer_id):
        return replace(by, organisation=_("uw partner"))
    return by
