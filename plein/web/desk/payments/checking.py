"""What the maker of a run does with it: look at its lines, and then propose it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.payments.actions.running import drop_run, looked_at, propose_run
from plein.payments.totals import lines_to_look_at
from plein.web.desk.payments.forms import NoteForm
from plein.web.desk.payments.runs import ON_PAGE, asked_flag, find_run, run_page
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.workflows.paying import go_on, start_again

ACTS: dict[str, tuple[Callable[..., Any], str | Promise]] = {
    "voorstellen": (propose_run, gettext_lazy("De betaling wacht op een collega.")),
    "opnieuw": (start_again, gettext_lazy("De betaling wordt opnieuw berekend.")),
    "verder": (go_on, gettext_lazy("Het werk gaat verder.")),
}


@staff_may(Right.PAY_AWARDS)
@require_POST
def act(request: StaffRequest, run_id: UUID, what: str) -> HttpResponse:
    if what not in ACTS:
        raise Http404
    do, done = ACTS[what]
    return answer(request, run_id, do, done)


@staff_may(Right.PAY_AWARDS)
@require_POST
def seen(request: StaffRequest, run_id: UUID) -> HttpResponse:
    """The ticked lines; or with one question all that nobody saw yet."""
    run, flag = find_run(run_id), asked_flag(request.POST)
    if "allemaal" in request.POST:
        chosen = list(lines_to_look_at(run, flag, only_open=True).values_list("pk", flat=True))
    else:
        chosen = _ticked(request)
    try:
        count = looked_at(run, chosen, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        said = ngettext("1 regel is gezien.", "{n} regels zijn gezien.", count)
        messages.success(request, said.format(n=count) if count else _("U vinkte niets aan."))
    return redirect("desk-payment-run", run_id)


@staff_may(Right.PAY_AWARDS)
@require_POST
def drop(request: StaffRequest, run_id: UUID) -> HttpResponse:
    run, form = find_run(run_id), NoteForm(request.POST, auto_id="id_drop_%s")
    if not form.is_valid():
        return run_page(request, run, drop_form=form)
    note = form.cleaned_data["note"]
    said = _("Deze betaling gaat niet door. Er is niets betaald.")
    return answer(request, run_id, lambda run, **who: drop_run(run, note, **who), said)


def answer(
    request: StaffRequest, run_id: UUID, do: Callable[..., Any], done: str | Promise
) -> HttpResponse:
    """One act, one answer, back to the run."""
    try:
        do(find_run(run_id), by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, str(done))
    return redirect("desk-payment-run", run_id)


def _ticked(request: StaffRequest) -> list[int]:
    """What is no number is somebody who plays with the form, and is left out."""
    return [int(each) for each in request.POST.getlist("line")[:ON_PAGE] if each.isdecimal()]
