"""A store tells that something changed. Lost, doubled, late: it only marks what to read again."""

from datetime import datetime

from django.db.models import Q

from plein.casestores.actions.connecting import digest_of
from plein.casestores.models import CaseStore, ForeignCase, Subscription


def store_that_says(authorization: str) -> CaseStore | None:
    """Whose value this is; none for a value that we never gave."""
    found = Subscription.objects.filter(digest=digest_of(authorization), store__ended_at=None)
    subscription = found.select_related("store").first()
    return subscription.store if subscription else None


def mark_changed(store: CaseStore, url: str, *, at: datetime) -> int:
    """How many copies were marked; none for a zaak that nobody looked at. Marks never go back."""
    copies = ForeignCase.objects.filter(state__store=store, url=url)
    return copies.filter(Q(marked_at=None) | Q(marked_at__lt=at)).update(marked_at=at)
