"""What a resident pays back: why, how much is left, and what they propose themselves."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from plein.audit.actions import Purpose
from plein.delivery.actions.unread import mark_seen
from plein.identity.gate import SealedText, read_sealed
from plein.kernel.refusal import Refusal
from plein.payments.actions.debts import EXPLANATION
from plein.payments.actions.paying_back import most_per_month, propose_plan
from plein.payments.actions.remitting import WHY_NOT
from plein.payments.models import Debt, DebtState, PlanState, Remission, RemissionState
from plein.payments.owed_statement import words_of
from plein.payments.queries import debts, plan_of, steps_of
from plein.web.fields import MoneyField
from plein.web.forms import PleinForm
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest

WHY = Purpose("omdat u keek hoe u terugbetaalt", "AVG artikel 15")


class ProposalForm(PleinForm):
    per_month = MoneyField(label=gettext_lazy("Wat kunt u elke maand betalen?"))


@resident_only
@require_GET
def index(request: ResidentRequest) -> HttpResponse:
    mine = debts().filter(resident=request.resident, state=DebtState.DECIDED)
    let_go = Remission.objects.filter(
        award__resident=request.resident, debt=None, state=RemissionState.AGREED
    )
    context = {"debts": mine, "let_go": let_go.select_related("letter").order_by("settled_at")}
    return render(request, "web/resident/payback/index.html", context)


@resident_only
@require_http_methods(["GET", "POST"])
def one(request: ResidentRequest, debt_id: UUID) -> HttpResponse:
    mine = debts().filter(resident=request.resident, state=DebtState.DECIDED)
    debt = get_object_or_404(mine.select_related("resident", "letter"), pk=debt_id)
    if debt.award.topic_id:
        mark_seen(debt.award.topic_id, at=request.now)
    form = ProposalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            given = form.cleaned_data["per_month"]
            propose_plan(debt, given, by=request.actor, at=request.now)
        except Refusal as refusal:
            form.add_error("per_month", str(refusal))
        else:
            messages.success(request, _("Uw voorstel is verstuurd. U hoort van ons."))
            return redirect("payback-one", debt.pk)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, **_shown(request, debt)}
    return render(request, "web/resident/payback/one.html", context, status=status)


def _shown(request: ResidentRequest, debt: Debt) -> dict[str, Any]:
    agreed = debt.remissions.filter(state=RemissionState.AGREED).order_by("settled_at")
    remissions = list(agreed.select_related("letter"))
    sealed = [SealedText(debt.pk, EXPLANATION, debt.explanation_sealed)]
    sealed += [SealedText(each.pk, WHY_NOT, each.why_sealed) for each in remissions]
    explanation, *why_not = read_sealed(
        debt.resident, sealed, purpose=WHY, by=request.actor, at=request.now
    )
    plans = list(debt.plans.order_by("-made_at"))
    return {
        "debt": debt,
        "total": debt.cents + debt.gross,
        "explanation": explanation,
        "remissions": list(zip(remissions, why_not, strict=True)),
        "steps": [(words_of(each), each) for each in steps_of(debt)],
        "plan": plan_of(plans, PlanState.AGREED),
        "proposal": plan_of(plans, PlanState.PROPOSED),
        "refused": plan_of(plans[:1], PlanState.REFUSED),
        "most": most_per_month(debt),
        "rests": debt.rests_on(request.today),
    }
