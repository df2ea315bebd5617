"""The cases of the person who asks, opened with one line in the log."""

from uuid import UUID

from django.http import Http404

from plein.audit.actions import Purpose
from plein.cases.models import Case
from plein.cases.queries import CaseFile, files_of, tasks_of, with_tasks, words_of_tasks
from plein.web.request import ResidentRequest

WHY = Purpose("omdat u uw aanvragen bekeek", "AVG artikel 15")


def own_files(request: ResidentRequest) -> list[CaseFile]:
    """All of them, newest first."""
    own = Case.objects.filter(dossier__resident=request.resident).order_by("-filed_at")
    return _opened(request, list(with_tasks(own)))


def own_file(request: ResidentRequest, case_id: UUID) -> CaseFile:
    """Raises `Http404` for what is not theirs."""
    own = Case.objects.filter(dossier__resident=request.resident, pk=case_id)
    files = _opened(request, list(with_tasks(own)))
    if not files:
        raise Http404
    return files[0]


def _opened(request: ResidentRequest, cases: list[Case]) -> list[CaseFile]:
    tasks = [task for case in cases for task in tasks_of(case)]
    words = words_of_tasks(request.resident, tasks, purpose=WHY, by=request.actor, at=request.now)
    return files_of(cases, request.today, words)
