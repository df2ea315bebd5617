"""Kept calculations: how far one is, what came out, and as a file."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.policy.actions import keep_run
from plein.policy.models import Run, State
from plein.regelingen.trying import topics
from plein.web.desk.policy.kept import read_signed
from plein.web.desk.policy.margins import margins_for
from plein.web.desk.policy.results import shown
from plein.web.desk.policy.sheet import sheet
from plein.web.desk.policy.simulation import changed_norms
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.SIMULATE)
@require_GET
def show(request: StaffRequest, run_id: UUID) -> HttpResponse:
    """While it is being made, the part itself is asked for again; without scripts by a link."""
    run = get_object_or_404(request.staff.policy_runs.filter(until__gt=request.now), pk=run_id)
    topic = topics()[run.target]
    context = {
        "run": run,
        "topic": topic,
        "changed": changed_norms(topic, run.now, run.then),
        "is_invented": run.margins is not None,
        "margins": list(margins_for(run.margins)) if run.margins else [],
        "went_wrong": run.went_wrong_at(request.now),
        "waits": run.state == State.WAITING and not run.went_wrong_at(request.now),
    }
    if run.outcome:
        context |= shown(run.outcome)
    part = "web/desk/policy/run_state.html" if request.htmx else "web/desk/policy/run.html"
    return render(request, part, context)


@staff_may(Right.SIMULATE)
@require_POST
def keep(request: StaffRequest) -> HttpResponse:
    """What stands on the page: kept for 30 days, or as a file."""
    try:
        done = read_signed(request.POST.get("berekening", ""), request.staff)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk-policy")
    if "csv" in request.POST:
        return sheet(done.outcome, done.trial.topic.target)
    run = keep_run(done.trial, done.outcome, done.margins, by=request.staff, at=request.now)
    messages.success(request, _("Deze berekening is bewaard. Na 30 dagen gooien wij haar weg."))
    return redirect("desk-policy-run", run.pk)


@staff_may(Right.SIMULATE)
@require_GET
def file(request: StaffRequest, run_id: UUID) -> HttpResponse:
    runs = request.staff.policy_runs.filter(until__gt=request.now, state=State.READY)
    run: Run = get_object_or_404(runs, pk=run_id)
    assert run.outcome is not None  # noqa: S101 - the database says so too
    return sheet(run.outcome, run.target)
