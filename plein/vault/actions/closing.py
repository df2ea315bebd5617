"""What is over by itself: written down at night for the lists; answering and reading judge anew."""

from datetime import date, datetime

from django.db import transaction

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.vault.actions.requests import close_request
from plein.vault.models import GrantState, RequestState, ShareRequest, SharingGrant


@transaction.atomic
def expire_requests(day: date, *, by: Actor, at: datetime) -> int:
    """Close what nobody answered in time; how many."""
    waiting = [RequestState.SENT, RequestState.SEEN]
    late = ShareRequest.objects.select_for_update().filter(state__in=waiting, expires_on__lte=day)
    requests = list(late)
    for request in requests:
        close_request(request, RequestState.EXPIRED, at)
        record("vault.request.expired", on=request, by=by, at=at)
    return len(requests)


@transaction.atomic
def note_ended(at: datetime) -> int:
    """Write down which grants have ended meanwhile; how many."""
    running = SharingGrant.objects.select_for_update().filter(state=GrantState.ACTIVE)
    over = [grant for grant in running if grant.state_at(at) != GrantState.ACTIVE]
    for grant in over:
        grant.state, grant.ended_at = grant.state_at(at), at
        grant.save(update_fields=["state", "ended_at"])
    return len(over)
