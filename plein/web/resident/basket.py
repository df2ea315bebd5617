"""The basket, the check page, and the order."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.assisted.actions.acting import order_with
from plein.kernel.refusal import Refusal
from plein.web.policies import shopper_or_helped
from plein.web.request import ResidentRequest
from plein.web.resident.family import Family
from plein.web.resident.forms import ConfirmationForm, choices_in
from plein.web.resident.name_questions import questions_about, versions_of
from plein.web.resident.paying import begin
from plein.web.resident.shop_looks import BUDGET, note_look
from plein.webshop.actions.basket import MOST_PIECES, change_line, put_in_basket, take_from_basket
from plein.webshop.models import BasketLine, ProductVersion
from plein.webshop.queries.basket import ProposedLine, per_budget, propose
from plein.webshop.queries.basket_limits import hold_against_limits
from plein.webshop.queries.budgets import grants_for


@shopper_or_helped
@require_GET
def basket(request: ResidentRequest) -> HttpResponse:
    family = Family(request)
    lines = _proposal(request, family)
    context = {
        "lines": [_row(line, family) for line in lines],
        "members": [(member, family.name_of(member)) for member in family.members],
        "numbers": range(1, MOST_PIECES + 1),
        **_sums(lines, family),
        "can_order": bool(lines) and all(line.is_fine for line in lines),
    }
    return render(request, "web/resident/basket.html", context)


@shopper_or_helped
@require_POST
def add(request: ResidentRequest, version_id: UUID) -> HttpResponse:
    version = get_object_or_404(ProductVersion, pk=version_id, status="goedgekeurd")
    kinds = version.product.variants.filter(is_withdrawn=False)
    variant = next((kind for kind in kinds if str(kind.pk) == request.POST.get("soort")), None)
    if variant is None and kinds:
        messages.error(request, _("Kies welke soort u wilt."))
        return redirect("product", version.pk)
    members = {str(member.pk): member for member in Family(request).members}
    chosen = [members[m] for m in dict.fromkeys(request.POST.getlist("voor")) if m in members]
    if not chosen:
        messages.error(request, _("Kies voor wie dit is."))
        return redirect("product", version.pk)
    for member in chosen:
        put_in_basket(request.resident, version.product, member, variant=variant, at=request.now)
    messages.success(request, _("Het zit in uw mandje."))
    return redirect("basket")


@shopper_or_helped
@require_POST
def change(request: ResidentRequest, line_id: UUID) -> HttpResponse:
    """Another budget, another person, or more of it."""
    line = get_object_or_404(BasketLine, pk=line_id, resident=request.resident)
    family = Family(request)
    grants = grants_for(request.household, family.members, request.today)
    budget, pieces = request.POST.get("budget"), request.POST.get("aantal", "")
    try:
        change_line(
            line,
            member=family.find(request.POST.get("voor", "")) or line.member,
            grant=next((grant for grant in grants if str(grant.pk) == budget), None),
            pieces=int(pieces) if pieces.isdecimal() else line.pieces,
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("basket")


@shopper_or_helped
@require_POST
def remove(request: ResidentRequest, line_id: UUID) -> HttpResponse:
    line = get_object_or_404(BasketLine, pk=line_id, resident=request.resident)
    take_from_basket(line)
    messages.success(request, _("Het is uit uw mandje."))
    return redirect("basket")


@shopper_or_helped
def check(request: ResidentRequest) -> HttpResponse:
    """Everything once more before it is ordered; the form carries the key of this order."""
    family = Family(request)
    lines = _proposal(request, family)
    if not lines or not all(line.is_fine for line in lines):
        return redirect("basket")
    choices = choices_in([_value(line) for line in lines])
    versions = [line.version for line in lines if line.version]
    questions = questions_about(choices, versions, family)
    form = ConfirmationForm(initial={"key": uuid4().hex}, questions=questions)
    return _check_page(request, lines, family, form)


@shopper_or_helped
@require_POST
def order(request: ResidentRequest) -> HttpResponse:
    """Order what the check page showed. The same key twice leads to the same order."""
    family = Family(request)
    choices = choices_in(request.POST.getlist("lines"))
    questions = questions_about(choices, versions_of(choices), family)
    form = ConfirmationForm(request.POST, questions=questions)
    if not form.is_valid():
        return _check_page(request, _proposal(request, family), family, form, status=422)
    try:
        placed = order_with(
            form.choices(),
            household=request.household,
            resident=request.resident,
            key=form.cleaned_data["key"],
            session=request.assisted,
            by=request.actor,
            at=request.now,
            email=form.cleaned_data["email"],
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("basket")
    if placed.payments.exists():
        begin(request, placed)
        return redirect("order", placed.pk)
    return redirect("order-done", placed.pk)


def _proposal(request: ResidentRequest, family: Family) -> list[ProposedLine]:
    note_look(request, BUDGET)
    grants = grants_for(request.household, family.members, request.today)
    lines = propose(request.resident, family.members, grants, request.today)
    hold_against_limits(lines, request.household, request.today)
    return lines


def _row(line: ProposedLine, family: Family) -> dict[str, object]:
    return {
        "line": line,
        "name": family.name_of(line.line.member),
        "options": [
            {"grant": grant, "name": family.name_of(grant.member)} for grant in line.options
        ],
        "budget_name": family.name_of(line.grant.member) if line.grant else "",
        "values": [_value(line)] * line.line.pieces if line.version and line.grant else [],
    }


def _sums(lines: Sequence[ProposedLine], family: Family) -> dict[str, object]:
    """What each budget pays and has left, and what the resident pays itself."""
    return {
        "uses": [(use, family.name_of(use.grant.member)) for use in per_budget(lines)],
        "own_share": sum(line.own_share for line in lines),
        "total": sum(line.price for line in lines),
    }


def _value(line: ProposedLine) -> str:
    """What the form sends back for one piece: version, member, grant and perhaps the kind."""
    if line.version is None or line.grant is None:
        return ""
    kind = [line.line.variant_id] if line.line.variant_id else []
    return ".".join(map(str, [line.version.pk, line.line.member_id, line.grant.pk, *kind]))


def _check_page(
    request: ResidentRequest,
    lines: Sequence[ProposedLine],
    family: Family,
    form: ConfirmationForm,
    status: int = 200,
) -> HttpResponse:
    context = {
        "rows": [_row(line, family) for line in lines],
        **_sums(lines, family),
        "form": form,
    }
    return render(request, "web/resident/check.html", context, status=status)
