"""A shop or club signs itself up; staff admit it or say no, and it hears by e-mail."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.invitations import invite
from plein.identity.models import ProviderUser, Staff
from plein.kernel.actor import system
from plein.kernel.iban import read_iban
from plein.kernel.refusal import Refusal
from plein.tenants.models import Organisation
from plein.tenants.scope import current_id
from plein.webshop.actions.catalogue import admit_provider
from plein.webshop.models import Provider, ProviderKind, SignUp, SignUpStatus
from plein.webshop.provider_mail import answer_sign_up

AT_THE_DOOR = system("aanmelding van een aanbieder")


class SignUpIsDecided(Refusal):
    message = _("Over deze aanmelding is al besloten.")


class NoReasonForSignUp(Refusal):
    message = _("Schrijf op waarom. De aanbieder leest dit in een e-mail.")


@dataclass(frozen=True, slots=True)
class Application:
    """What somebody filled in at the door."""

    kvk: str
    name: str
    kind: ProviderKind
    iban: str
    address: str
    person: str
    email: str


@transaction.atomic
def sign_up(application: Application, *, at: datetime) -> None:
    """Keep it for staff; the same KvK number waits once, and nobody at the door can tell.

    Raises `NotAnIban`.
    """
    given = application
    try:
        with transaction.atomic():
            kept = SignUp.objects.create(
                kvk=given.kvk,
                name=given.name,
                kind=given.kind,
                iban=read_iban(given.iban),
                address=given.address,
                person=given.person,
                email=given.email.lower(),
                asked_at=at,
            )
    except IntegrityError:
        return
    record("webshop.sign_up.asked", on=kept, by=AT_THE_DOOR, at=at)


@transaction.atomic
def admit_sign_up(kept: SignUp, *, by: Staff, at: datetime) -> Provider:
    """Let it sell here, with a login for its first person.

    An organisation that has people already gets no new ones from a form at the door: they let
    a colleague in themselves. Raises `SignUpIsDecided`, `ProviderIsKnown`, `EmailIsTaken`.
    """
    kept = _waiting(kept)
    organisation, _new = Organisation.objects.get_or_create(
        kvk=kept.kvk, defaults={"name": kept.name}
    )
    provider = admit_provider(
        organisation,
        kind=ProviderKind(kept.kind),
        iban=kept.iban,
        address=kept.address,
        by=by.actor,
        at=at,
    )
    if not ProviderUser.objects.filter(organisation=organisation).exists():
        invite(organisation, kept.email, kept.person)
    _decide(kept, SignUpStatus.ADMITTED, "", by=by, at=at)
    return provider


@transaction.atomic
def refuse_sign_up(kept: SignUp, reason: str, *, by: Staff, at: datetime) -> None:
    """Say no; the reason goes by e-mail. Raises `SignUpIsDecided` and `NoReasonForSignUp`."""
    if not reason.strip():
        raise NoReasonForSignUp
    _decide(_waiting(kept), SignUpStatus.REFUSED, reason.strip(), by=by, at=at)


def _waiting(kept: SignUp) -> SignUp:
    kept = SignUp.objects.select_for_update().get(pk=kept.pk)
    if kept.status != SignUpStatus.ASKED:
        raise SignUpIsDecided
    return kept


def _decide(kept: SignUp, status: SignUpStatus, reason: str, *, by: Staff, at: datetime) -> None:
    kept.status, kept.reason, kept.decided_by, kept.decided_at = status, reason, by, at
    kept.save()
    record(f"webshop.sign_up.{status}", on=kept, by=by.actor, at=at)
    answer_sign_up.enqueue(municipality=current_id(), sign_up=str(kept.pk))
