"""A colleague approves a run, or sends it back."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plein.identity.roles import Right
from plein.payments.actions.running import send_back
from plein.web.desk.payments.checking import answer
from plein.web.desk.payments.forms import NoteForm
from plein.web.desk.payments.runs import find_run, run_page
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.workflows.paying import approve


@staff_may(Right.APPROVE_PAYMENTS)
@require_POST
def agree(request: StaffRequest, run_id: UUID) -> HttpResponse:
    said = _("Goedgekeurd. De bestanden voor de bank worden nu gemaakt.")
    return answer(request, run_id, approve, said)


@staff_may(Right.APPROVE_PAYMENTS)
@require_POST
def back(request: StaffRequest, run_id: UUID) -> HttpResponse:
    run, form = find_run(run_id), NoteForm(request.POST, auto_id="id_back_%s")
    if not form.is_valid():
        return run_page(request, run, back_form=form)
    note = form.cleaned_data["note"]
    said = _("Teruggestuurd. Uw collega leest waarom.")
    return answer(request, run_id, lambda run, **who: send_back(run, note, **who), said)
