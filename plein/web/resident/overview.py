"""Mijn overzicht: must something be done, and what is there to spend."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.family import Family
from plein.webshop.models import LineStatus, OrderLine
from plein.webshop.queries.budgets import grants_for


@resident_only
@require_GET
def overview(request: ResidentRequest) -> HttpResponse:
    family = Family(request)
    grants = grants_for(request.household, family.members, request.today)
    budgets = [
        {
            "scheme": grant.period.scheme.name,
            "name": family.name_of(grant.member),
            "left": grant.budget.balance,
            "total": grant.amount,
            "until": grant.period.last_day,
            "url": f"{reverse('shop')}?voor={grant.member_id or family.own.pk}",
        }
        for grant in grants
    ]
    waiting = OrderLine.objects.filter(
        order__placed_by=request.resident, status=LineStatus.RESERVED
    ).select_related("version", "pickup__provider__organisation", "order")
    context = {
        "name": family.own_name,
        "budgets": budgets,
        "waiting": waiting.order_by("pickup__valid_until")[:5],
    }
    return render(request, "web/resident/overview.html", context)
