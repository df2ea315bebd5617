"""Werkvoorraad: running cases, the first to end on top. Without names: those stand in the case."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_POST

from plein.cases.actions.keeping_lists import forget_list, keep_list
from plein.cases.light import Dot
from plein.cases.models import Case, SavedList
from plein.cases.worklist import Choice, Narrowing, dot_of, worklist
from plein.identity.roles import Right
from plein.inbox.models import Task, TaskState
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import read_code, spaced
from plein.web.desk.cases.list_forms import KeepForm, NarrowForm
from plein.web.light_words import COLOURS
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

ON_PAGE = 50
LABELS = {
    Choice.MINE: gettext_lazy("Mijn werk"),
    Choice.NEW: gettext_lazy("Nieuw"),
    Choice.WAITING: gettext_lazy("Wacht"),
    Choice.LATE: gettext_lazy("Te laat"),
    Choice.SECOND_LOOK: gettext_lazy("Tweede blik"),
    Choice.BY_HAND: gettext_lazy("Met de hand"),
    Choice.ALL: gettext_lazy("Alles"),
}


@staff_may(Right.HANDLE_CASES)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    return _page(request, Narrowing.read(request.GET.dict()), KeepForm())


@staff_may(Right.HANDLE_CASES)
@require_POST
def keep(request: StaffRequest) -> HttpResponse:
    """The list that is on the screen, under a name."""
    wanted, form = Narrowing.read(request.POST.dict()), KeepForm(request.POST)
    if not form.is_valid():
        return _page(request, wanted, form)
    try:
        keep_list(form.cleaned_data["name"], wanted, by=request.staff)
    except Refusal as refusal:
        form.add_error("name", str(refusal))
        return _page(request, wanted, form)
    messages.success(request, _("De lijst staat nu tussen uw lijsten."))
    return redirect(_address(wanted))


@staff_may(Right.HANDLE_CASES)
@require_POST
def forget(request: StaffRequest, list_id: UUID) -> HttpResponse:
    get_object_or_404(SavedList, pk=list_id, staff=request.staff)
    forget_list(list_id, by=request.staff)
    messages.success(request, _("De lijst is weg. De aanvragen zelf staan er nog."))
    return redirect("desk-cases")


def _page(request: StaffRequest, wanted: Narrowing, keep_form: KeepForm) -> HttpResponse:
    number = read_code(request.GET.get("zoek", ""))[:8]
    found = worklist(wanted, request.staff, request.today)
    if number:
        found = Case.objects.numbered(number).order_by("-filed_at")
    pages = Pages(request, _with_counts(found), ON_PAGE)
    saved = list(SavedList.objects.filter(staff=request.staff))
    current = next((each for each in saved if each.wanted == wanted.as_dict()), None)
    is_plain = wanted == Narrowing(wanted.choice)
    context = {
        "choices": [
            (_address(Narrowing(each)), LABELS[each], each == wanted.choice and is_plain)
            for each in Choice
        ],
        "saved": [(_address(Narrowing.read(each.wanted)), each, each == current) for each in saved],
        "current": current,
        "narrow_form": NarrowForm(wanted),
        "keep_form": keep_form,
        "wanted": wanted.as_dict(),
        "is_narrowed": not is_plain,
        "rows": [_row(case, request) for case in pages.rows],
        "pages": pages,
        "words": request.GET.get("zoek", ""),
        "form": keep_form,
    }
    status = 422 if keep_form.errors else 200
    return render(request, "web/desk/cases/list.html", context, status=status)


def _address(wanted: Narrowing) -> str:
    return f"{reverse('desk-cases')}?{urlencode(wanted.as_dict())}"


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
