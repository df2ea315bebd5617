"""Regelingen: made from a template, changed, opened, paused and closed."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.desk.schemes.forms import (
    AmountFormSet,
    CreditForm,
    SchemeForm,
    amounts_in,
    amounts_of,
    initial_for,
    template_amounts,
)
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.actions.credits import propose_credit
from plein.webshop.actions.schemes import change_scheme, make_scheme, move_scheme
from plein.webshop.limits import limit_words, limits_of
from plein.webshop.models import SchemeKind, SchemePeriod, SchemeStatus, SubjectKind
from plein.webshop.queries.desk import periods

HOUSEHOLD_FIRST = {SchemeKind.ENERGIE: SubjectKind.HOUSEHOLD}


@staff_may(Right.MANAGE_SCHEMES)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    context = {"periods": periods(), "kinds": SchemeKind}
    return render(request, "web/desk/schemes/index.html", context)


@staff_may(Right.MANAGE_SCHEMES)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest, kind: str) -> HttpResponse:
    """One form for all of it, begun from a template."""
    if kind not in SchemeKind.values:
        raise Http404
    chosen = SchemeKind(kind)
    year = str(request.today.year)
    first = {
        "name": chosen.label,
        "period_name": year,
        "subject": HOUSEHOLD_FIRST.get(chosen, SubjectKind.MEMBER),
    }
    form = SchemeForm(request.POST or None, initial=first)
    rows = AmountFormSet(request.POST or None, initial=template_amounts(chosen))
    if request.method == "POST" and form.is_valid() and rows.is_valid():
        try:
            plan = form.plan(chosen, amounts_in(rows))
            period = make_scheme(plan, by=request.staff, at=request.now)
        except Refusal as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("De regeling is gemaakt. Stel nu het krediet voor."))
            return redirect("desk-scheme", period.pk)
    return _form_page(request, form, rows, kind=chosen)


@staff_may(Right.MANAGE_SCHEMES)
@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest, period_id: UUID) -> HttpResponse:
    period = _own(period_id)
    form = SchemeForm(request.POST or None, initial=initial_for(period))
    rows = AmountFormSet(request.POST or None, initial=amounts_of(period))
    if request.method == "POST" and form.is_valid() and rows.is_valid():
        try:
            plan = form.plan(SchemeKind(period.scheme.kind), amounts_in(rows))
            change_scheme(period, plan, by=request.staff, at=request.now)
        except Refusal as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("De regeling is veranderd."))
            return redirect("desk-scheme", period.pk)
    return _form_page(request, form, rows, period=period)


@staff_may(Right.MANAGE_SCHEMES)
@require_GET
def show(request: StaffRequest, period_id: UUID) -> HttpResponse:
    period = _own(period_id)
    moves = period.scheme.MOVES[SchemeStatus(period.scheme.status)]
    context = {
        "period": period,
        "amounts": period.amounts.all(),
        "credits": period.credits.select_related("proposed_by__account", "approved_by__account"),
        "products": period.scheme.assortment.count(),
        "limits": [limit_words(each) for each in limits_of([period.scheme_id])],
        "moves": [move for move in SchemeStatus if move in moves],
        "credit_form": CreditForm(),
    }
    return render(request, "web/desk/schemes/show.html", context)


@staff_may(Right.MANAGE_SCHEMES)
@require_POST
def move(request: StaffRequest, period_id: UUID) -> HttpResponse:
    period = _own(period_id)
    to = request.POST.get("to", "")
    try:
        move_scheme(period.scheme, SchemeStatus(to), by=request.staff, at=request.now)
    except ValueError:
        raise Http404 from None
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("De regeling is nu %(state)s.") % {"state": to})
    return redirect("desk-scheme", period.pk)


@staff_may(Right.PROPOSE_CREDIT)
@require_POST
def credit(request: StaffRequest, period_id: UUID) -> HttpResponse:
    period = _own(period_id)
    form = CreditForm(request.POST)
    if form.is_valid():
        propose_credit(period, form.cleaned_data["amount"], by=request.staff, at=request.now)
        messages.success(request, _("Het voorstel staat klaar voor financiën."))
    else:
        messages.error(request, form.errors["amount"].as_text())
    return redirect("desk-scheme", period.pk)


def _own(period_id: UUID) -> SchemePeriod:
    return get_object_or_404(periods(), pk=period_id)


def _form_page(
    request: StaffRequest, form: SchemeForm, rows: object, **context: object
) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context |= {"form": form, "rows": rows}
    return render(request, "web/desk/schemes/form.html", context, status=status)
