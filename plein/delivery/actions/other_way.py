"""The next way, when a message did not arrive or was not read: staff call or write."""

from datetime import datetime

from plein.delivery.models import Delivery, DeliveryState, Way


def instead_of(before: Delivery, *, at: datetime, problem: str) -> Delivery:
    """The same word by letter or phone. The earlier one is locked; there is one next at most."""
    after, _is_new = Delivery.objects.get_or_create(
        follows=before,
        defaults={
            "key": f"na:{before.pk}",
            "resident_id": before.resident_id,
            "notice": before.notice,
            "matter": before.matter,
            "about": before.about,
            "day": before.day,
            "way": Way.HAND,
            "state": DeliveryState.BY_HAND,
            "planned_for": at,
            "problem": problem,
        },
    )
    return after
