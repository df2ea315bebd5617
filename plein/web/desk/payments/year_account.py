"""The yearly account of what the benefits cost: on a page, and as a sheet for the accountant."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from plein.identity.roles import Right
from plein.kernel.money import bare_euros
from plein.payments.year_account import REGELING, YearAccount, account_of, years_with_costs
from plein.tenants.scope import current
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.sheets import csv_file

SPENT = _("Besteding algemene bijstand")
INCOME = _("Baten algemene bijstand (exclusief Rijk)")
HEAD = ("gemeente", "jaar", "regeling", "omschrijving", "bedrag")


@staff_may(Right.PAY_AWARDS)
@require_GET
def show(request: StaffRequest, year: int | None = None) -> HttpResponse:
    """Without a year that of now."""
    years = years_with_costs()
    if year and year not in years:
        raise Http404
    found = account_of(year or request.today.year)
    context = {
        "found": found,
        "years": years,
        "indicators": _indicators(found),
        "parts": _parts(found),
    }
    return render(request, "web/desk/payments/year_account.html", context)


@staff_may(Right.PAY_AWARDS)
@require_GET
def sheet(request: StaffRequest, year: int) -> HttpResponse:
    if year not in years_with_costs():
        raise Http404
    found, name = account_of(year), current().name
    rows = [
        [name, str(year), REGELING, str(words), bare_euros(cents)]
        for words, cents in (*_indicators(found), *_parts(found))
    ]
    return csv_file(f"jaarrekening-{year}.csv", HEAD, rows)


def _indicators(found: YearAccount) -> list[tuple[str | Promise, int]]:
    return [(SPENT, found.spent), (INCOME, found.income)]


def _parts(found: YearAccount) -> list[tuple[str | Promise, int]]:
    """What the indicators are made of."""
    return [
        (_("Vastgesteld in betalingen"), found.fixed),
        (_("Herzien: er was recht op meer"), found.more),
        (_("Herzien in hetzelfde jaar: er was recht op minder"), -found.less),
        (_("Herzien over eerdere jaren: er was recht op minder"), found.less_before),
        (_("Kwijtgescholden of niet teruggevraagd"), -found.given_up),
    ]
