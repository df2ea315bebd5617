"""Terugbetalen: what was paid too much, what waits for somebody, and what is being paid back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.payments.actions.debts import propose_debt
from plein.payments.queries import (
    open_debts,
    overpaid_awards,
    waiting_debts,
    waiting_plans,
    waiting_remissions,
)
from plein.web.desk.debts.forms import ClaimForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

MOST = 100  # on a page


@staff_may(Right.HANDLE_AWARDS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    context = {
        "overpaid": overpaid_awards()[:MOST],
        "waiting": waiting_debts()[:MOST],
        "plans": waiting_plans()[:MOST],
        "remissions": waiting_remissions()[:MOST],
        "debts": open_debts()[:MOST],
    }
    return render(request, "web/desk/debts/index.html", context)


@staff_may(Right.HANDLE_AWARDS)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest, award_id: UUID) -> HttpResponse:
    """A colleague decides on it."""
    award = get_object_or_404(overpaid_awards().select_related("resident"), pk=award_id)
    overpaid = -award.overpaid.balance
    form = ClaimForm(request.POST or None, initial={"cents": overpaid})
    if request.method == "POST" and form.is_valid():
        try:
            debt = propose_debt(award, form.claim(), by=request.staff, at=request.now)
        except Refusal as refusal:
            form.add_error("cents", str(refusal))
        else:
            return redirect("desk-debt", debt.pk)
    status = 422 if request.method == "POST" else 200
    context = {"award": award, "overpaid": overpaid, "form": form}
    return render(request, "web/desk/debts/new.html", context, status=status)
