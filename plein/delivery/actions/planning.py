"""A message to a resident: by the way they chose, and told once."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from plein.delivery.models import Contact, Delivery, DeliveryState, Way
from plein.delivery.notices import ON_SCREEN, Notice
from plein.delivery.sending import send
from plein.identity.models import Resident
from plein.tenants.scope import current_id


@transaction.atomic
def send_word(
    resident: Resident,
    notice: Notice,
    *,
    key: str,
    at: datetime,
    matter: str = "",
    about: UUID | None = None,
    day: date | None = None,
) -> Delivery | None:
    """The same `key` twice is one message. None for a receipt on screen to who has no mail."""
    way = way_of(resident)
    if way == Way.HAND and notice in ON_SCREEN:
        return None
    delivery, is_new = Delivery.objects.get_or_create(
        key=key,
        defaults={
            "resident": resident,
            "notice": notice,
            "matter": matter,
            "about": about,
            "day": day,
            "way": way,
            "state": DeliveryState.BY_HAND if way == Way.HAND else DeliveryState.PLANNED,
            "planned_for": at,
        },
    )
    if is_new and delivery.is_planned:
        send.enqueue(municipality=current_id(), delivery=str(delivery.pk))
    return delivery


@transaction.atomic
def ask_to_call(
    resident: Resident,
    notice: Notice,
    *,
    key: str,
    about: UUID,
    day: date | None,
    problem: str,
    at: datetime,
) -> Delivery:
    """What no message brought about: on the list of who staff call or write to. Once for a key."""
    delivery, _is_new = Delivery.objects.get_or_create(
        key=key,
        defaults={
            "resident": resident,
            "notice": notice,
            "about": about,
            "day": day,
            "way": Way.HAND,
            "state": DeliveryState.BY_HAND,
            "planned_for": at,
            "problem": problem,
        },
    )
    return delivery


def way_of(resident: Resident) -> Way:
    ways = Contact.objects.filter(resident=resident).values_list("way", flat=True)
    return Way(ways.first() or Way.HAND)
