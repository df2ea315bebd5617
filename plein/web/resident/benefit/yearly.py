"""What came in a year, as a page and as a PDF."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.delivery.letter import pdf_of
from plein.kernel.dutch import dutch
from plein.payments.yearly import Year, letter_of_year, year_of
from plein.web.documents import as_file
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.benefit.own import own_awards


@resident_only
@require_GET
def page(request: ResidentRequest, year: int) -> HttpResponse:
    found, _number = _found(request, year)
    return render(request, "web/resident/benefit/year.html", {"found": found})


@resident_only
@require_GET
def pdf(request: ResidentRequest, year: int) -> HttpResponse:
    found, number = _found(request, year)
    with dutch():
        content = pdf_of([letter_of_year(found, number)], request.municipality, at=request.now)
    return as_file(content, "pdf")


def _found(request: ResidentRequest, year: int) -> tuple[Year, str]:
    """Not found for a year without a payment."""
    awards = own_awards(request)
    found = year_of(awards, year, request.today)
    if not found.lines:
        raise Http404
    return found, awards[0].number
