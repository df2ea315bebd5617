"""One line of a run: what it is made of, and holding it back with a reason."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.payments.actions.running import hold_back
from plein.payments.checks import Flag
from plein.payments.models import RunLine, RunState
from plein.web.desk.payments.forms import HoldForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.PAY_AWARDS)
@require_http_methods(["GET", "POST"])
def hold(request: StaffRequest, run_id: UUID, number: int) -> HttpResponse:
    lines = RunLine.objects.select_related("run", "award", "month")
    line = get_object_or_404(lines, run=run_id, number=number)
    if "toch" in request.POST:
        return _held(request, line, "", _("Deze regel wordt gewoon betaald."))
    form = HoldForm(request.POST or None, initial={"why": line.hold_back})
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        return _held(request, line, why, _("Deze regel blijft staan tot de volgende betaling."))
    context = {
        "line": line,
        "form": form,
        "asks": [Flag(each).label for each in line.flags],
        "may_hold": line.run.state == RunState.CHECKING,
        "may_see_award": request.staff.may(Right.HANDLE_AWARDS),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/payments/line.html", context, status=status)


def _held(request: StaffRequest, line: RunLine, why: str, said: str) -> HttpResponse:
    try:
        hold_back(line, why, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return redirect("desk-payment-run", line.run_id)
