"""The confirmation of an order, for who asked for one."""

from datetime import datetime
from uuid import UUID

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django_tasks import task

from plein.audit.actions import Purpose
from plein.identity.gate import SealedText, read_sealed
from plein.kernel.actor import system
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id, within
from plein.webshop.models import Order

WHY = Purpose("om u de bevestiging te sturen die u vroeg", "AVG art. 6 lid 1 onder a")


def confirm(order: Order) -> None:
    """To who asked for it, once the order is certain."""
    if order.email_sealed:
        send_confirmation.enqueue(municipality=current_id(), order=str(order.pk))


@task(queue_name="mail")
def send_confirmation(municipality: int, order: str) -> None:
    """Send once; a second run finds the same order and may send again, never book again."""
    with within(Municipality.objects.get(pk=municipality)):
        _send(Order.objects.select_related("household").get(pk=UUID(order)), at=now())


def _send(order: Order, at: datetime) -> None:
    if not order.email_sealed:
        return
    (address,) = read_sealed(
        order.household,
        [SealedText(order.pk, "email", order.email_sealed)],
        purpose=WHY,
        by=system("bevestiging van bestelling"),
        at=at,
    )
    text = render_to_string(
        "webshop/mail/confirmation.txt", {"order": order, "municipality": order.municipality}
    )
    send_mail(_("Uw bestelling %(number)s") % {"number": order.number}, text, None, [address])
