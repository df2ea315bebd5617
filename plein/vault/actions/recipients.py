"""Recipients and their uses: registered by one, approved by another, before anybody asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.tenants.models import Organisation
from plein.vault.catalogue import catalogue
from plein.vault.models import CONSENT_BASIS, DataUse, Recipient, UseKind


class RecipientIsKnown(Refusal):
    message = _("Deze organisatie staat al op de lijst.")


class ConsentIsNotFree(Refusal):
    message = _(
        "Toestemming mag alleen als de inwoner er zelf iets aan heeft, geen nadeel heeft van nee, "
        "en er een andere weg is. Kies anders een wettelijke grondslag."
    )


class BasisDoesNotFit(Refusal):
    message = _("Bij {kind} past de grondslag {law} niet. Kies een andere.")


class NotForThisRecipient(Refusal):
    message = _("{element} mag deze organisatie niet krijgen. Kies een ander pakket.")


class AnswerWouldDo(Refusal):
    message = _(
        "Voor {element} is een ja of nee genoeg: {answer}. Kies dat, of schrijf op waarom niet."
    )


class SecondPersonNeeded(Refusal):
    message = _("Iemand anders moet dit goedkeuren.")


class AlreadyDecided(Refusal):
    message = _("Hierover is al besloten.")


@dataclass(frozen=True, slots=True)
class UsePlan:
    """What staff fill in for a use; see `DataUse` for the fields."""

    title: str
    bundle: str
    basis: str
    kind: UseKind
    if_refused: str
    dpia: str
    review_on: date
    optional: Sequence[str] = ()
    may_keep: str = ""
    most_days: int = 365
    own_interest: bool = False
    no_disadvantage: bool = False
    other_way: bool = False
    why_raw: str = ""


@transaction.atomic
def admit_recipient(
    organisation: Organisation, *, may_have_bsn: bool, contact: str, by: Staff, at: datetime
) -> Recipient:
    """Let an organisation ask here. Raises `RecipientIsKnown`."""
    if Recipient.objects.filter(organisation=organisation).exists():
        raise RecipientIsKnown
    recipient = Recipient.objects.create(
        organisation=organisation, may_have_bsn=may_have_bsn, contact=contact
    )
    record("vault.recipient.admitted", on=recipient, by=by.actor, at=at)
    return recipient


@transaction.atomic
def register_use(recipient: Recipient, plan: UsePlan, *, by: Staff, at: datetime) -> DataUse:
    """Write down what a recipient wants to ask; it counts once somebody else approves.

    Raises `ConsentIsNotFree`, `BasisDoesNotFit`, `NotForThisRecipient` and `AnswerWouldDo`.
    """
    _check_kind(plan)
    _check_elements(recipient, plan)
    use = DataUse.objects.create(
        recipient=recipient,
        title=plan.title,
        bundle=plan.bundle,
        basis=plan.basis,
        kind=plan.kind,
        optional=list(plan.optional),
        if_refused=plan.if_refused,
        may_keep=plan.may_keep,
        most_days=plan.most_days,
        own_interest=plan.own_interest,
        no_disadvantage=plan.no_disadvantage,
        other_way=plan.other_way,
        why_raw=plan.why_raw,
        dpia=plan.dpia,
        review_on=plan.review_on,
        registered_by=by,
    )
    record("vault.use.registered", on=use, by=by.actor, at=at, bundle=plan.bundle)
    return use


@transaction.atomic
def approve_use(use: DataUse, *, by: Staff, at: datetime) -> None:
    """From now on the recipient can ask. Raises `SecondPersonNeeded`, `AlreadyDecided`."""
    use = DataUse.objects.select_for_update().get(pk=use.pk)
    if use.approved_at or use.ended_at:
        raise AlreadyDecided
    if use.registered_by_id == by.pk:
        raise SecondPersonNeeded
    use.approved_by, use.approved_at = by, at
    use.save(update_fields=["approved_by", "approved_at"])
    record("vault.use.approved", on=use, by=by.actor, at=at)


@transaction.atomic
def end_use(use: DataUse, *, by: Staff, at: datetime) -> None:
    """Nobody can ask or read for this any more, also not under a grant that still runs."""
    DataUse.objects.filter(pk=use.pk, ended_at=None).update(ended_at=at)
    record("vault.use.ended", on=use, by=by.actor, at=at)


def _check_kind(plan: UsePlan) -> None:
    by_consent = plan.kind == UseKind.CONSENT
    if by_consent and not (plan.own_interest and plan.no_disadvantage and plan.other_way):
        raise ConsentIsNotFree
    if by_consent != (plan.basis == CONSENT_BASIS):
        raise BasisDoesNotFit(kind=plan.kind.label, law=catalogue().bases[plan.basis].law)


def _check_elements(recipient: Recipient, plan: UsePlan) -> None:
    found = catalogue()
    for key in found.bundles[plan.bundle].elements:
        element = found.elements.get(key)
        if element is None:
            continue  # a derived answer is for everybody
        care = found.care_of(element)
        if care.never_to_partners:
            raise NotForThisRecipient(element=element.nl)
        answers = [each for each in found.derived.values() if each.sources == (key,)]
        if answers and not recipient.may_have_bsn and not plan.why_raw:
            raise AnswerWouldDo(element=element.nl, answer=answers[0].nl)
