"""The address of a resident: asked, proven with a code, and taken away."""

import hmac
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose, record
from plein.delivery.elements import ASKED, CODE, EMAIL
from plein.delivery.models import Contact, Way
from plein.delivery.sending_codes import send_code
from plein.identity.gate import SealedText, read_sealed, seal_for
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import new_code, read_code
from plein.tenants.keys import index_of
from plein.tenants.scope import current, current_id

CODE_LASTS = timedelta(hours=1)
WHY = Purpose("omdat u bekeek hoe wij u bereiken", "AVG artikel 15")


class WrongCode(Refusal):
    message = _("Deze code klopt niet, of is te oud. Kijk in de laatste e-mail van ons.")


class NoAddress(Refusal):
    message = _("Vul eerst een e-mailadres in.")


class NoDevice(Refusal):
    message = _("Zet eerst op dit apparaat een seintje aan.")


@transaction.atomic
def ask_proof(resident: Resident, email: str, *, by: Actor, at: datetime) -> Contact:
    """A code goes to the address; until it comes back, the old address stays in use."""
    contact, code = contact_of(resident), new_code()
    contact.asked_sealed = seal_for(resident, contact.pk, ASKED, email)
    contact.code_sealed = seal_for(resident, contact.pk, CODE, code)
    contact.code_index = index_of(current(), CODE, f"{contact.pk}{code}")
    contact.code_until = at + CODE_LASTS
    contact.save()
    record("delivery.address.asked", on=contact, by=by, at=at)
    send_code.enqueue(municipality=current_id(), contact=str(contact.pk))
    return contact


@transaction.atomic
def prove(resident: Resident, code: str, *, by: Actor, at: datetime) -> Contact:
    """The address is theirs, and mail goes there from now on. Raises `WrongCode`."""
    contact = contact_of(resident)
    given = index_of(current(), CODE, f"{contact.pk}{read_code(code)}")
    is_right = hmac.compare_digest(bytes(contact.code_index), given)
    if contact.code_until is None or at >= contact.code_until or not is_right:
        raise WrongCode
    asked = [SealedText(contact.pk, ASKED, contact.asked_sealed)]
    (email,) = read_sealed(resident, asked, purpose=WHY, by=by, at=at)
    return accept_address(resident, email, by=by, at=at)


@transaction.atomic
def accept_address(resident: Resident, email: str, *, by: Actor, at: datetime) -> Contact:
    """After the proof; the code is used up."""
    contact = contact_of(resident)
    contact.email_sealed = seal_for(resident, contact.pk, EMAIL, email)
    contact.proven_at, contact.way = at, Way.MAIL
    _forget_asked(contact)
    contact.save()
    record("delivery.address.proven", on=contact, by=by, at=at)
    return contact


@transaction.atomic
def remove_address(resident: Resident, *, by: Actor, at: datetime) -> Contact:
    """Nothing of it is kept; from now on by letter or phone, or on a screen as before."""
    contact = contact_of(resident)
    contact.email_sealed, contact.proven_at = b"", None
    contact.way = Way.PUSH if contact.way == Way.PUSH else Way.HAND
    _forget_asked(contact)
    contact.save()
    record("delivery.address.removed", on=contact, by=by, at=at)
    return contact


@transaction.atomic
def choose_way(
    resident: Resident, way: Way, *, wants_reminders: bool, by: Actor, at: datetime
) -> Contact:
    """Raises `NoAddress` for mail without an address that is proven, and `NoDevice`."""
    contact = contact_of(resident)
    if way == Way.MAIL and contact.proven_at is None:
        raise NoAddress
    if way == Way.PUSH and not resident.devices.exists():
        raise NoDevice
    contact.way, contact.wants_reminders = way, wants_reminders
    contact.save(update_fields=["way", "wants_reminders"])
    record("delivery.way.chosen", on=contact, by=by, at=at)
    return contact


def contact_of(resident: Resident) -> Contact:
    """Locked; made where there is none."""
    contact, _is_new = Contact.objects.get_or_create(resident=resident)
    return Contact.objects.select_for_update().get(pk=contact.pk)


def _forget_asked(contact: Contact) -> None:
    contact.asked_sealed = contact.code_sealed = contact.code_index = b""
    contact.code_until = None
