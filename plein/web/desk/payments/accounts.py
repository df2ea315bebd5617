"""Another account for a benefit: one proposes it, and a colleague looks at it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.payments.actions.accounts import confirm_account, propose_account, refuse_account
from plein.payments.models import PayAccount
from plein.web.desk.payments.award import page
from plein.web.desk.payments.forms import AccountForm
from plein.web.desk.payments.looking import find_award
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.HANDLE_AWARDS)
@require_POST
def propose(request: StaffRequest, award_id: UUID) -> HttpResponse:
    award, form = find_award(award_id), AccountForm(request.POST)
    if not form.is_valid():
        return page(request, award, account_form=form)
    try:
        propose_account(award, form.payee(), by=request.staff, at=request.now)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return page(request, award, account_form=form)
    messages.success(request, _("Voorgesteld. Een collega moet ernaar kijken."))
    return redirect("desk-award", award_id)


@staff_may(Right.HANDLE_AWARDS)
@require_POST
def settle(request: StaffRequest, account_id: UUID) -> HttpResponse:
    """The button says which: confirm it, or not."""
    account = get_object_or_404(PayAccount.objects.select_related("award"), pk=account_id)
    confirms = request.POST.get("antwoord") == "ja"
    act = confirm_account if confirms else refuse_account
    try:
        act(account, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        said = _("Vanaf nu betalen wij op deze rekening.") if confirms else _("Dit gaat niet door.")
        messages.success(request, said)
    return redirect("desk-award", account.award_id)
