"""Who is helped hears what the helper did in the shop."""

from datetime import datetime

from plein.delivery.actions.planning import send_word
from plein.delivery.notices import Notice
from plein.identity.models import Resident
from plein.kernel.actor import Actor, ActorKind


def tell_who_is_helped(resident: Resident | None, *, key: str, by: Actor, at: datetime) -> None:
    """Nothing where they did it themselves. The same `key` twice is one message."""
    if resident and by.kind == ActorKind.RESIDENT and by.id != str(resident.pk):
        send_word(resident, Notice.HELPED, key=f"geholpen:{key}", at=at)
