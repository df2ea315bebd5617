"""Awards from a file: checked row by row, shown beforehand, then all of them or none."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.identity.imports.keeping import forget, keep, open_kept
from plein.identity.imports.records import Problem, RowsDoNotFit
from plein.identity.roles import Right
from plein.kernel.months import month_of
from plein.kernel.refusal import Refusal
from plein.payments.decided import BY_DECISION
from plein.payments.imports.applying import Totals, TotalsDiffer, take_over
from plein.payments.imports.planning import Plan, plan_of
from plein.payments.imports.rows import COLUMNS
from plein.web.desk.payments_import.forms import AwardsFileForm, TotalsForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.sheets import csv_file
from plein.workflows.our_rules import our_rules

MOST_SHOWN = 200  # wrong rows on one page
EXAMPLE = [
    "U-2024-017;999990019;01-03-2024;04-03-1998;;01-05-2017 01-06-2022;0;0;nee;"
    ";NL91ABNA0417164300;F. Voorbeeld;0;;0;;nee;425,82",
    "U-2025-003;999990032;16-06-2025;12-09-1975;03-01-1980;;0;0;nee;"
    "vrijlating_n_toegekend;NL91ABNA0417164300;K. Voorbeeld;450,00;0;0;0;ja;310,15",
]


@staff_may(Right.IMPORT_AWARDS)
@require_http_methods(["GET", "POST"])
def upload(request: StaffRequest) -> HttpResponse:
    form = AwardsFileForm(month_of(request.today), request.POST or None, request.FILES or None)
    problems: list[Problem] = []
    if request.method == "POST" and form.is_valid():
        content, month = form.cleaned_data["file"].read(), form.cleaned_data["month"]
        try:
            plan = plan_of(content, month, our_rules())
        except RowsDoNotFit as refusal:
            problems = refusal.problems
            form.add_error("file", str(refusal))
        except Refusal as refusal:
            form.add_error("file", str(refusal))
        else:
            token = keep(content, _about(month), request.staff)
            return _preview(request, plan, token, TotalsForm())
    context = {
        "form": form,
        "problems": problems[:MOST_SHOWN],
        "hidden": max(0, len(problems) - MOST_SHOWN),
        "columns": COLUMNS,
        "decided": BY_DECISION.items(),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/payments_import/upload.html", context, status=status)


def _preview(
    request: StaffRequest, plan: Plan, token: str, form: TotalsForm, status: int = 200
) -> HttpResponse:
    """What the file would do; nothing has been done."""
    context = {"plan": plan, "token": token, "form": form}
    return render(request, "web/desk/payments_import/preview.html", context, status=status)


@staff_may(Right.IMPORT_AWARDS)
@require_POST
def confirm(request: StaffRequest) -> HttpResponse:
    token, form = request.POST.get("token", ""), TotalsForm(request.POST)
    try:
        month = _month(request.POST.get("month", ""))
        content = open_kept(token, _about(month), request.staff)
        rules = our_rules()
        if not form.is_valid():
            return _preview(request, plan_of(content, month, rules), token, form, status=422)
        agreed = Totals(**form.cleaned_data)
        plan = take_over(content, month, agreed, rules, by=request.staff, at=request.now)
    except TotalsDiffer as refusal:
        for name in refusal.wrong:
            form.add_error(name, _("Dit is anders dan in het bestand."))
        return _preview(request, plan_of(content, month, rules), token, form, status=422)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk-awards-import")
    forget(token)
    message = _("Overgenomen: %(new)s uitkeringen. Al eerder overgenomen: %(again)s.")
    messages.success(request, message % {"new": len(plan.new), "again": plan.again})
    return redirect("desk-awards-import")


@staff_may(Right.IMPORT_AWARDS)
@require_GET
def example(request: StaffRequest) -> HttpResponse:
    """A file to begin with; the numbers are for tests and belong to nobody."""
    rows = [line.split(";") for line in EXAMPLE]
    return csv_file("voorbeeld-uitkeringen.csv", list(COLUMNS), rows)


def _about(month: date) -> str:
    return f"uitkeringen-{month.isoformat()}"


def _month(text: str) -> date:
    """A month that was changed on the way opens no file."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min
