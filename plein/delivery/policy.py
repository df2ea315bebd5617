"""Which days of a reminder, and how long unread, hold here."""

from collections.abc import Sequence

from plein.delivery.models import ContactPolicy
from plein.delivery.models.policies import LADDER, PAPER_AFTER


def ladder_for(kind: str) -> Sequence[int]:
    """Days from the last day; of this kind, else of all kinds, else the defaults."""
    own = ContactPolicy.objects.filter(kind__in=["", kind]).order_by("-kind").first()
    return own.ladder if own else LADDER


def paper_after() -> int:
    """Days after which an unread message with legal effect goes on paper."""
    own = ContactPolicy.objects.filter(kind="").first()
    return own.paper_after if own else PAPER_AFTER
