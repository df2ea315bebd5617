"""Uitkeringen: who gets one, by number. Without names: those stand nowhere in a list."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.identity.roles import Right
from plein.payments.actions.revising import last_paid_month
from plein.payments.listing import waiting_accounts, waiting_deductions, with_paid
from plein.payments.models import Award
from plein.web.keyset import KeyPages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

ON_PAGE = 50
MOST_WAITING = 50
LONGEST = 40


@staff_may(Right.HANDLE_AWARDS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    words = request.GET.get("zoek", "").replace("\0", "").strip()[:LONGEST]
    month = last_paid_month()
    found = Award.objects.filter(number__istartswith=words) if words else Award.objects.all()
    context = {
        "words": words,
        "month": month,
        "pages": KeyPages(request, with_paid(found, month), "number", ON_PAGE),
        "waiting": list(waiting_accounts()[:MOST_WAITING]),
        "deductions": list(waiting_deductions()[:MOST_WAITING]),
    }
    return render(request, "web/desk/payments/awards.html", context)
