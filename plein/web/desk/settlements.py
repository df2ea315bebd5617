"""Betalen: a batch is made by one, approved by another, and becomes a payment file."""

from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.audit.actions import record
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.payments.bank_words import words_for
from plein.web.fields import DayField
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.sheets import csv_file
from plein.webshop.actions.settlement import approve_batch, make_batch, mark_sent, reject_batch
from plein.webshop.models import BatchStatus, PaymentInstruction, SettlementBatch
from plein.webshop.queries.control import totals_of
from plein.webshop.queries.desk import batches, instructions_of, payable_per_provider
from plein.webshop.queries.specification import HEAD, as_rows, specification

SATURDAY = 5


class BatchForm(PleinForm):
    last_day = DayField(label=gettext_lazy("Wat is meegegeven tot en met"))


class ApproveForm(PleinForm):
    pay_on = DayField(label=gettext_lazy("Betaaldag"))


def next_working_day(day: date) -> date:
    day += timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day


@staff_may(Right.SETTLE)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    context = {"batches": batches()[:50], "payable": payable_per_provider()}
    return render(request, "web/desk/settlements.html", context)


@staff_may(Right.SETTLE)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    yesterday = request.today - timedelta(days=1)
    form = BatchForm(request.POST or None, initial={"last_day": yesterday})
    if request.method == "POST" and form.is_valid():
        until = form.cleaned_data["last_day"] + timedelta(days=1)
        try:
            batch = make_batch(until=until, by=request.staff, at=request.now)
        except Refusal as refusal:
            form.add_error("last_day", str(refusal))
        else:
            messages.success(request, _("Het betaalbestand wacht op een collega."))
            return redirect("desk-settlement", batch.pk)
    context = {"form": form, "payable": payable_per_provider()}
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/settlement_form.html", context, status=status)


@staff_may(Right.SETTLE)
@require_GET
def show(request: StaffRequest, batch_id: UUID) -> HttpResponse:
    batch = _own(batch_id)
    return _page(request, batch, _approve_form(request))


def _approve_form(request: StaffRequest) -> ApproveForm:
    return ApproveForm(initial={"pay_on": next_working_day(request.today)})


def _page(
    request: StaffRequest, batch: SettlementBatch, form: ApproveForm, status: int = 200
) -> HttpResponse:
    context = {
        "batch": batch,
        "instructions": [
            (each, words_for(each.bank_says) if each.bank_says else "")
            for each in instructions_of(batch)
        ],
        "has_file": bool(batch.file_sealed),
        "totals": totals_of(batch) if batch.is_decided else None,
        "bank_says": words_for(batch.bank_says),
        "form": form,
        "can_decide": batch.status == BatchStatus.PROPOSED,
        "is_own": batch.made_by_id == request.staff.pk,
    }
    return render(request, "web/desk/settlement.html", context, status=status)


@staff_may(Right.APPROVE_SETTLEMENT)
@require_POST
def approve(request: StaffRequest, batch_id: UUID) -> HttpResponse:
    batch = _own(batch_id)
    form = ApproveForm(request.POST)
    if form.is_valid() and form.cleaned_data["pay_on"] <= request.today:
        form.add_error("pay_on", _("Kies een dag die nog moet komen."))
    if not form.is_valid():
        return _page(request, batch, form, status=422)
    pay_on = form.cleaned_data["pay_on"]
    try:
        approve_batch(batch, pay_on=pay_on, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Goedgekeurd. U kunt het bestand nu naar de bank sturen."))
    return redirect("desk-settlement", batch.pk)


@staff_may(Right.APPROVE_SETTLEMENT)
@require_POST
def reject(request: StaffRequest, batch_id: UUID) -> HttpResponse:
    batch = _own(batch_id)
    note = request.POST.get("note", "").strip()[:500]
    if not note:
        messages.error(request, _("Schrijf op waarom u het afkeurt."))
        return redirect("desk-settlement", batch.pk)
    try:
        reject_batch(batch, note, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Afgekeurd. De bestellingen kunnen in een volgend bestand."))
    return redirect("desk-settlement", batch.pk)


@staff_may(Right.SETTLE)
@require_POST
def sent(request: StaffRequest, batch_id: UUID) -> HttpResponse:
    batch = _own(batch_id)
    try:
        mark_sent(batch, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Vastgelegd. Lees het antwoord van de bank als het er is."))
    return redirect("desk-settlement", batch.pk)


@staff_may(Right.SETTLE)
@require_GET
def file(request: StaffRequest, batch_id: UUID) -> HttpResponse:
    """The payment file, as it was approved; who takes it stands in the log."""
    batch = _own(batch_id)
    if not batch.file_sealed:
        raise Http404
    record("webshop.batch.file_taken", on=batch, by=request.actor, at=request.now)
    response = HttpResponse(batch.file, content_type="application/xml")
    response.headers["Content-Disposition"] = f'attachment; filename="{batch.message_id}.xml"'
    return response


@staff_may(Right.SETTLE)
@require_GET
def spec(request: StaffRequest, instruction_id: UUID) -> HttpResponse:
    instruction = _instruction(instruction_id)
    context = {"payment": instruction, "rows": specification(instruction)}
    return render(request, "web/desk/specification.html", context)


@staff_may(Right.SETTLE)
@require_GET
def spec_sheet(request: StaffRequest, instruction_id: UUID) -> HttpResponse:
    instruction = _instruction(instruction_id)
    return csv_file(f"{instruction.end_to_end_id}.csv", HEAD, as_rows(instruction))


def _own(batch_id: UUID) -> SettlementBatch:
    return get_object_or_404(batches(), pk=batch_id)


def _instruction(instruction_id: UUID) -> PaymentInstruction:
    instructions = PaymentInstruction.objects.select_related("batch", "provider__organisation")
    return get_object_or_404(instructions, pk=instruction_id)
