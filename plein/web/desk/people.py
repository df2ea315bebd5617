"""Inwoners: a look at a household, with a reason that the resident reads."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.audit.actions import Purpose
from plein.identity.gate import read_names
from plein.identity.models import Household, Member, Resident
from plein.identity.queries import find_resident
from plein.identity.roles import Right
from plein.web.desk.grants.forms import PersonForm, Reason
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.models import Grant, OrderLine
from plein.webshop.models.orders import HELD

BASIS = "Gemeentewet art. 108 en AVG art. 6 lid 1 onder e"


@staff_may(Right.SEE_PEOPLE)
@require_http_methods(["GET", "POST"])
def search(request: StaffRequest) -> HttpResponse:
    """The BSN is typed and sent, never part of an address, and never shown back."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        resident = find_resident(form.cleaned_data["bsn"])
        member = _place(resident, request) if resident else None
        if member:
            return _household(request, member.household, form.cleaned_data["reason"])
        form.add_error("bsn", _("Deze inwoner kennen wij niet. Controleer het nummer."))
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/person_search.html", {"form": form}, status=status)


def _place(resident: Resident, request: StaffRequest) -> Member | None:
    return resident.memberships.on(request.today).select_related("household").first()


def _household(request: StaffRequest, household: Household, reason: str) -> HttpResponse:
    members = list(household.members_on(request.today).order_by("role", "birth_month"))
    purpose = Purpose(str(Reason.WHY[reason]), BASIS)
    names = read_names(household, members, purpose=purpose, by=request.actor, at=request.now)
    open_lines = OrderLine.objects.filter(order__household=household, status__in=HELD)
    context = {
        "people": [(names[member.pk], member) for member in members],
        "budgets": [
            (names.get(grant.member_id) if grant.member_id else "", grant)
            for grant in _budgets(household)
        ],
        "open_orders": open_lines.count(),
    }
    return render(request, "web/desk/person.html", context)


def _budgets(household: Household) -> list[Grant]:
    grants = household.grants.select_related("period__scheme", "budget")
    return list(grants.order_by("-period__spend_from", "pk"))
