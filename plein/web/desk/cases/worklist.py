"""Werkvoorraad: running cases, the first to end on top. Without names: those stand in the case."""

from typing import Any

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET

from plein.cases.light import Dot
from plein.cases.models import Case
from plein.cases.worklist import Choice, dot_of, worklist
from plein.identity.roles import Right
from plein.inbox.models import Task, TaskState
from plein.kernel.short_code import read_code, spaced
from plein.web.light_words import COLOURS
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

ON_PAGE = 50
LABELS = {
    Choice.MINE: gettext_lazy("Mijn werk"),
    Choice.NEW: gettext_lazy("Nieuw"),
    Choice.WAITING: gettext_lazy("Wacht op de inwoner"),
    Choice.LATE: gettext_lazy("Te laat"),
    Choice.ALL: gettext_lazy("Alles"),
}


@staff_may(Right.HANDLE_CASES)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    choice = _choice(request.GET.get("kies", ""))
    number = read_code(request.GET.get("zoek", ""))[:8]
    found = worklist(choice, request.staff, request.today)
    if number:
        found = Case.objects.numbered(number).order_by("-filed_at")
    pages = Pages(request, _with_counts(found), ON_PAGE)
    context = {
        "choices": [(each.value, LABELS[each], each is choice and not number) for each in Choice],
        "rows": [_row(case, request) for case in pages.rows],
        "pages": pages,
        "words": request.GET.get("zoek", ""),
    }
    return render(request, "web/desk/cases/list.html", context)


def _choice(given: str) -> Choice:
    return Choice(given) if given in list(Choice) else Choice.MINE


def _with_counts(cases: Any) -> Any:
    """Counted for the rows of this page alone, however many there are."""
    handed_in = Task.objects.filter(
        topic=OuterRef("topic"), state__in=[TaskState.HANDED_IN, TaskState.OBSTACLE]
    )
    count = handed_in.order_by().values("topic").annotate(n=Count("pk")).values("n")
    return cases.select_related("case_type", "handler__account").annotate(
        to_judge=Coalesce(Subquery(count), 0)
    )


def _row(case: Any, request: StaffRequest) -> dict[str, Any]:
    dot = dot_of(case, request.today)
    return {
        "case": case,
        "number": spaced(case.number),
        "colour": COLOURS[dot],
        "time": _time(case, dot, request),
        "step": case.current_step.staff,
        "to_judge": case.to_judge,
        "handler": case.handler.account.name if case.handler else "",
    }


def _time(case: Case, dot: Dot, request: StaffRequest) -> str:
    if not case.is_open:
        return _("klaar")
    if case.suspended_since:
        return _("staat stil")
    left = (case.last_day - request.today).days
    if left < 0:
        return ngettext("1 dag te laat", "{days} dagen te laat", -left).format(days=-left)
    return ngettext("nog 1 dag", "nog {days} dagen", left).format(days=left)
