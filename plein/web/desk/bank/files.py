"""Files of the bank: read once, with what was matched and what was not."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.payments.bank_words import words_for
from plein.payments.leftover import Why
from plein.payments.models import BankFile
from plein.payments.returned import waiting
from plein.web.forms import PleinForm
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.actions.bank_answers import Left
from plein.webshop.models import BankReading
from plein.workflows.bank_answers import read_file

ON_PAGE, MOST_SHOWN = 25, 200


class BankFileForm(PleinForm):
    file = forms.FileField(
        label=gettext_lazy("Bestand van de bank"),
        help_text=gettext_lazy("Een afschrift (camt.053) of een antwoord (pain.002)."),
        widget=forms.FileInput(attrs={"accept": ".xml,text/xml,application/xml"}),
        error_messages={"required": gettext_lazy("Kies een bestand.")},
    )


@staff_may(Right.PAY_AWARDS)
@require_http_methods(["GET", "POST"])
def index(request: StaffRequest) -> HttpResponse:
    form = BankFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["file"]
        try:
            file = read_file(given, given.name, by=request.staff, at=request.now)
        except Refusal as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, _("Het bestand is gelezen."))
            return redirect("desk-bank-file", file.pk)
    files = BankFile.objects.select_related("read_by__account").defer("left")
    pages = Pages(request, files.order_by("-read_at"), ON_PAGE)
    context = {"form": form, "files": pages.rows, "pages": pages, "waiting": waiting().count()}
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/bank/index.html", context, status=status)


@staff_may(Right.PAY_AWARDS)
@require_GET
def show(request: StaffRequest, bank_file_id: UUID) -> HttpResponse:
    files = BankFile.objects.select_related("read_by__account")
    file = get_object_or_404(files, pk=bank_file_id)
    returned = file.returns.select_related("line__run", "line__award").order_by("pk")
    left = sorted(file.left, key=lambda each: list(Why).index(Why(each["why"])))
    context = {
        "file": file,
        "rejected": words_for(file.rejected_as) if file.rejected_as else "",
        "returned": [(each, words_for(each.reason)) for each in returned[:MOST_SHOWN]],
        "sums": [_sum(why, *file.sums[why]) for why in Why if why in file.sums],
        "left": [_left(each) for each in left[:MOST_SHOWN]],
        "hidden": max(0, file.left_count - MOST_SHOWN),
        "shop": _of_shop(file),
    }
    return render(request, "web/desk/bank/file.html", context)


def _of_shop(file: BankFile) -> dict[str, Any] | None:
    """What of it was about payments of the shop; None for nothing."""
    reading = BankReading.objects.filter(file=file.pk).first()
    if reading is None:
        return None
    left = [each | {"why": Left(each["why"]).label} for each in reading.left[:MOST_SHOWN]]
    return {"reading": reading, "left": left}


def _sum(why: Why, count: int, cents: int) -> dict[str, Any]:
    return {"why": why.label, "count": count, "cents": cents}


def _left(each: dict[str, Any]) -> dict[str, Any]:
    return each | {"why": Why(each["why"]).label, "on": parse_date(each["on"])}
