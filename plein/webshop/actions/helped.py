"""Who is helped sees what the helper did in the shop, and hears of it."""

from datetime import datetime

from plein.delivery.actions.planning import send_word
from plein.delivery.notices import Notice
from plein.identity.models import MandateGround, Resident
from plein.kernel.actor import Actor, ActorKind
from plein.webshop.models import OrderedBy


def role_of(by: Actor, resident: Resident) -> OrderedBy:
    """In which somebody orders for this resident."""
    if by.kind == ActorKind.STAFF:
        return OrderedBy.TOGETHER
    if not _is_helper(by, resident):
        return OrderedBy.SELF
    return OrderedBy.GUARDIAN if by.function == MandateGround.GUARDIAN else OrderedBy.HELPER


def tell_who_is_helped(resident: Resident | None, *, key: str, by: Actor, at: datetime) -> None:
    """Nothing where they did it themselves. The same `key` twice is one message."""
    if resident and _is_helper(by, resident):
        send_word(resident, Notice.HELPED, key=f"geholpen:{key}", at=at)


def _is_helper(by: Actor, resident: Resident) -> bool:
    return by.kind == ActorKind.RESIDENT and by.id != str(resident.pk)
