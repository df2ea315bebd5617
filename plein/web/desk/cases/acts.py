"""What staff do with a case: one act, one answer, back to the case."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from plein.cases.actions.asking import ask_resident
from plein.cases.actions.deciding import close
from plein.cases.actions.handing_over import hand_back
from plein.cases.actions.moving import extend, go_on, reopen, take_up, wait_for_resident
from plein.cases.actions.reporting import let_file_at_once
from plein.cases.models import Case
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.desk.cases.case import find_case, page
from plein.web.desk.cases.forms import AskForm, WhyForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

SIMPLE: dict[str, tuple[Callable[..., Any], str | Promise]] = {
    "oppakken": (
        lambda case, request: take_up(case, by=request.staff, at=request.now),
        _("De aanvraag staat op uw naam."),
    ),
    "wachten": (
        lambda case, request: wait_for_resident(case, by=request.actor, at=request.now),
        _("De termijn staat stil."),
    ),
    "verder": (
        lambda case, request: go_on(case, by=request.actor, at=request.now),
        _("De termijn loopt weer."),
    ),
    "ga-door": (
        lambda case, request: hand_back(case, by=request.actor, at=request.now),
        _("U bent weer aan de beurt."),
    ),
    "afronden": (
        lambda case, request: close(case, by=request.staff, at=request.now),
        _("De aanvraag is klaar."),
    ),
}


@staff_may(Right.HANDLE_CASES)
@require_POST
def act(request: StaffRequest, case_id: UUID, name: str) -> HttpResponse:
    """An act without words of its own."""
    if name not in SIMPLE:
        raise Http404
    do, done = SIMPLE[name]
    case = get_object_or_404(Case, pk=case_id)
    return answer(request, case_id, lambda: do(case, request), done)


@staff_may(Right.HANDLE_CASES)
@require_POST
def ask(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = find_case(case_id)
    form = AskForm(request.POST, case_type=case.case_type, today=request.today)
    if not form.is_valid():
        return page(request, case, ask_form=form)
    return answer(
        request,
        case_id,
        lambda: ask_resident(
            case,
            **form.task(),
            waits=form.cleaned_data["waits"],
            by=request.actor,
            at=request.now,
        ),
        _("De inwoner ziet nu wat u vraagt."),
    )


WITH_WHY: dict[str, tuple[Callable[..., Any], str | Promise]] = {
    "verlengen": (extend, _("De termijn is verlengd.")),
    "zonder-zoektermijn": (let_file_at_once, _("De inwoner kan de aanvraag nu versturen.")),
    "heropenen": (reopen, _("De aanvraag is weer open.")),
}


@staff_may(Right.HANDLE_CASES)
@require_POST
def with_why(request: StaffRequest, case_id: UUID, name: str) -> HttpResponse:
    if name not in WITH_WHY:
        raise Http404
    (do, done), case, form = WITH_WHY[name], find_case(case_id), WhyForm(request.POST)
    if not form.is_valid():
        return page(request, case, why_form=form)
    why = form.cleaned_data["why"]
    return answer(request, case_id, lambda: do(case, why, by=request.actor, at=request.now), done)


def answer(
    request: StaffRequest, case_id: UUID, do: Callable[[], Any], done: str | Promise
) -> HttpResponse:
    try:
        do()
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, str(done))
    return redirect("desk-case", case_id)
