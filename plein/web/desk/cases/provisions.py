"""What somebody gets by a decision, and that it stops."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from plein.cases.actions.providing import end_provision
from plein.cases.models import Provision
from plein.identity.roles import Right
from plein.web.desk.cases.acts import answer
from plein.web.desk.cases.case import find_case, page
from plein.web.desk.cases.forms import EndForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.HANDLE_CASES)
@require_POST
def end(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Of the newest decision of this case."""
    case, form = find_case(case_id), EndForm(request.POST)
    own = Provision.objects.filter(decision__case=case).order_by("-decision__decided_at")
    provision = get_object_or_404(own[:1])
    if not form.is_valid():
        return page(request, case, end_form=form)
    last_day, why = form.cleaned_data["last_day"], form.cleaned_data["why"]
    return answer(
        request,
        case_id,
        lambda: end_provision(provision, last_day, why, by=request.actor, at=request.now),
        _("De inwoner leest wanneer en waarom dit stopt."),
    )
