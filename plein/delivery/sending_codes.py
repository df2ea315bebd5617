"""The code that shows that an address is somebody's own."""

from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django_tasks import task

from plein.audit.actions import Purpose
from plein.delivery.elements import ASKED, CODE
from plein.delivery.models import Contact
from plein.identity.gate import SealedText, read_sealed
from plein.kernel.actor import system
from plein.tenants.models import Municipality
from plein.tenants.scope import within

WHY = Purpose("om te controleren of dit e-mailadres van u is", "AVG art. 6 lid 1 onder a")


@task(queue_name="mail")
def send_code(municipality: int, contact: str) -> None:
    """A code that was used or replaced is not sent: what is in the row counts."""
    with within(Municipality.objects.get(pk=municipality)):
        _send(Contact.objects.select_related("resident").get(pk=UUID(contact)))


def _send(contact: Contact) -> None:
    if not contact.code_sealed:
        return
    sealed = [
        SealedText(contact.pk, ASKED, contact.asked_sealed),
        SealedText(contact.pk, CODE, contact.code_sealed),
    ]
    address, code = read_sealed(
        contact.resident, sealed, purpose=WHY, by=system("code voor e-mailadres"), at=now()
    )
    context = {"code": code, "municipality": contact.municipality}
    with translation.override(contact.language or settings.LANGUAGE_CODE):
        text = render_to_string("delivery/mail/code.txt", context)
        subject = _("Uw code voor Plein van gemeente {name}").format(name=contact.municipality.name)
    send_mail(subject, text, None, [address])
