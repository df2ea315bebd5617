"""Budgetten: the list of a scheme without names, one by hand, and taking one back."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.identity.imports.records import Problem, RowsDoNotFit
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.desk.grants.forms import GrantForm
from plein.web.desk.grants.running import RaiseForm
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.actions.ending import revoke_grant
from plein.webshop.imports.applying import PotIsTooSmall, grant_rows, queue_rows
from plein.webshop.imports.rows import Row, read_rows
from plein.webshop.models import BlockReason, Grant, SchemePeriod
from plein.webshop.queries.desk import grants_of, periods


@staff_may(Right.GRANT)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    return render(request, "web/desk/grants/index.html", {"periods": periods()})


@staff_may(Right.GRANT)
@require_GET
def of_period(request: StaffRequest, period_id: UUID) -> HttpResponse:
    period = get_object_or_404(periods(), pk=period_id)
    words = request.GET.get("zoek", "").strip()[:60]
    context = {
        "period": period,
        "words": words,
        "pages": Pages(request, grants_of(period, words), 50),
    }
    return render(request, "web/desk/grants/of_period.html", context)


@staff_may(Right.GRANT)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest, period_id: UUID) -> HttpResponse:
    """A budget by hand is an import of one row: checked and booked the same way."""
    period = get_object_or_404(periods(), pk=period_id)
    form, too_little = GrantForm(request.POST or None), False
    if request.method == "POST" and form.is_valid():
        rows, problems = read_rows([form.as_record()])
        try:
            if problems:
                raise RowsDoNotFit(problems)
            return _given(request, period, rows)
        except RowsDoNotFit as refusal:
            _show(form, refusal.problems)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            too_little = isinstance(refusal, PotIsTooSmall)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "period": period, "too_little": too_little}
    return render(request, "web/desk/grants/form.html", context, status=status)


def _given(request: StaffRequest, period: SchemePeriod, rows: list[Row]) -> HttpResponse:
    """The budget; or, when staff chose that because the pot is too small, a place in the queue."""
    if "wachtlijst" in request.POST:
        queue_rows(rows, period=period, by=request.actor, at=request.now)
        messages.success(request, _("Het budget staat op de wachtlijst."))
        return redirect("desk-waiting", period.pk)
    booked = grant_rows(rows, period=period, by=request.actor, at=request.now)
    return _done(request, period, booked.grants)


def _show(form: GrantForm, problems: list[Problem]) -> None:
    for problem in problems:
        form.add_error(form.FIELD_OF.get(problem.column), str(problem.text))


def _done(request: StaffRequest, period: SchemePeriod, grants: list[Grant]) -> HttpResponse:
    if grants:
        messages.success(request, _("Het budget is toegekend."))
    else:
        messages.info(request, _("Onder dit kenmerk was het budget al toegekend."))
    return redirect("desk-grants-of", period.pk)


@staff_may(Right.GRANT)
@require_GET
def show(request: StaffRequest, grant_id: UUID) -> HttpResponse:
    grant = _own(grant_id)
    context = {
        "grant": grant,
        "open_orders": grant.reserve.balance,
        "raise_form": RaiseForm(initial={"key": uuid4().hex}),
        "reasons": BlockReason,
    }
    return render(request, "web/desk/grants/show.html", context)


@staff_may(Right.GRANT)
@require_POST
def revoke(request: StaffRequest, grant_id: UUID) -> HttpResponse:
    grant = _own(grant_id)
    try:
        revoke_grant(grant, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Het budget is gestopt. Wat over was, staat in de pot."))
    return redirect("desk-grant", grant.pk)


def _own(grant_id: UUID) -> Grant:
    grants = Grant.objects.select_related("period__scheme", "budget", "reserve", "member")
    return get_object_or_404(grants, pk=grant_id)
