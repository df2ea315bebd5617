"""What staff do with a conversation besides answering: begin, hand over, close."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plein.cases.models import Case
from plein.identity.roles import Right
from plein.inbox.actions.talking import close_talk, conversation_about, hand_over
from plein.inbox.queues import teams
from plein.kernel.refusal import Refusal
from plein.web.desk.talk.forms import HandOverForm
from plein.web.desk.talk.talk import find_talk, page
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.ANSWER_TALKS)
@require_POST
def about_case(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """The conversation about this case; begun by us where there is none."""
    case = get_object_or_404(Case.objects.select_related("topic"), pk=case_id)
    talk = conversation_about(case.topic, team=request.staff.team, at=request.now)
    return redirect("desk-talk", talk.pk)


@staff_may(Right.ANSWER_TALKS)
@require_POST
def over(request: StaffRequest, talk_id: UUID) -> HttpResponse:
    talk = find_talk(talk_id)
    form = HandOverForm(request.POST, teams=teams())
    if not form.is_valid():
        return page(request, talk, over_form=form)
    given = form.cleaned_data
    try:
        hand_over(
            talk, given["team"], given["why"], key=given["key"], by=request.staff, at=request.now
        )
    except Refusal as refusal:
        form.add_error("team", str(refusal))
        return page(request, talk, over_form=form)
    messages.success(request, _("{team} heeft het gesprek nu.").format(team=given["team"]))
    return redirect("desk-talks")


@staff_may(Right.ANSWER_TALKS)
@require_POST
def close(request: StaffRequest, talk_id: UUID) -> HttpResponse:
    try:
        close_talk(find_talk(talk_id), by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.info(request, str(refusal))
    else:
        messages.success(request, _("Het gesprek is klaar. Het gaat open als de inwoner schrijft."))
    return redirect("desk-talks")
