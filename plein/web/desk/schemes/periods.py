"""The next period of a regeling: copied, then changed where it differs."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.actions.following import follow_up, year_later
from plein.webshop.models import SchemePeriod


@staff_may(Right.MANAGE_SCHEMES)
@require_POST
def following(request: StaffRequest, period_id: UUID) -> HttpResponse:
    periods = SchemePeriod.objects.select_related("scheme")
    period = get_object_or_404(periods, pk=period_id)
    name = str(year_later(period.spend_from).year)
    try:
        made = follow_up(period, name, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk-scheme", period.pk)
    messages.success(request, _("Dit is de volgende periode. Kijk na of alles nog klopt."))
    return redirect("desk-scheme-edit", made.pk)
