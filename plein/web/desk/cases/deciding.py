"""Staff decide: with advice of the rules when they ask, and a colleague where that is due."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from plein.cases.actions.following_up import done_by_hand
from plein.cases.actions.proposing import send_back
from plein.cases.models import Case, Decision, FollowUp, Proposal
from plein.cases.weighing import Draft, Weighing
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.desk.cases.acts import answer
from plein.web.desk.cases.case import find_case, page
from plein.web.desk.cases.decide_form import DecideForm, SendBackForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.workflows.advising import advise
from plein.workflows.deciding import SayWhyItDiffers, confirm_case, decide_case, unmet_of

SAID = {
    Decision: _("De inwoner leest nu uw besluit."),
    Proposal: _("Uw voorstel staat klaar. Een collega kijkt ernaar."),
}


@staff_may(Right.HANDLE_CASES)
@require_POST
def advice(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """One look into the vault; a page that is opened again makes none."""
    try:
        found = advise(find_case(case_id), by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk-case", case_id)
    return redirect(f"{reverse('desk-case', args=[case_id])}?advies={found.pk}#besluit")


@staff_may(Right.HANDLE_CASES)
@require_POST
def decision(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = find_case(case_id)
    form = DecideForm(request.POST, document=case.case_type.read, today=request.today)
    if not form.is_valid():
        return page(request, case, decide_form=form)
    try:
        made = decide_case(case, _draft(request, case, form), by=request.staff, at=request.now)
    except SayWhyItDiffers as refusal:
        form.add_error("differs", str(refusal))
        return page(request, case, decide_form=form)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, str(SAID[type(made)]))
    return redirect("desk-case", case_id)


@staff_may(Right.HANDLE_CASES)
@require_POST
def confirm(request: StaffRequest, case_id: UUID, proposal_id: UUID) -> HttpResponse:
    proposal = _proposal(case_id, proposal_id)
    return answer(
        request,
        case_id,
        lambda: confirm_case(proposal, by=request.staff, at=request.now),
        _("Het besluit is bevestigd. De inwoner leest het nu."),
    )


@staff_may(Right.HANDLE_CASES)
@require_POST
def back(request: StaffRequest, case_id: UUID, proposal_id: UUID) -> HttpResponse:
    proposal, form = _proposal(case_id, proposal_id), SendBackForm(request.POST)
    if not form.is_valid():
        return page(request, find_case(case_id), back_form=form)
    why = form.cleaned_data["why"]
    return answer(
        request,
        case_id,
        lambda: send_back(proposal, why, by=request.staff, at=request.now),
        _("Uw collega leest wat er anders moet."),
    )


@staff_may(Right.HANDLE_CASES)
@require_POST
def by_hand(request: StaffRequest, case_id: UUID, follow_up_id: UUID) -> HttpResponse:
    follow_up = get_object_or_404(FollowUp, pk=follow_up_id, decision__case=case_id)
    return answer(
        request,
        case_id,
        lambda: done_by_hand(follow_up, by=request.staff, at=request.now),
        _("Dit is genoteerd."),
    )


def _proposal(case_id: UUID, proposal_id: UUID) -> Proposal:
    found = Proposal.objects.select_related("case__topic", "case__case_type")
    return get_object_or_404(found, pk=proposal_id, case=case_id)


def _draft(request: StaffRequest, case: Case, form: DecideForm) -> Draft:
    given = form.cleaned_data
    unmet = unmet_of(case, given.get("unmet", []), at=request.now)
    return Draft(
        given["result"],
        given["explanation"],
        form.gives(),
        Weighing(unmet, given.get("differs", "").strip()),
        case.advices.filter(pk=given["advice"]).first() if given.get("advice") else None,
    )
