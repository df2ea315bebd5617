"""Each night: what was not read in time goes on paper, and what got no answer another way."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from plein.delivery.actions.moving import MOST_HOURS, fail
from plein.delivery.actions.other_way import instead_of
from plein.delivery.models import Delivery, DeliveryState
from plein.delivery.notices import LEGAL
from plein.delivery.policy import paper_after

UNREAD, NO_ANSWER = "niet gelezen", "geen antwoord"


@transaction.atomic
def put_unread_on_paper(*, at: datetime) -> int:
    """With legal effect, and unread for as many days as the municipality waits; how many."""
    unread = Delivery.objects.unread_since(at - timedelta(days=paper_after()))
    rows = unread.filter(notice__in=sorted(LEGAL), next=None).select_for_update(of=["self"])
    return len([instead_of(each, at=at, problem=UNREAD) for each in rows])


def end_unanswered(*, at: datetime) -> int:
    """A worker fell while it sent: nobody knows, so it goes another way and never twice by mail."""
    rows = Delivery.objects.filter(state=DeliveryState.OFFERED, offered_at__lte=at - MOST_HOURS)
    return len([fail(key, problem=NO_ANSWER, at=at) for key in rows.values_list("pk", flat=True)])


def mark_seen(about: UUID, *, at: datetime) -> None:
    """The resident opened the page of this topic."""
    Delivery.objects.filter(about=about, read_at=None).update(read_at=at)
