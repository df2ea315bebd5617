"""News is for open pages: after a day nobody waits for it any more."""

from datetime import datetime, timedelta

from django.db import transaction

from plein.inbox.models import Presence, Signal

KEPT = timedelta(days=1)


@transaction.atomic
def forget_signals(*, at: datetime) -> int:
    """And who was there when a live process fell; how many signals."""
    Presence.objects.filter(seen_at__lt=at - KEPT).delete()
    return Signal.objects.filter(at__lt=at - KEPT).delete()[0]
