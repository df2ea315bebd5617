"""Who comes on a day, by time. Without names: those stand in the appointment."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.appointments.queries import on_day
from plein.identity.roles import Right
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.HANDLE_APPOINTMENTS)
@require_GET
def show(request: StaffRequest) -> HttpResponse:
    day = _day(request.GET.get("dag", ""), request.today)
    context = {
        "day": day,
        "before": day - timedelta(days=1),
        "after": day + timedelta(days=1),
        "is_today": day == request.today,
        "appointments": on_day(day).select_related("topic__case__case_type"),
        "may_plan": request.staff.may(Right.PLAN_APPOINTMENTS),
    }
    return render(request, "web/desk/appointments/day.html", context)


def _day(given: str, today: date) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        return today
