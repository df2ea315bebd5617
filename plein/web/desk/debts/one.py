"""One debt: why, what is open, what was agreed, and what staff can do about it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from plein.audit.actions import Purpose
from plein.identity.gate import SealedText, read_sealed
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.payments.actions.debts import EXPLANATION, drop_debt
from plein.payments.actions.paying_back import agree_plan, most_per_month, refuse_plan, rest
from plein.payments.actions.receiving import write_down
from plein.payments.actions.remitting import propose_remission
from plein.payments.models import Cause, Debt, DebtState, PlanState
from plein.payments.owed_statement import words_of
from plein.payments.queries import debts, plan_of, steps_of
from plein.web.desk.debts.forms import AnswerForm, RestForm
from plein.web.desk.debts.received_form import ReceivedForm
from plein.web.desk.debts.receiving import say_received
from plein.web.desk.debts.remission_forms import RemissionForm
from plein.web.form_key import form_key
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.workflows.owed_letters import decide_on_debt

WHY = Purpose("om te kijken hoe u terugbetaalt", "Participatiewet art. 58 en 60")


@staff_may(Right.HANDLE_AWARDS)
@require_GET
def show(request: StaffRequest, debt_id: UUID) -> HttpResponse:
    return _page(request, _find(debt_id))


@staff_may(Right.HANDLE_AWARDS)
@require_POST
def act(request: StaffRequest, debt_id: UUID, name: str) -> HttpResponse:
    debt = _find(debt_id)
    if name in FILLED_IN:
        return _filled_in(request, debt, name)
    if name not in SIMPLE:
        raise Http404
    do, said = SIMPLE[name]
    return _answer(request, debt, lambda: do(request, debt), said)


def _filled_in(request: StaffRequest, debt: Debt, name: str) -> HttpResponse:
    do, said, key = FILLED_IN[name]
    form = _forms(request, debt, request.POST)[key]
    if not form.is_valid():
        return _page(request, debt, status=422, **{key: form})
    try:
        do(request, debt, form)
    except Refusal as refusal:
        form.add_error(next(iter(form.fields)), str(refusal))
        return _page(request, debt, status=422, **{key: form})
    if said:
        messages.success(request, str(said))
    return redirect("desk-debt", debt.pk)


def _answer(
    request: StaffRequest, debt: Debt, do: Callable[[], object], said: str | Promise
) -> HttpResponse:
    try:
        do()
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, str(said))
    return redirect("desk-debt", debt.pk)


def _find(debt_id: UUID) -> Debt:
    return get_object_or_404(debts().select_related("resident", "decided_by__account"), pk=debt_id)


def _forms(request: StaffRequest, debt: Debt, data: Any = None) -> dict[str, Any]:
    return {
        "rest_form": RestForm(data, today=request.today),
        "remit_form": RemissionForm(data, cause=Cause(debt.cause)),
        "received_form": ReceivedForm(data, today=request.today),
        "answer_form": AnswerForm(data),
    }


def _page(request: StaffRequest, debt: Debt, *, status: int = 200, **bound: Any) -> HttpResponse:
    sealed = SealedText(debt.pk, EXPLANATION, debt.explanation_sealed)
    (explanation,) = read_sealed(
        debt.resident, [sealed], purpose=WHY, by=request.actor, at=request.now
    )
    plans = list(debt.plans.order_by("-made_at"))
    context = {
        "debt": debt,
        "explanation": explanation,
        "total": debt.cents + debt.gross,
        "steps": [(words_of(each), each) for each in steps_of(debt)],
        "plan": plan_of(plans, PlanState.AGREED),
        "proposal": plan_of(plans, PlanState.PROPOSED),
        "most": most_per_month(debt),
        "is_own": debt.proposed_by_id == request.staff.pk,
        "waits": debt.state == DebtState.PROPOSED,
        "form": next(iter(bound.values()), None),
        "rests": debt.rests_on(request.today),
        "key": uuid4(),
        "payments": debt.payments.order_by("received_on", "written_at"),
        "remissions": debt.remissions.order_by("-made_at"),
        **_forms(request, debt),
        **bound,
    }
    return render(request, "web/desk/debts/one.html", context, status=status)


def _agree(request: StaffRequest, debt: Debt) -> object:
    plan = get_object_or_404(debt.plans.filter(state=PlanState.PROPOSED))
    return agree_plan(plan, by=request.staff, at=request.now)


def _refuse(request: StaffRequest, debt: Debt, form: AnswerForm) -> None:
    plan = get_object_or_404(debt.plans.filter(state=PlanState.PROPOSED))
    refuse_plan(plan, form.cleaned_data["answer"], by=request.staff, at=request.now)


def _rest(request: StaffRequest, debt: Debt, form: RestForm) -> None:
    rest(debt, form.cleaned_data["until"], by=request.staff, at=request.now)


def _remit(request: StaffRequest, debt: Debt, form: RemissionForm) -> None:
    key = form_key(request)
    propose_remission(debt, form.asked(), key=key, by=request.staff, at=request.now)


def _receive(request: StaffRequest, debt: Debt, form: ReceivedForm) -> None:
    key = form_key(request)
    kept = write_down(debt, form.came_in(), key=key, by=request.staff, at=request.now)
    say_received(request, kept, debt.number)


SIMPLE: dict[str, tuple[Callable[[StaffRequest, Debt], object], str | Promise]] = {
    "besluit": (
        lambda request, debt: decide_on_debt(debt, by=request.staff, at=request.now),
        _("Het besluit is genomen."),
    ),
    "niet": (
        lambda request, debt: drop_debt(debt, by=request.staff, at=request.now),
        _("Dit gaat niet door."),
    ),
    "akkoord": (_agree, _("De afspraak geldt vanaf deze maand.")),
}
FILLED_IN: dict[str, tuple[Callable[..., None], str | Promise, str]] = {
    "niet-akkoord": (_refuse, _("De inwoner leest uw antwoord."), "answer_form"),
    "rust": (_rest, _("Tot die dag wordt er niets ingehouden."), "rest_form"),
    "kwijtschelden": (_remit, _("Voorgesteld. Een collega beslist."), "remit_form"),
    "ontvangen": (_receive, "", "received_form"),
}
