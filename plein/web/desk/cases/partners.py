"""Organisations that work along in a case: let in and out, and given the turn."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from plein.cases.actions.handing_over import wait_for_other
from plein.cases.actions.participating import let_in, let_out, must_direct
from plein.cases.models import Case, Participation
from plein.cases.routing import WORDS, Routed, route
from plein.identity.roles import Right
from plein.web.desk.cases.acts import answer
from plein.web.desk.cases.case import find_case
from plein.web.desk.cases.forms import PartnerForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.HANDLE_CASES)
@require_http_methods(["GET", "POST"])
def partner(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """An organisation comes to work in the dossier, for this kind of case."""
    case, form = find_case(case_id), PartnerForm(request.POST or None)
    if not form.is_bound or not form.is_valid():
        return _choosing(request, case, form)
    given = form.cleaned_data
    last = given["until"]
    return answer(
        request,
        case_id,
        lambda: let_in(
            case,
            given["organisation"],
            purpose=given["purpose"],
            basis=given["basis"],
            parts=[case.case_type.key],
            until=last + timedelta(days=1) if last else None,
            by=request.staff,
            at=request.now,
        ),
        _("De organisatie werkt mee. De inwoner ziet dat."),
    )


@staff_may(Right.HANDLE_CASES)
@require_POST
def partner_nearby(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Who helps where the resident lives: a look at the address, so never by itself."""
    case = find_case(case_id)
    found = route(case, by=request.actor, at=request.now)
    form = PartnerForm(initial={"organisation": found.organisation})
    return _choosing(request, case, form, nearby=found)


@staff_may(Right.HANDLE_CASES)
@require_POST
def partner_turn(request: StaffRequest, case_id: UUID, participation_id: UUID) -> HttpResponse:
    case = find_case(case_id)
    return answer(
        request,
        case_id,
        lambda: wait_for_other(
            case, _own(case, participation_id), by=request.actor, at=request.now
        ),
        _("De organisatie is aan de beurt. De inwoner ziet dat."),
    )


@staff_may(Right.HANDLE_CASES)
@require_POST
def partner_out(request: StaffRequest, case_id: UUID, participation_id: UUID) -> HttpResponse:
    case = find_case(case_id)
    why = str(_("door de gemeente"))
    return answer(
        request,
        case_id,
        lambda: _let_out(request, case, participation_id, why),
        _("De organisatie ziet niets meer van dit dossier."),
    )


def _choosing(
    request: StaffRequest, case: Case, form: PartnerForm, nearby: Routed | None = None
) -> HttpResponse:
    because = WORDS[nearby.because] if nearby and nearby.because else ""
    context = {"case": case, "form": form, "nearby": nearby, "because": because}
    status = 422 if form.errors else 200
    return render(request, "web/desk/cases/partner.html", context, status=status)


def _let_out(request: StaffRequest, case: Case, participation_id: UUID, why: str) -> None:
    must_direct(case.dossier, request.staff)
    let_out(_own(case, participation_id), case, why, by=request.actor, at=request.now)


def _own(case: Case, participation_id: UUID) -> Participation:
    return get_object_or_404(Participation, pk=participation_id, dossier_id=case.dossier_id)
