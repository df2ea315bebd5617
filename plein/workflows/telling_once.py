"""Word of something to many residents at once: each key once, so a second night tells nobody."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from plein.delivery.models import Contact, Delivery, DeliveryState, Way
from plein.delivery.notices import Notice
from plein.delivery.sending import send
from plein.tenants.scope import current_id


@transaction.atomic
def tell_once(notice: Notice, residents: Mapping[str, UUID], at: datetime) -> int:
    """Of each key. Three queries, and one more for each message that goes out."""
    known = set(Delivery.objects.filter(key__in=residents).values_list("key", flat=True))
    ways = _ways(residents.values())
    made = Delivery.objects.bulk_create(
        Delivery(
            resident_id=resident,
            key=key,
            notice=notice,
            way=ways[resident],
            state=DeliveryState.PLANNED,
            planned_for=at,
        )
        for key, resident in residents.items()
        if key not in known and resident in ways
    )
    for delivery in made:
        send.enqueue(municipality=current_id(), delivery=str(delivery.pk))
    return len(made)


def _ways(residents: Iterable[UUID]) -> dict[UUID, str]:
    """Of who can be told without staff, and did not ask to be left alone."""
    contacts = Contact.objects.filter(resident__in=residents, wants_reminders=True)
    return dict(contacts.exclude(way=Way.HAND).values_list("resident_id", "way"))
