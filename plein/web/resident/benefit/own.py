"""The benefits of the person who asks."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plein.audit.actions import Purpose
from plein.cases.light import CaseState, Item, Light, light_of
from plein.journeys.phases import Phase
from plein.kernel.months import months_after
from plein.payments.models import AskedStatement, Award
from plein.web.request import ResidentRequest
from plein.web.resident.cases.shown import when

WHY = Purpose("omdat u uw uitkering bekeek", "AVG artikel 15")


def own_awards(request: ResidentRequest) -> list[Award]:
    """The newest first. Raises `Http404` for who has none."""
    rows = Award.objects.filter(resident=request.resident).order_by("-starts_on", "-made_at")
    found = list(rows.select_related("resident", "due", "reserve", "advance"))
    if not found:
        raise Http404
    return found


def own_award(request: ResidentRequest, month: date) -> Award:
    """That runs in this month; else the newest, of which it is then said that it does not."""
    awards, end = own_awards(request), months_after(month, 1)
    running = (
        award
        for award in awards
        if award.starts_on < end and (award.ends_on is None or award.ends_on > month)
    )
    return next(running, awards[0])


def paid_awards(awards: Iterable[Award], today: date) -> list[Award]:
    """That run, or of which something is still to be paid."""
    return [
        award
        for award in awards
        if award.ends_on is None or award.ends_on > today or award.due.balance
    ]


def to_tell(request: ResidentRequest) -> list[AskedStatement]:
    return list(AskedStatement.objects.open_of(request.resident))


def task_to_tell(asked: AskedStatement, today: date) -> dict[str, Any]:
    """As `web/parts/task.html` shows it."""
    return {
        "url": reverse("benefit-statement", args=[asked.month]),
        "title": title_of(asked),
        "for_what": _("Uw uitkering"),
        "when": when(asked.task.due_on, today),
        "late": asked.task.is_late_on(today),
        "icon": "pencil",
    }


def light_to_tell(asked: AskedStatement, today: date) -> Light:
    """Nothing stops by itself, so it is urgent only when its day is over."""
    item = Item(asked.pk, title_of(asked), asked.task.due_on)
    return light_of(CaseState(Phase.RECEIVED, [item]), today)


def title_of(asked: AskedStatement) -> str:
    return _("Geef uw inkomen over {month} door").format(month=date_format(asked.month, "F"))
