"""What the person who asks has elsewhere, opened with one line in the log."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from plein.audit.actions import Purpose
from plein.casestores.models import CaseStore, ForeignCase
from plein.casestores.queries import Shown, opened, opened_case, stores_with
from plein.web.request import ResidentRequest

WHY = Purpose("omdat u uw aanvragen bekeek", "AVG artikel 15")


def own_stores(request: ResidentRequest) -> list[CaseStore]:
    return list(stores_with(request.resident))


def own_shown(request: ResidentRequest, stores: list[CaseStore]) -> list[Shown]:
    return opened(request.resident, stores, purpose=WHY, by=request.actor, at=request.now)


def own_case(request: ResidentRequest, case_id: UUID) -> ForeignCase:
    """Raises `Http404` for what is not theirs, or of a store that was ended."""
    own = ForeignCase.objects.filter(state__resident=request.resident, state__store__ended_at=None)
    return get_object_or_404(own.select_related("state__store", "state__resident"), pk=case_id)


def own_case_shown(request: ResidentRequest, case: ForeignCase) -> Shown:
    return opened_case(case, purpose=WHY, by=request.actor, at=request.now)
