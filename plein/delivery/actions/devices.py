"""Devices that get a word on their screen: added by who holds them, and taken away."""

import json
from dataclasses import asdict
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.delivery.actions.contacts import contact_of
from plein.delivery.elements import DEVICE
from plein.delivery.models import Device, Way
from plein.gateways.push.subscription import Subscription
from plein.identity.gate import seal_for
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.tenants.keys import index_of
from plein.tenants.scope import current

MOST = 10  # devices of one resident


class TooManyDevices(Refusal):
    message = _("U hebt al 10 apparaten. Haal er eerst een weg.")


@transaction.atomic
def add_device(
    resident: Resident, subscription: Subscription, *, by: Actor, at: datetime
) -> Device:
    """From now on word comes here. A browser is of who used it last. Raises `TooManyDevices`."""
    contact, key = contact_of(resident), uuid4()
    index = index_of(current(), DEVICE, subscription.endpoint)
    Device.objects.filter(endpoint_index=index).delete()
    if resident.devices.count() >= MOST:
        raise TooManyDevices
    device = Device.objects.create(
        id=key,
        resident=resident,
        subscription_sealed=seal_for(resident, key, DEVICE, json.dumps(asdict(subscription))),
        endpoint_index=index,
        added_at=at,
    )
    contact.way = Way.PUSH
    contact.save(update_fields=["way"])
    record("delivery.device.added", on=device, by=by, at=at)
    return device


@transaction.atomic
def remove_device(device: Device, *, by: Actor, at: datetime) -> None:
    """Without any left word goes by mail, where there is an address, and else by hand."""
    contact = contact_of(device.resident)
    record("delivery.device.removed", on=device, by=by, at=at)
    device.delete()
    if contact.way == Way.PUSH and not contact.resident.devices.exists():
        contact.way = contact.next_best
        contact.save(update_fields=["way"])
