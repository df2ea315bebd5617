"""Doe iets voor een ander: open their aanvragen, and be oneself again."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plein.identity.acting_for import mandate_to_act
from plein.web.person import ACTING_FOR
from plein.web.policies import resident_only, resident_or_helper
from plein.web.request import ResidentRequest


@resident_only
@require_POST
def begin(request: ResidentRequest, mandate_id: UUID) -> HttpResponse:
    mandate = mandate_to_act(request.resident, mandate_id, request.today)
    if mandate is None:
        raise Http404
    request.session[ACTING_FOR] = str(mandate.pk)
    return redirect("cases")


@resident_or_helper
@require_POST
def done(request: ResidentRequest) -> HttpResponse:
    request.session.pop(ACTING_FOR, None)
    return redirect("helping")
