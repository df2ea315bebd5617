"""Doe iets voor een ander: open their aanvragen or shop, and be oneself again."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plein.identity.acting_for import CASES, SHOP, mandate_to_act
from plein.web.person import ACTING_FOR
from plein.web.policies import resident_only, resident_or_helper, shopper_only
from plein.web.request import ResidentRequest


@resident_only
@require_POST
def begin(request: ResidentRequest, mandate_id: UUID) -> HttpResponse:
    _act_in(CASES, request, mandate_id)
    return redirect("cases")


@shopper_only
@require_POST
def begin_shop(request: ResidentRequest, mandate_id: UUID) -> HttpResponse:
    _act_in(SHOP, request, mandate_id)
    return redirect("shop")


def _act_in(part: str, request: ResidentRequest, mandate_id: UUID) -> None:
    mandate = mandate_to_act(request.resident, mandate_id, request.today, [part])
    if mandate is None:
        raise Http404
    request.session[ACTING_FOR] = str(mandate.pk)


@resident_or_helper
@require_POST
def done(request: ResidentRequest) -> HttpResponse:
    request.session.pop(ACTING_FOR, None)
    return redirect("helping")
