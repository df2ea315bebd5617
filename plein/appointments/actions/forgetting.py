"""The number and the subject of a call are erased some time after it closed."""

from datetime import datetime, timedelta

from django.db import transaction

from plein.appointments.models import CallBack
from plein.audit.actions import record
from plein.kernel.actor import Actor

KEPT = timedelta(days=14)  # so that somebody can still ask what we agreed on


@transaction.atomic
def forget_calls(*, by: Actor, at: datetime) -> int:
    """Nightly; how many. That there was a call, and when, stays on the timeline."""
    old = CallBack.objects.filter(closed_at__lte=at - KEPT).exclude(phone_sealed=b"")
    calls = list(old.select_for_update(of=["self"]))
    for callback in calls:
        callback.phone_sealed = callback.subject_sealed = b""
        callback.page = ""
        callback.save(update_fields=["phone_sealed", "subject_sealed", "page"])
        record("appointments.call.forgotten", on=callback, by=by, at=at)
    return len(calls)
