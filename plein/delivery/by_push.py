"""Word on the screens of a resident: that there is news, and nothing of what it is."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _

from plein.delivery.actions.devices import remove_device
from plein.delivery.actions.language import kept_language
from plein.delivery.elements import DEVICE
from plein.delivery.models import Delivery, DeliveryState, Device
from plein.delivery.outcomes import WHY, NoAnswer, WillNotArrive
from plein.gateways.push.client import PushGone, PushRefused, PushUnreachable, push
from plein.gateways.push.subscription import NoSubscription, Subscription, checked
from plein.gateways.push.vapid import VapidKey
from plein.identity.gate import SealedText, read_sealed
from plein.kernel.actor import system
from plein.tenants.scope import current

NO_DEVICE = "geen apparaat dat een seintje krijgt"
US = system("seintje sturen")


def push_to_all(delivery: Delivery) -> str:
    """How many took it is the proof; a browser that is gone is forgotten.

    Raises `WillNotArrive` where none is left, and `NoAnswer` where none took it yet.
    """
    devices = list(delivery.resident.devices.all())
    if not devices or not settings.VAPID_KEY:
        raise WillNotArrive(NO_DEVICE)
    content, at = _content(delivery), now()
    answers = list(_answers(delivery, devices, content, at))
    if any(answers):
        return _("seintje op {n} van {all} apparaten").format(n=sum(answers), all=len(answers))
    if answers:
        raise NoAnswer
    raise WillNotArrive(NO_DEVICE)


def _answers(
    delivery: Delivery, devices: list[Device], content: bytes, at: datetime
) -> Iterator[bool]:
    """Of each that is still there: whether its service took it."""
    key, contact = VapidKey(settings.VAPID_KEY), f"mailto:{settings.DEFAULT_FROM_EMAIL}"
    for device, to in zip(devices, _opened(delivery, devices, at), strict=True):
        with suppress(PushGone, PushRefused, NoSubscription):
            yield _took(checked(to, services=settings.PUSH_SERVICES), content, key, contact, at)
            continue
        remove_device(device, by=US, at=at)


def _took(to: Subscription, content: bytes, key: VapidKey, contact: str, at: datetime) -> bool:
    try:
        push(to, content, key=key, contact=contact, at=at)
    except PushUnreachable:
        return False
    return True


def _opened(delivery: Delivery, devices: Iterable[Device], at: datetime) -> list[Subscription]:
    sealed = [SealedText(each.pk, DEVICE, each.subscription_sealed) for each in devices]
    texts = read_sealed(delivery.resident, sealed, purpose=WHY, by=US, at=at)
    return [Subscription(**json.loads(text)) for text in texts]


def _content(delivery: Delivery) -> bytes:
    """The same words for everything. `badge` is how much was not looked at."""
    told = delivery.resident.deliveries.filter(read_at=None)
    unread = told.filter(state__in=[DeliveryState.OFFERED, DeliveryState.DELIVERED])
    with translation.override(kept_language(delivery.resident) or settings.LANGUAGE_CODE):
        said = {
            "title": _("Gemeente {name}").format(name=current().name),
            "body": _("Er is nieuws voor u. Log in om het te lezen."),
            "badge": unread.values("about").distinct().count(),
        }
    return json.dumps(said, ensure_ascii=False).encode()
