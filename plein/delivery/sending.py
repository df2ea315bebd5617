"""Sending, outside every transaction: first ours, then sent, then the proof."""

from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused
from uuid import UUID

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.timezone import now
from django_tasks import task

from plein.audit.actions import Purpose
from plein.delivery.actions.moving import arrived, fail, offer, try_later
from plein.delivery.elements import EMAIL
from plein.delivery.models import Contact, Delivery, DeliveryState
from plein.delivery.notices import Notice, subject_of
from plein.identity.gate import SealedText, read_sealed
from plein.kernel.actor import system
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id, within

WHY = Purpose("om u te laten weten dat er iets voor u klaarstaat", "AVG art. 6 lid 1 onder a")
LATE = timedelta(hours=1)
REFUSED, NO_ADDRESS, NO_ANSWER = "adres geweigerd", "geen e-mailadres", "geen antwoord"


@task(queue_name="mail")
def send(municipality: int, delivery: str) -> None:
    """A second run finds that it was offered already, and sends nothing."""
    with within(Municipality.objects.get(pk=municipality)):
        deliver(UUID(delivery))


def deliver(delivery_id: UUID) -> None:
    delivery = offer(delivery_id, at=now())
    if delivery is None:
        return send_at_its_time(Delivery.objects.get(pk=delivery_id))
    address = _address_of(delivery)
    if not address:
        fail(delivery_id, problem=NO_ADDRESS, at=now())
        return None
    message = _mail(delivery, address)
    try:
        message.send()
    except SMTPRecipientsRefused:
        fail(delivery_id, problem=REFUSED, at=now())
    except (SMTPException, OSError):
        with transaction.atomic():
            send_at_its_time(try_later(delivery_id, problem=NO_ANSWER, at=now()))
    else:
        arrived(delivery_id, proof=message.extra_headers["Message-ID"], at=now())
    return None


def send_at_its_time(delivery: Delivery) -> None:
    if delivery.is_planned:
        later = send.using(run_after=delivery.planned_for)
        later.enqueue(municipality=current_id(), delivery=str(delivery.pk))


def queue_overdue(*, at: datetime) -> int:
    """What should have left and has no job any more; how many. Two jobs still send once."""
    late = Delivery.objects.filter(state=DeliveryState.PLANNED, planned_for__lte=at - LATE)
    for key in late.values_list("pk", flat=True):
        send.enqueue(municipality=current_id(), delivery=str(key))
    return late.count()


def _address_of(delivery: Delivery) -> str:
    contact = Contact.objects.select_related("resident").filter(resident=delivery.resident_id)
    found = contact.first()
    if found is None or not found.email_sealed:
        return ""
    sealed = [SealedText(found.pk, EMAIL, found.email_sealed)]
    (address,) = read_sealed(
        found.resident, sealed, purpose=WHY, by=system("bericht sturen"), at=now()
    )
    return address


def _mail(delivery: Delivery, address: str) -> EmailMultiAlternatives:
    """Plain text and simple HTML; no link to sign in, and nothing of what it is about."""
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
