"""The open tasks of one resident, and one task. Opening the words leaves the line in the log."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from plein.api.asked import asked, body_of, list_of, read_bsn, text
from plein.api.door import ApiRequest, reads
from plein.api.looks import purpose_of
from plein.api.problems import Invalid, InvalidParam, NotAllowed, NotFound
from plein.api.tasks.shape import OPEN, URN, taak
from plein.cases.models import Case
from plein.cases.queries import words_of_tasks
from plein.cases.rights import cases_for, may_see
from plein.identity.application import Scope
from plein.identity.models import Resident
from plein.identity.queries import find_resident
from plein.inbox.models import Task

TASKS = "taken"


def _urn(value: Any) -> str:
    if not text(value).startswith("urn:"):
        raise ValueError
    return str(value)


@reads(Scope.TASKS, method="POST")
def zoek(request: ApiRequest) -> dict[str, Any]:
    """`klantId` is the BSN, which the portal knows from DigiD. What we do not know is left out."""
    given = asked(
        body_of(request), {"klantId": read_bsn, "contextId": _urn, "include": list_of(text)}
    )
    if not request.application.may_have_bsn:
        raise NotAllowed("Deze applicatie heeft geen recht op het BSN.")
    if "klantId" not in given:
        raise Invalid(InvalidParam("klantId", "required", "Vul klantId in."))
    if TASKS not in (given.get("include") or [TASKS]):
        return {}
    return {TASKS: _of_resident(request, find_resident(given["klantId"]), given.get("contextId"))}


@reads(Scope.TASKS)
def one(request: ApiRequest, key: UUID) -> dict[str, Any]:
    task = Task.objects.filter(pk=key).select_related("topic__resident").first()
    case = (
        Case.objects.filter(topic=task.topic).select_related("case_type").first() if task else None
    )
    if task is None or case is None:
        raise NotFound
    if not may_see(request.application, Scope.TASKS, case):
        raise NotAllowed("Deze applicatie heeft geen recht op deze taak.")
    return _shown(request, task.topic.resident, [(task, case)])[0]


def _of_resident(
    request: ApiRequest, resident: Resident | None, urn: str | None
) -> list[dict[str, Any]]:
    if resident is None:
        return []
    cases = cases_for(request.application, Scope.TASKS).filter(dossier__resident=resident)
    if urn is not None:
        cases = cases.filter(number=urn.removeprefix(URN))
    of_topic = {case.topic_id: case for case in cases}
    tasks = Task.objects.filter(topic__in=of_topic, state__in=OPEN).order_by("due_on", "set_at")
    return _shown(request, resident, [(task, of_topic[task.topic_id]) for task in tasks])


def _shown(
    request: ApiRequest, resident: Resident, pairs: Iterable[tuple[Task, Case]]
) -> list[dict[str, Any]]:
    pairs = list(pairs)
    words = words_of_tasks(
        resident,
        [task for task, _case in pairs],
        purpose=purpose_of(request.application),
        by=request.application.actor,
        at=request.now,
    )
    return [taak(task, case, words[task.pk], request) for task, case in pairs]
