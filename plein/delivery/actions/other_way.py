"""The next way, when a message did not arrive or was not read."""

from datetime import datetime

from plein.delivery.models import Contact, Delivery, DeliveryState, Way


def instead_of(before: Delivery, *, at: datetime, problem: str, way: Way = Way.HAND) -> Delivery:
    """The same word another way. The earlier one is locked; there is one next at most."""
    after, _is_new = Delivery.objects.get_or_create(
        follows=before,
        defaults={
            "key": f"na:{before.pk}",
            "resident_id": before.resident_id,
            "notice": before.notice,
            "matter": before.matter,
            "about": before.about,
            "day": before.day,
            "way": way,
            "state": DeliveryState.BY_HAND if way == Way.HAND else DeliveryState.PLANNED,
            "planned_for": at,
            "problem": problem,
        },
    )
    return after


def way_after(before: Delivery) -> Way:
    """From a screen to the mailbox, if there is one; from there staff call or write."""
    if before.way != Way.PUSH:
        return Way.HAND
    contact = Contact.objects.filter(resident=before.resident_id).first()
    return contact.next_best if contact else Way.HAND
