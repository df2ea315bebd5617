"""De opgave: is it the same as before, what does it do to the amount, and only then sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.payments.actions.telling import may_be_told, tell_income
from plein.payments.calculating import Inputs
from plein.payments.effect import effect_of
from plein.payments.known import known_of
from plein.payments.living import Income
from plein.payments.models import Award, AwardMonth, Statement
from plein.payments.shown_wage import ShownWage
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.benefit.effect_shown import effect_shown
from plein.web.resident.benefit.income_form import IncomeForm, said
from plein.web.resident.benefit.known_wage import KnownWage, goes_along, known_wage
from plein.web.resident.benefit.own import WHY, own_award
from plein.workflows.our_rules import our_rules

TYPED = "benefit_statement"  # in the sealed session, until it is sent
LOOKED_AT_WITHIN = timedelta(weeks=8)  # a reasonable term, Awb 4:13


@dataclass(frozen=True, slots=True)
class Asked:
    """A month of an award, and what it would be worked out with if nothing changed."""

    award: Award
    month: date
    inputs: Inputs

    @property
    def has_partner(self) -> bool:
        return self.inputs.stretches[-1].living.partner_born is not None


@resident_only
@require_http_methods(["GET", "POST"])
def form(request: ResidentRequest, month: date) -> HttpResponse:
    """One tap where nothing changed; else the amounts, which come back as they were typed."""
    try:
        asked = _asked(request, month)
    except Refusal as refusal:
        return _not_now(request, refusal)
    wage = known_wage(request, asked.inputs.stretches[-1].living, month, our_rules())
    proposal = _proposal(asked, wage)
    if request.method == "POST" and "same" in request.POST:
        return _to_check(request, month, proposal, wage)
    typed = _typed(request, month)
    given = IncomeForm(
        request.POST or None,
        has_partner=asked.has_partner,
        initial=_filled_in(typed.income if typed else proposal),
    )
    if request.method == "POST" and given.is_valid():
        return _to_check(request, month, given.income(), wage)
    context = {
        "month": month,
        "proposal": list(said(proposal)),
        "wage": wage,
        "form": given,
        "is_open": given.is_bound or typed is not None,
        "told": _told(asked.award, month),
    }
    status = 422 if given.errors else 200
    return render(request, "web/resident/benefit/statement.html", context, status=status)


@resident_only
@require_http_methods(["GET", "POST"])
def check(request: ResidentRequest, month: date) -> HttpResponse:
    """What it does to the amount, and only then the button."""
    typed = _typed(request, month)
    if typed is None:
        is_told = _told(own_award(request, month), month)
        return redirect("benefit-statement-done" if is_told else "benefit-statement", month)
    if request.method == "POST":
        return _send(request, month, typed)
    try:
        asked = _asked(request, month)
    except Refusal as refusal:
        return _not_now(request, refusal)
    effect = effect_of(asked.award, asked.inputs, typed.income, our_rules(), month, at=request.now)
    told = list(said(typed.income))
    context = {"month": month, "told": told, "shown": typed.shown, **effect_shown(effect)}
    return render(request, "web/resident/benefit/check.html", context)


@resident_only
@require_GET
def done(request: ResidentRequest, month: date) -> HttpResponse:
    """Who is at turn, and by when."""
    award = own_award(request, month)
    told = _told(award, month)
    if told is None:
        raise Http404
    paid = AwardMonth.objects.filter(award=award, month=month, fixed_at__lte=told.known_at)
    context = {
        "month": month,
        "told": told,
        "is_late": paid.exists(),
        "until": local_day(told.known_at) + LOOKED_AT_WITHIN,
    }
    return render(request, "web/resident/benefit/done.html", context)


def _asked(request: ResidentRequest, month: date) -> Asked:
    """Raises as `may_be_told`."""
    award = own_award(request, month)
    may_be_told(award, month, request.today)
    at, by = request.now, request.actor
    inputs = known_of([award], month, at=at, by=by, now=at, why=WHY)[award.pk].inputs
    if inputs is None:
        raise Http404
    return Asked(award, month, inputs)


def _proposal(asked: Asked, wage: KnownWage | None) -> Income:
    """As it was the last time; a wage that we know of this month takes the place of that one."""
    before = asked.inputs.income
    return before.model_copy(update={"wage": wage.net}) if wage else before


def _send(request: ResidentRequest, month: date, typed: "Typed") -> HttpResponse:
    award = own_award(request, month)
    try:
        tell_income(
            award,
            month,
            typed.income,
            by=request.actor,
            at=request.now,
            key=typed.key,
            shown=typed.shown,
        )
    except Refusal as refusal:
        return _not_now(request, refusal)
    request.session.pop(TYPED, None)
    return redirect("benefit-statement-done", month)


@dataclass(frozen=True, slots=True)
class Typed:
    income: Income
    key: UUID
    shown: ShownWage | None


def _typed(request: ResidentRequest, month: date) -> Typed | None:
    kept: Mapping[str, Any] = request.session.get(TYPED, {})
    if kept.get("month") != month.isoformat():
        return None
    shown = kept.get("shown")
    return Typed(
        Income(**kept["income"]), UUID(kept["key"]), ShownWage.read(shown) if shown else None
    )


def _to_check(
    request: ResidentRequest, month: date, income: Income, wage: KnownWage | None
) -> HttpResponse:
    kept = {"month": month.isoformat(), "income": income.model_dump(), "key": str(uuid4())}
    if shown := goes_along(request, income, wage):
        kept["shown"] = shown.written()
    request.session[TYPED] = kept
    return redirect("benefit-statement-check", month)


def _filled_in(income: Income) -> dict[str, int]:
    return {name: cents for name, cents in income.model_dump().items() if cents}


def _told(award: Award, month: date) -> Statement | None:
    own = Statement.objects.filter(award=award, month=month, by_resident=True)
    return own.order_by("-known_at").first()


def _not_now(request: ResidentRequest, refusal: Refusal) -> HttpResponse:
    messages.info(request, str(refusal))
    return redirect("benefit")
