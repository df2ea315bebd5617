"""Three days before it is paid whoever has mail or the app hears of it; the page says how much."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from plein.delivery.models import Contact, Delivery, DeliveryState, Way
from plein.delivery.notices import Notice
from plein.delivery.sending import send
from plein.payments.models import LineState, RunLine, RunState
from plein.payments.seen import ANNOUNCED
from plein.tenants.scope import current_id

PART = 2_000  # lines in one transaction


def announce_payments(day: date, *, at: datetime) -> int:
    """How many residents are told. Each payment once, so a second night tells nobody again."""
    coming = RunLine.objects.filter(
        run__state=RunState.READY,
        run__pay_on__range=(day, day + ANNOUNCED),
        state__in=[LineState.BOOKED, LineState.PAID],
        pays__gt=0,
    )
    last, told = 0, 0
    rows = coming.order_by("pk").values_list("pk", "award__resident_id")
    while part := list(rows.filter(pk__gt=last)[:PART]):
        told += _tell({f"betaling-{line}": resident for line, resident in part}, at)
        last = part[-1][0]
    return told


@transaction.atomic
def _tell(residents: Mapping[str, UUID], at: datetime) -> int:
    """Of each key. Three queries, and one more for each message that goes out."""
    known = set(Delivery.objects.filter(key__in=residents).values_list("key", flat=True))
    ways = _ways(residents.values())
    made = Delivery.objects.bulk_create(
        Delivery(
            resident_id=resident,
            key=key,
            notice=Notice.PAYMENT,
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
