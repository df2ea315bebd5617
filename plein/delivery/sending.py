"""Sending, outside every transaction: first ours, then sent, then the proof."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.timezone import now
from django_tasks import task

from plein.delivery.actions.moving import arrived, fail, offer, try_later
from plein.delivery.by_mail import mail
from plein.delivery.by_push import push_to_all
from plein.delivery.models import Delivery, DeliveryState, Way
from plein.delivery.outcomes import NoAnswer, WillNotArrive
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id, within

LATE = timedelta(hours=1)
NO_ANSWER = "geen antwoord"
BY: dict[Way, Callable[[Delivery], str]] = {Way.MAIL: mail, Way.PUSH: push_to_all}


@task(queue_name="mail")
def send(municipality: int, delivery: str) -> None:
    """A second run finds that it was offered already, and sends nothing."""
    with within(Municipality.objects.get(pk=municipality)):
        deliver(UUID(delivery))


def deliver(delivery_id: UUID) -> None:
    delivery = offer(delivery_id, at=now())
    if delivery is None:
        return send_at_its_time(Delivery.objects.get(pk=delivery_id))
    try:
        proof = BY[Way(delivery.way)](delivery)
    except WillNotArrive as why:
        with transaction.atomic():
            send_at_its_time(fail(delivery_id, problem=str(why), at=now()).next)
    except NoAnswer:
        with transaction.atomic():
            send_at_its_time(try_later(delivery_id, problem=NO_ANSWER, at=now()))
    else:
        arrived(delivery_id, proof=proof, at=now())
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
