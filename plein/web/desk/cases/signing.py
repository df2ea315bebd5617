"""Staff ask a second person to sign, or let that go."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from plein.cases.actions.asking_to_sign import ask_to_sign, withdraw_request
from plein.identity.models import Resident
from plein.identity.roles import Right
from plein.web.desk.cases.acts import answer
from plein.web.desk.cases.case import find_case, page
from plein.web.desk.cases.signing_shown import LetGoForm, SignerForm, adults_at_home
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.HANDLE_CASES)
@require_POST
def ask(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """One of the adults at home."""
    case = find_case(case_id)
    form = SignerForm(request.POST, adults=adults_at_home(request, case))
    if not form.is_valid():
        return page(request, case, sign_form=form)
    signer = get_object_or_404(Resident, pk=form.cleaned_data["signer"])
    return answer(
        request,
        case_id,
        lambda: ask_to_sign(case, signer, by=request.actor, at=request.now),
        _("De handtekening is gevraagd. De inwoner ziet dat."),
    )


@staff_may(Right.HANDLE_CASES)
@require_POST
def let_go(request: StaffRequest, case_id: UUID, signature_id: UUID) -> HttpResponse:
    case, form = find_case(case_id), LetGoForm(request.POST)
    signature = get_object_or_404(case.signatures, pk=signature_id)
    if not form.is_valid():
        return page(request, case, let_go_form=form)
    why = form.cleaned_data["why"]
    return answer(
        request,
        case_id,
        lambda: withdraw_request(signature, why, by=request.actor, at=request.now),
        _("Deze handtekening hoeft niet meer. De inwoner ziet dat."),
    )
