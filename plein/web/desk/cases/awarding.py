"""A benefit starts, or an advance on it: on what is known, after somebody looked at it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.cases.models import Case
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.desk.cases.award_form import AwardForm, filled_from
from plein.web.desk.cases.case import find_case
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.workflows.awarding import NothingToStart, seen_for_award, start_advance, start_award


@staff_may(Right.HANDLE_AWARDS)
@require_http_methods(["GET", "POST"])
def start(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Each time that it is opened, somebody looks into the vault: that has a line in the log."""
    case = find_case(case_id)
    is_decided = case.decisions.exists()
    if request.method == "GET":
        try:
            seen = seen_for_award(case, by=request.staff, at=request.now)
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect("desk-case", case_id)
        return _page(request, case, AwardForm(initial=filled_from(seen)), is_decided)
    form = AwardForm(request.POST)
    if form.is_valid() and _starts(request, case, form, is_decided):
        return redirect("desk-case", case_id)
    return _page(request, case, form, is_decided)


def _starts(request: StaffRequest, case: Case, form: AwardForm, is_decided: bool) -> bool:
    act = start_award if is_decided else start_advance
    try:
        act(case, form.award(case), by=request.staff, at=request.now)
    except NothingToStart as refusal:
        messages.error(request, str(refusal))
        return True
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    said = _("De uitkering is gestart.") if is_decided else _("Het voorschot staat klaar.")
    messages.success(request, said)
    return True


def _page(request: StaffRequest, case: Case, form: AwardForm, is_decided: bool) -> HttpResponse:
    context = {"case": case, "form": form, "is_decided": is_decided}
    return render(request, "web/desk/cases/award.html", context)
