"""Uitkeringen betalen: the runs, how far one is, and what it pays."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.payments.actions.lines import to_pay
from plein.payments.checks import Flag
from plein.payments.models import PaymentRun, RunState
from plein.payments.totals import control_of, flag_counts, lines_to_look_at, totals_of
from plein.web.desk.payments.forms import NoteForm, RunForm
from plein.web.keyset import KeyPages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.workflows.paying import BUSY, has_stopped, start_run
from plein.workflows.specifying import progress_of

ON_PAGE = 50
MOST = 50
WITH_LINES = (RunState.CHECKING, RunState.PROPOSED)


@staff_may(Right.PAY_AWARDS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    runs = PaymentRun.objects.select_related("made_by__account", "decided_by__account")
    context = {"runs": list(runs.order_by("-number")[:MOST])}
    return render(request, "web/desk/payments/runs.html", context)


@staff_may(Right.PAY_AWARDS)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    form = RunForm(request.POST or None, today=request.today)
    if request.method == "POST" and form.is_valid():
        try:
            run = start_run(**form.cleaned_data, by=request.staff, at=request.now)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("desk-payment-run", run.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/payments/run_new.html", {"form": form}, status=status)


@staff_may(Right.PAY_AWARDS)
@require_GET
def show(request: StaffRequest, run_id: UUID) -> HttpResponse:
    """While a job works, the part itself is asked for again; without scripts by a link."""
    return run_page(request, find_run(run_id))


def find_run(run_id: UUID) -> PaymentRun:
    runs = PaymentRun.objects.select_related("made_by__account", "decided_by__account")
    return get_object_or_404(runs, pk=run_id)


def asked_flag(given: QueryDict) -> str:
    flag = given.get("vraag", "")
    return flag if flag in Flag.values else ""


def run_page(request: StaffRequest, run: PaymentRun, **bound: Any) -> HttpResponse:
    """`bound` are forms with mistakes, by name: what was typed is kept."""
    context = {
        "run": run,
        "is_own": run.made_by_id == request.staff.pk,
        "may_approve": request.staff.may(Right.APPROVE_PAYMENTS),
        "form": next(iter(bound.values()), None),
        "back_form": NoteForm(auto_id="id_back_%s"),
        "drop_form": NoteForm(auto_id="id_drop_%s"),
        **_shown(request, run),
    } | bound
    part = "run_state" if request.htmx else "run"
    status = 422 if bound else 200
    return render(request, f"web/desk/payments/{part}.html", context, status=status)


def _shown(request: StaffRequest, run: PaymentRun) -> dict[str, Any]:
    if run.state in BUSY:
        size = run.size or to_pay(run).count()
        return {"waits": True, "size": size, "stopped": has_stopped(run, request.now)}
    if run.state == RunState.READY:
        files = list(run.files.defer("content_sealed").order_by("part"))
        made, size = progress_of(run)
        return {
            "totals": totals_of(run),
            "files": files,
            "control": control_of(run, files),
            "specified": made,
            "to_specify": size if made < size else 0,
        }
    return _to_check(request, run) if run.state in WITH_LINES else {}


def _to_check(request: StaffRequest, run: PaymentRun) -> dict[str, Any]:
    """The lines with one question, or all; and only what nobody saw yet when asked."""
    flag, everything = asked_flag(request.GET), "alles" in request.GET
    lines = lines_to_look_at(run, flag, only_open=not everything)
    labels = dict(Flag.choices)
    pages = KeyPages(request, lines, "number", ON_PAGE)
    return {
        "totals": totals_of(run),
        "flags": flag_counts(run),
        "flag": flag,
        "everything": everything,
        "pages": pages,
        "rows": [
            {"line": line, "asks": [labels.get(each, each) for each in line.flags]}
            for line in pages.rows
        ],
    }
