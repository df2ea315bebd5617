"""Money that came in is written with the debt by its number: finance sees no names here."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plein.identity.roles import Right
from plein.kernel.money import euros
from plein.kernel.refusal import Refusal
from plein.payments.actions.receiving import undo_payment, write_down
from plein.payments.models import Debt, DebtPayment, DebtState
from plein.web.desk.debts.received_form import ReceivedByNumberForm
from plein.web.form_key import form_key
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.PAY_AWARDS)
@require_http_methods(["GET", "POST"])
def by_number(request: StaffRequest) -> HttpResponse:
    form = ReceivedByNumberForm(request.POST or None, today=request.today)
    if request.method == "POST" and form.is_valid() and _keep(request, form):
        return redirect("desk-debts-received")
    context = {"form": form, "key": uuid4()}
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/debts/received.html", context, status=status)


@staff_may(Right.HANDLE_AWARDS)
@require_POST
def undo(request: StaffRequest, payment_id: UUID) -> HttpResponse:
    row = get_object_or_404(DebtPayment, pk=payment_id)
    try:
        undo_payment(row, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Rechtgezet. Het bedrag staat weer open."))
    return redirect("desk-debt", row.debt_id)


def _keep(request: StaffRequest, form: ReceivedByNumberForm) -> bool:
    number = form.cleaned_data["number"]
    debt = Debt.objects.filter(number=number, state=DebtState.DECIDED).first()
    if debt is None:
        form.add_error("number", _("Deze schuld kennen wij niet. Kijk nog eens op het afschrift."))
        return False
    try:
        kept = write_down(
            debt, form.came_in(), key=form_key(request), by=request.staff, at=request.now
        )
    except Refusal as refusal:
        form.add_error("cents", str(refusal))
        return False
    say_received(request, kept, number)
    return True


def say_received(request: StaffRequest, kept: DebtPayment, number: int) -> None:
    said = _("{amount} geboekt bij schuld {n}.").format(amount=euros(kept.taken), n=number)
    messages.success(request, said)
    if kept.too_much:
        over = _("Er kwam {amount} te veel binnen. Maak dat terug over naar wie het stuurde.")
        messages.warning(request, over.format(amount=euros(kept.too_much)))
