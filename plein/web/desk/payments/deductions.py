"""Inhoudingen: what goes off a benefit for somebody else, in its order, and what is left."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plein.identity.gate import SealedText, read_sealed
from plein.identity.roles import Right
from plein.kernel.iban import grouped
from plein.kernel.months import month_of, months_after
from plein.kernel.refusal import Refusal
from plein.payments.actions.deducting import (
    add_deduction,
    agree_deduction,
    change_deduction,
    drop_deduction,
    first_open_month,
    stop_deduction,
)
from plein.payments.going_off import GoingOff, going_off
from plein.payments.models import Award, Debt, Deduction
from plein.payments.payee import Payee
from plein.payments.paying import PAYEE
from plein.web.desk.payments.deduction_forms import (
    KINDS,
    ChangeForm,
    DeductionForm,
    StopForm,
    filled_from,
)
from plein.web.desk.payments.looking import WHY, find_award
from plein.web.form_key import form_key
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.HANDLE_AWARDS)
@require_http_methods(["GET", "POST"])
def index(request: StaffRequest, award_id: UUID) -> HttpResponse:
    award = find_award(award_id)
    form = DeductionForm(request.POST or None, first=_first(request, award))
    if request.method == "POST" and form.is_valid():
        key = form_key(request)
        try:
            add_deduction(award, form.asked(), by=request.staff, at=request.now, key=key)
        except Refusal as refusal:
            form.add_error("from_month", str(refusal))
        else:
            messages.success(request, _("Ingevuld. Een collega kijkt het na."))
            return redirect("desk-deductions", award_id)
    rows = list(award.deductions.order_by("from_month", "made_at", "pk"))
    shown = _shown(request, award, rows)
    context = {
        "award": award,
        "form": form,
        "key": uuid4(),
        "waiting": [each for each in shown if each["row"].agreed_at is None],
        "agreed": [each for each in shown if each["row"].agreed_at is not None],
        **_left(going_off(award, at=request.now), shown),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/payments/deductions.html", context, status=status)


@staff_may(Right.HANDLE_AWARDS)
@require_http_methods(["GET", "POST"])
def one(request: StaffRequest, deduction_id: UUID) -> HttpResponse:
    """Another amount or account from a month on, or the last month of it."""
    row = _find(deduction_id)
    (shown,) = _shown(request, row.award, [row])
    first = _first(request, row.award)
    later = max(first, months_after(row.from_month, 1))
    initial = filled_from(row, shown["payee"])
    form = ChangeForm(request.POST or None, first=later, initial=initial)
    if request.method == "POST" and form.is_valid():
        key = form_key(request)
        try:
            change_deduction(row, form.asked(), by=request.staff, at=request.now, key=key)
        except Refusal as refusal:
            form.add_error("from_month", str(refusal))
        else:
            messages.success(request, _("Ingevuld. Tot een collega akkoord is, blijft het zo."))
            return redirect("desk-deductions", row.award_id)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "key": uuid4(), "stop_form": StopForm(first=first), **shown}
    return render(request, "web/desk/payments/deduction.html", context, status=status)


@staff_may(Right.HANDLE_AWARDS)
@require_POST
def act(request: StaffRequest, deduction_id: UUID, name: str) -> HttpResponse:
    row = _find(deduction_id)
    try:
        said = _act(request, row, name)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return redirect("desk-deductions", row.award_id)


def _act(request: StaffRequest, row: Deduction, name: str) -> str:
    by, at = request.staff, request.now
    if name == "akkoord":
        agree_deduction(row, by=by, at=at)
        return _("Akkoord. Het gaat af vanaf de maand die erbij staat.")
    if name == "niet":
        drop_deduction(row, by=by, at=at)
        return _("Dit gaat niet door.")
    form = StopForm(request.POST, first=_first(request, row.award))
    if name != "stop" or not form.is_valid():
        raise Http404
    stop_deduction(row, until=form.cleaned_data["until"], by=by, at=at)
    return _("Opgeslagen. Vanaf die maand gaat dit er niet meer af.")


def _find(deduction_id: UUID) -> Deduction:
    rows = Deduction.objects.select_related("award__resident", "award__advance")
    return get_object_or_404(rows, pk=deduction_id)


def _first(request: StaffRequest, award: Award) -> date:
    """The first month that may be chosen: not one that is fixed."""
    return first_open_month(award) or max(award.paid_from, month_of(request.today))


def _shown(request: StaffRequest, award: Award, rows: list[Deduction]) -> list[dict[str, Any]]:
    """With whom it goes to: one look, where there is something to look at."""
    if not rows:
        return []
    texts = [SealedText(row.pk, PAYEE, row.payee_sealed) for row in rows]
    by, at, case = request.actor, request.now, award.number
    opened = read_sealed(award.resident, texts, purpose=WHY, by=by, at=at, case=case)
    return [
        _row(request, row, Payee.read(content)) for row, content in zip(rows, opened, strict=True)
    ]


def _row(request: StaffRequest, row: Deduction, payee: Payee) -> dict[str, Any]:
    return {
        "row": row,
        "kind": KINDS[row.kind],  # type: ignore[index]
        "payee": payee,
        "iban": grouped(payee.iban),
        "is_own": row.made_by_id == request.staff.pk,
    }


def _left(found: GoingOff | None, shown: list[dict[str, Any]]) -> dict[str, Any]:
    """The next payment, row by row in the order of the law."""
    if found is None:
        return {}
    names = {each["row"].pk: f"{each['kind']}: {each['payee'].name}" for each in shown}
    owed = Debt.objects.filter(pk__in=[each.debt for each in found.goes if each.debt])
    names |= {debt.pk: _("Schuld {n} bij ons").format(n=debt.number) for debt in owed}
    rows = [(names[each.debt or each.deduction], each.cents) for each in found.goes]
    return {"found": found, "goes": rows}
