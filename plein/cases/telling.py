"""Tell who listens that a zaak changed (Notificaties 1.0): after the commit, until it arrives.

What is told follows from the signals of the timeline, in the order of their commits; how far a
listener has heard is its own number. So a message is never lost to a fault of ours, and can come
twice. Somebody who was away longer than signals are kept (a day) reads the list itself again.
"""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.timezone import now
from django_tasks import task

from plein.cases.listening import authorization_of
from plein.cases.models import Case, Listener, PhaseChange, TermRow
from plein.cases.rights import OF_A_CASE, cases_for
from plein.gateways.back_channel import CallFailed, call
from plein.gateways.deadline import Deadline
from plein.identity.application import Scope
from plein.inbox.models import Signal
from plein.tenants.models import Municipality
from plein.tenants.scope import current, within

CASES, CATALOGUE = "/api/zaken/v1", "/api/catalogi/v1"  # where our own interfaces begin
CHANNEL = "zaken"
AT_ONCE = 200  # signals in one round
PATIENCE, LARGEST = 10.0, 64 * 1024  # seconds; bytes of an answer that nobody reads
LONGEST_WAIT = 60  # minutes
BETWEEN = timedelta(seconds=50)  # less than a clock waits
_FINE = range(200, 300)


def queue_telling(at: datetime) -> int:
    """Each minute: a job for every listener that has something to hear; how many."""
    queued = 0
    for municipality in Municipality.objects.all():
        with within(municipality):
            for listener in _running().filter(next_at__lte=at):
                if Signal.objects.after(listener.heard).exists() and _is_mine(listener, at):
                    tell_listener.enqueue(municipality=municipality.pk, listener=str(listener.pk))
                    queued += 1
    return queued


@task()
def tell_listener(municipality: int, listener: str) -> None:
    """Safe to run again: it goes on after the last signal that was heard."""
    with within(Municipality.objects.get(pk=municipality)):
        if found := _running().filter(pk=UUID(listener)).first():
            tell_all(found, at=now())


def tell_all(listener: Listener, *, at: datetime) -> None:
    """In order, and no further than the first that does not arrive; in no transaction."""
    for signal in Signal.objects.after(listener.heard)[:AT_ONCE]:
        if not all(_arrives(listener, told) for told in _messages(listener, signal)):
            listener.tries += 1
            minutes = min(2**listener.tries, LONGEST_WAIT)
            listener.next_at = at + timedelta(minutes=minutes)
            break
        listener.heard, listener.tries = signal.number or listener.heard, 0
    listener.save(update_fields=["heard", "tries", "next_at"])


def _running() -> Any:
    running = Listener.objects.filter(application__ended_at=None).select_related("application")
    return running.prefetch_related("application__rights")


def _is_mine(listener: Listener, at: datetime) -> bool:
    """Of many clocks one queues the job."""
    waiting = Listener.objects.filter(pk=listener.pk, next_at=listener.next_at)
    return waiting.update(next_at=at + BETWEEN) == 1


def _messages(listener: Listener, signal: Signal) -> Iterator[dict[str, Any]]:
    """Of what stands in the zaak and happened with this signal: talk is nobody else's business."""
    allowed = cases_for(listener.application, Scope.CASES)
    case = allowed.filter(topic=signal.topic_id).first()
    if case is None:
        return
    for change in PhaseChange.objects.filter(case=case, at=signal.at):
        yield _message(case, signal, "status", f"statussen/{change.pk}", "create")
    if TermRow.objects.filter(case=case, at=signal.at).exists():
        yield _message(case, signal, "zaak", f"zaken/{case.pk}", "partial_update")


def _message(case: Case, signal: Signal, resource: str, path: str, action: str) -> dict[str, Any]:
    """Lean: where to look, and nothing of what stands there."""
    host = f"https://{current().host}"
    return {
        "kanaal": CHANNEL,
        "hoofdObject": f"{host}{CASES}/zaken/{case.pk}",
        "resource": resource,
        "resourceUrl": f"{host}{CASES}/{path}",
        "actie": action,
        "aanmaakdatum": signal.at.isoformat(),
        "kenmerken": {
            "bronorganisatie": current().rsin,
            "zaaktype": f"{host}{CATALOGUE}/zaaktypen/{case.case_type_id}",
            "vertrouwelijkheidaanduiding": OF_A_CASE.value,
        },
    }


def _arrives(listener: Listener, told: dict[str, Any]) -> bool:
    headers = {
        "Authorization": authorization_of(listener),
        "Content-Type": "application/json",
    }
    try:
        answer = call(
            "POST",
            listener.callback,
            deadline=Deadline.after(PATIENCE),
            largest=LARGEST,
            content=json.dumps(told).encode(),
            headers=headers,
        )
    except CallFailed:
        return False
    return answer.status in _FINE
