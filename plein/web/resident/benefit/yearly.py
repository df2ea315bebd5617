"""What came in a year, as a page and as a PDF."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.delivery.letter import pdf_of
from plein.identity.gate import SealedText, read_sealed
from plein.kernel.dutch import dutch
from plein.payments.known import LIVING
from plein.payments.living import Living
from plein.payments.models import Award, Situation
from plein.payments.taxed import Taxed, taxed
from plein.payments.year_letter import letter_of_year
from plein.payments.yearly import Year, year_of
from plein.web.documents import as_file
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.benefit.own import WHY, own_awards
from plein.workflows.our_rules import our_rules


@resident_only
@require_GET
def page(request: ResidentRequest, year: int) -> HttpResponse:
    found, awards = _found(request, year)
    context = {
        "found": found,
        "taxed": _taxed(request, found, awards),
        "is_over": year < request.today.year,
    }
    return render(request, "web/resident/benefit/year.html", context)


@resident_only
@require_GET
def pdf(request: ResidentRequest, year: int) -> HttpResponse:
    found, awards = _found(request, year)
    of_tax = _taxed(request, found, awards)
    with dutch():
        letter = letter_of_year(found, of_tax, awards[0].number)
        content = pdf_of([letter], request.municipality, at=request.now)
    return as_file(content, "pdf")


def _taxed(request: ResidentRequest, found: Year, awards: Sequence[Award]) -> Taxed:
    """A couple each has half, as they lived in the last month that was paid."""
    last = found.lines[-1]
    lived = Situation.objects.filter(award=last.award_id, from_on__lt=last.run.until)
    row = lived.latest("from_on", "known_at", "pk")
    (living,) = read_sealed(
        awards[0].resident,
        [SealedText(row.pk, LIVING, row.content_sealed)],
        purpose=WHY,
        by=request.actor,
        at=request.now,
    )
    has_partner = Living.read(living).partner_born is not None
    return taxed(found, our_rules(), adults=2 if has_partner else 1)


def _found(request: ResidentRequest, year: int) -> tuple[Year, list[Award]]:
    """Not found for a year without a payment."""
    awards = own_awards(request)
    found = year_of(awards, year, request.today)
    if not found.lines:
        raise Http404
    return found, awards
