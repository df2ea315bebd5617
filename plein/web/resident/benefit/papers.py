"""Papers of the benefit: the specification of a payment, and a payslip that is sent along."""

from collections.abc import Sequence
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plein.audit.actions import Purpose
from plein.documents.models import Direction
from plein.documents.receiving import Received
from plein.inbox.actions.enclosing import enclose
from plein.inbox.models import Topic
from plein.payments.actions.topics import topic_of
from plein.payments.models import Specification
from plein.payments.seen import lines_seen
from plein.web.policies import resident_only
from plein.web.public.document import hand_out
from plein.web.received_files import received_files
from plein.web.request import ResidentRequest
from plein.web.resident.benefit.own import own_award, own_awards
from plein.web.resident.cases.papers import PapersForm

OPENING = Purpose("omdat u een papier van uw uitkering opende", "AVG artikel 15")


@resident_only
@require_GET
def specification(request: ResidentRequest, line_id: int) -> HttpResponse:
    """Not found for what is not theirs, and before the payment is announced."""
    lines = lines_seen(own_awards(request), request.today).filter(pk=line_id)
    found = get_object_or_404(
        Specification.objects.select_related("document__resident"), line__in=lines.order_by()
    )
    return hand_out(request, found.document, purpose=OPENING)


class PayslipForm(PapersForm):
    note = None  # type: ignore[assignment]  # what there is to say stands in the amounts


@resident_only
@require_http_methods(["GET", "POST"])
def payslip(request: ResidentRequest, month: date) -> HttpResponse:
    award = own_award(request, month)
    is_sent = request.method == "POST"
    form = PayslipForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    if form.is_valid():
        files = received_files(form, "papers")
        if form.is_valid():
            _keep(request, topic_of(award), files)
            messages.success(request, _("Wij hebben uw papier ontvangen."))
            return redirect("benefit")
    status = 422 if form.errors else 200
    context = {"form": form, "month": month}
    return render(request, "web/resident/benefit/payslip.html", context, status=status)


def _keep(request: ResidentRequest, topic: Topic, files: Sequence[Received]) -> None:
    """The same click twice, and the same photo twice, is kept once."""
    had = topic.enclosures.values_list("document__sha256", flat=True)
    new = [file for file in files if file.sha256 not in set(had)]
    enclose(topic, new, direction=Direction.IN, by=request.actor, at=request.now)
