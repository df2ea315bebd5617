"""What did not start by itself with a decision was done by hand."""

from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.cases.models import FollowUp
from plein.identity.models import Staff


@transaction.atomic
def done_by_hand(follow_up: FollowUp, *, by: Staff, at: datetime) -> FollowUp:
    """A second time changes nothing."""
    found = FollowUp.objects.select_for_update(of=["self"]).get(pk=follow_up.pk)
    if not found.is_done:
        found.is_done, found.done_by, found.done_at = True, by, at
        found.save(update_fields=["is_done", "done_by", "done_at"])
        record("cases.follow_up.done", on=found, by=by.actor, at=at)
    return found
