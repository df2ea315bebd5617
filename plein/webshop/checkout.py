"""Our payment provider: calls to it, and refunds that wait for it. None in a transaction."""

from uuid import UUID

from django.conf import settings
from django_tasks import task

from plein.gateways.checkout.client import CheckoutClient
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id, within
from plein.webshop.models import OwnShareRefund


def checkout() -> CheckoutClient:
    return CheckoutClient(settings.CHECKOUT_URL, settings.CHECKOUT_KEY)


def queue_refund(refund: OwnShareRefund) -> None:
    send_refund.enqueue(municipality=current_id(), refund=str(refund.pk))


@task()
def send_refund(municipality: int, refund: str) -> None:
    """Safe to run again: the provider knows a refund by our id, and pays it once."""
    with within(Municipality.objects.get(pk=municipality)):
        found = OwnShareRefund.objects.select_related("payment").get(pk=UUID(refund))
        if not found.reference:
            key = f"refund-{found.pk}"
            given = checkout().refund(found.payment.reference, found.amount, key=key)
            OwnShareRefund.objects.filter(pk=found.pk).update(reference=given.id)


def queue_waiting_refunds() -> int:
    """What a provider that was down did not take; how many."""
    waiting = list(OwnShareRefund.objects.filter(reference=""))
    for refund in waiting:
        queue_refund(refund)
    return len(waiting)
