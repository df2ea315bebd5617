"""Whose payment came back, so that nothing more goes to that account by itself."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from plein.payments.bank_words import DECEASED
from plein.payments.models import Award, Returned


def stopped_since(awards: Sequence[Award], at: datetime) -> dict[UUID, datetime]:
    """Since when, by award, as it was at that moment. One query.

    Another account makes an end to it, but not where the bank says that somebody died: then
    `datetime.max`, until one of the staff has looked.
    """
    rows = (
        Returned.objects.filter(line__award__in=awards, off=None, came_at__lte=at)
        .filter(Q(settled_at=None) | Q(settled_at__gt=at))
        .order_by("came_at")
        .values_list("line__award_id", "reason", "came_at")
    )
    found: dict[UUID, datetime] = {}
    for award, reason, came_at in rows:
        since = datetime.max.replace(tzinfo=came_at.tzinfo) if reason == DECEASED else came_at
        found[award] = max(since, found.get(award, since))
    return found


def is_stopped(since: datetime | None, account_since: datetime | None) -> bool:
    return since is not None and (account_since is None or account_since <= since)


def waiting() -> QuerySet[Returned]:
    """What somebody has to look at, the oldest first."""
    rows = Returned.objects.filter(settled_at=None).order_by("came_at", "pk")
    return rows.select_related("line__run", "line__award", "off__deduction", "file")
