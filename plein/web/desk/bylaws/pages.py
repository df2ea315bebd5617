"""Eigen bedragen en grenzen: what this municipality sets; one proposes, another approves."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.bylaws.actions import approve_bylaw, propose_bylaw, withdraw_bylaw
from plein.bylaws.laid_over import own_norms
from plein.bylaws.models import Bylaw
from plein.bylaws.queries import OwnNorms, own_norms_by_regeling
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.regelingen.library import rule_book
from plein.web.desk.bylaws.form import BylawForm
from plein.web.desk.bylaws.shown import overview_of, proposal_of, rows_of
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.APPROVE_BYLAWS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    every = own_norms_by_regeling(rule_book().norms)
    waiting = [each for own in every for each in own.bylaws if each.is_open]
    context = {
        "waiting": [proposal_of(each, rule_book().norms, by=request.staff) for each in waiting],
        "rows": [overview_of(each, request.today) for each in every],
        "may_propose": request.staff.may(Right.PROPOSE_BYLAWS),
    }
    return render(request, "web/desk/bylaws/index.html", context)


@staff_may(Right.PROPOSE_BYLAWS)
@require_http_methods(["GET", "POST"])
def propose(request: StaffRequest, regeling: str) -> HttpResponse:
    own = _of(regeling.replace("-", "_"))
    now, names = own_norms(rule_book().norms), [norm.name for norm in own.norms]
    norms = [now.of(own.regeling)[name] for name in names]
    form = BylawForm(request.POST or None, norms=norms, today=request.today)
    if form.is_bound and form.is_valid() and _proposed(request, own, form):
        return redirect("desk-bylaws")
    context = {"own": own, "form": form, "rows": rows_of(now, names, own.regeling, request.today)}
    status = 422 if form.errors else 200
    return render(request, "web/desk/bylaws/propose.html", context, status=status)


@staff_may(Right.APPROVE_BYLAWS)
@require_POST
def decide(request: StaffRequest, bylaw_id: UUID) -> HttpResponse:
    """Approve, or take the proposal back."""
    bylaw, withdraws = get_object_or_404(Bylaw, pk=bylaw_id), "intrekken" in request.POST
    act = withdraw_bylaw if withdraws else approve_bylaw
    try:
        act(bylaw, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        done = (
            _("Het voorstel is ingetrokken.") if withdraws else _("Vanaf nu rekenen wij hiermee.")
        )
        messages.success(request, done)
    return redirect("desk-bylaws")


def _of(regeling: str) -> OwnNorms:
    for own in own_norms_by_regeling(rule_book().norms):
        if own.regeling == regeling:
            return own
    raise Http404


def _proposed(request: StaffRequest, own: OwnNorms, form: BylawForm) -> bool:
    given = form.cleaned_data
    try:
        propose_bylaw(
            regeling=own.regeling,
            title=given["title"],
            url=given["url"],
            since=given["since"],
            figures=form.figures(),
            by=request.staff,
            at=request.now,
        )
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Uw voorstel staat klaar. Een collega keurt het goed."))
    return True
