"""Zo gaat het met aanvragen: what can be followed, whether terms are kept, who waits."""

from django.db.models import Count, Min
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.cases.coverage import GOAL, how_it_goes, percent_followed
from plein.identity.roles import Right
from plein.inbox.models import Conversation
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.SEE_FIGURES)
@require_GET
def show(request: StaffRequest) -> HttpResponse:
    going = how_it_goes(request.today)
    waiting = Conversation.objects.waiting().aggregate(n=Count("pk"), since=Min("waiting_since"))
    context = {
        "going": going,
        "followed": sum(each.is_followed for each in going),
        "percent": percent_followed(going),
        "goal": GOAL,
        "talks": waiting["n"],
        "oldest_talk": waiting["since"],
    }
    return render(request, "web/desk/municipality/coverage.html", context)
