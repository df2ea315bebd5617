"""Word by mail, in the language that the resident chose: plain text and simple HTML.

There is no link to sign in, and nothing of what it is about.
"""

from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.timezone import now

from plein.delivery.elements import EMAIL
from plein.delivery.models import Contact, Delivery
from plein.delivery.notices import Notice, subject_of
from plein.delivery.outcomes import WHY, NoAnswer, WillNotArrive
from plein.identity.gate import SealedText, read_sealed
from plein.kernel.actor import system

REFUSED, NO_ADDRESS = "adres geweigerd", "geen e-mailadres"


def mail(delivery: Delivery) -> str:
    """The Message-ID is the proof. Raises `WillNotArrive` and `NoAnswer`."""
    contact = Contact.objects.select_related("resident").filter(resident=delivery.resident_id)
    found = contact.first()
    if found is None or not found.email_sealed:
        raise WillNotArrive(NO_ADDRESS)
    with translation.override(found.language or settings.LANGUAGE_CODE):
        message = _mail(delivery, _address_of(found))
    try:
        message.send()
    except SMTPRecipientsRefused:
        raise WillNotArrive(REFUSED) from None
    except (SMTPException, OSError):
        raise NoAnswer from None
    return str(message.extra_headers["Message-ID"])


def _address_of(contact: Contact) -> str:
    sealed = [SealedText(contact.pk, EMAIL, contact.email_sealed)]
    (address,) = read_sealed(
        contact.resident, sealed, purpose=WHY, by=system("bericht sturen"), at=now()
    )
    return address


def _mail(delivery: Delivery, address: str) -> EmailMultiAlternatives:
    subject = subject_of(Notice(delivery.notice), delivery.matter, delivery.day)
    context = {"subject": subject, "municipality": delivery.municipality}
    message = EmailMultiAlternatives(
        subject,
        render_to_string("delivery/mail/notice.txt", context),
        to=[address],
        headers={"Message-ID": f"<{delivery.pk}.{delivery.tries}@{delivery.municipality.host}>"},
    )
    message.attach_alternative(render_to_string("delivery/mail/notice.html", context), "text/html")
    return message
