"""What need not be paid back: a proposal, and a colleague who decides on it."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.audit.actions import Purpose
from plein.identity.gate import SealedText, read_sealed
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.payments.actions.remitting import WHY_NOT, propose_letting_go, refuse_remission
from plein.payments.models import ARTICLES, Award, Cause, Ground, Remission, RemissionState
from plein.web.desk.debts.remission_forms import LettingGoForm
from plein.web.form_key import form_key
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.workflows.owed_letters import decide_remission

WHY = Purpose("om te beslissen of u iets niet terugbetaalt", "Participatiewet art. 58 en 60c")


@staff_may(Right.HANDLE_AWARDS)
@require_http_methods(["GET", "POST"])
def let_go(request: StaffRequest, award_id: UUID) -> HttpResponse:
    """Of what was paid too much, before it is a debt: of months, or of an advance."""
    award = get_object_or_404(Award.objects.select_related("overpaid", "advance"), pk=award_id)
    form = LettingGoForm(request.POST or None, initial={"cents": -award.overpaid.balance or None})
    if request.method == "POST" and form.is_valid():
        try:
            row = propose_letting_go(
                award,
                Cause(form.cleaned_data["cause"]),
                form.asked(),
                key=form_key(request),
                by=request.staff,
                at=request.now,
            )
        except Refusal as refusal:
            form.add_error("cents", str(refusal))
        else:
            return redirect("desk-remission", row.pk)
    status = 422 if request.method == "POST" else 200
    context = {"award": award, "form": form, "key": uuid4()}
    return render(request, "web/desk/debts/let_go.html", context, status=status)


@staff_may(Right.HANDLE_AWARDS)
@require_http_methods(["GET", "POST"])
def one(request: StaffRequest, remission_id: UUID) -> HttpResponse:
    """The button says which: it need not be paid back, or this does not go on."""
    rows = Remission.objects.select_related("award__resident", "debt", "proposed_by__account")
    row = get_object_or_404(rows.select_related("settled_by__account"), pk=remission_id)
    if request.method == "POST":
        return _settle(request, row)
    return render(request, "web/desk/debts/remission.html", _shown(request, row))


def _settle(request: StaffRequest, row: Remission) -> HttpResponse:
    agrees = request.POST.get("antwoord") == "ja"
    act = decide_remission if agrees else refuse_remission
    try:
        act(row, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        said = _("Besloten. De inwoner krijgt een brief.") if agrees else _("Dit gaat niet door.")
        messages.success(request, said)
    return redirect("desk-remission", row.pk)


def _shown(request: StaffRequest, row: Remission) -> dict[str, Any]:
    sealed = SealedText(row.pk, WHY_NOT, row.why_sealed)
    (why,) = read_sealed(
        row.award.resident, [sealed], purpose=WHY, by=request.actor, at=request.now
    )
    return {
        "row": row,
        "why": why,
        "article": ARTICLES[Ground(row.ground)],
        "waits": row.state == RemissionState.PROPOSED,
        "is_own": row.proposed_by_id == request.staff.pk,
    }
