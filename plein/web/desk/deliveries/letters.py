"""The letters of the work list in one file to print, and that they were sent."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from plein.cases.letters.writing import write_letters
from plein.delivery.actions.moving import sent_by_post
from plein.delivery.models import Delivery
from plein.gateways.answers import AnswerRefused, SourceUnreachable
from plein.identity.roles import Right
from plein.web.desk.deliveries.worklist import ON_PAGE, worklist
from plein.web.keys import key_in
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.HANDLE_CASES)
@require_POST
def make(request: StaffRequest) -> HttpResponse:
    """Nothing is marked: printing may fail."""
    found = Delivery.objects.by_hand().filter(pk__in=_chosen(request))
    rows = list(found.select_related("resident")[:ON_PAGE])
    if not rows:
        return _none_chosen(request)
    try:
        written = write_letters(rows, by=request.actor, at=request.now)
    except (SourceUnreachable, AnswerRefused):
        messages.error(
            request, _("De BRP geeft nu geen adressen. Probeer het over een paar minuten, of bel.")
        )
        return redirect("desk-deliveries")
    if written.unreachable:
        return worklist(request, unreachable=written.unreachable)
    response = HttpResponse(written.pdf, content_type="application/pdf")
    name = f"brieven-{request.today:%Y-%m-%d}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@staff_may(Right.HANDLE_CASES)
@require_POST
def sent(request: StaffRequest) -> HttpResponse:
    chosen = _chosen(request)
    if not chosen:
        return _none_chosen(request)
    count = sent_by_post(chosen, by=request.staff, at=request.now)
    said = ngettext("1 brief is verstuurd.", "{n} brieven zijn verstuurd.", count)
    messages.success(request, said.format(n=count))
    return redirect("desk-deliveries")


def _chosen(request: StaffRequest) -> list[UUID]:
    """What is no key is somebody who plays with the form, and is left out."""
    chosen = request.POST.getlist("delivery")[:ON_PAGE]
    return [key for text in chosen if (key := key_in(text))]


def _none_chosen(request: StaffRequest) -> HttpResponse:
    messages.error(request, _("Zet eerst een vinkje bij wie een brief krijgt."))
    return redirect("desk-deliveries")
