"""The basket, the check page, and the order."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.kernel.refusal import Refusal
from plein.web.policies import shopper_only
from plein.web.request import ResidentRequest
from plein.web.resident.family import Family
from plein.web.resident.forms import ConfirmationForm
from plein.webshop.actions.basket import put_in_basket, take_from_basket
from plein.webshop.actions.orders import Choice, place_order
from plein.webshop.models import BasketLine, ProductVersion
from plein.webshop.queries.basket import ProposedLine, propose
from plein.webshop.queries.budgets import grants_for


@shopper_only
@require_GET
def basket(request: ResidentRequest) -> HttpResponse:
    family = Family(request)
    lines = _proposal(request, family)
    context = {
        "lines": [_row(line, family) for line in lines],
        "total": _total(lines),
        "can_order": bool(lines) and all(line.is_fine for line in lines),
    }
    return render(request, "web/resident/basket.html", context)


@shopper_only
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


@shopper_only
@require_POST
def remove(request: ResidentRequest, line_id: UUID) -> HttpResponse:
    line = get_object_or_404(BasketLine, pk=line_id, resident=request.resident)
    take_from_basket(line)
    messages.success(request, _("Het is uit uw mandje."))
    return redirect("basket")


@shopper_only
def check(request: ResidentRequest) -> HttpResponse:
    """Everything once more before it is ordered; the form carries the key of this order."""
    family = Family(request)
    lines = _proposal(request, family)
    if not lines or not all(line.is_fine for line in lines):
        return redirect("basket")
    form = ConfirmationForm(initial={"key": uuid4().hex})
    return _check_page(request, lines, family, form)


@shopper_only
@require_POST
def order(request: ResidentRequest) -> HttpResponse:
    """Order what the check page showed. The same key twice leads to the same order."""
    form = ConfirmationForm(request.POST)
    family = Family(request)
    if not form.is_valid():
        return _check_page(request, _proposal(request, family), family, form, status=422)
    try:
        placed = place_order(
            [_choice(value) for value in form.cleaned_data["lines"]],
            household=request.household,
            resident=request.resident,
            key=form.cleaned_data["key"],
            by=request.actor,
            at=request.now,
            email=form.cleaned_data["email"],
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("basket")
    return redirect("order-done", placed.pk)


def _proposal(request: ResidentRequest, family: Family) -> list[ProposedLine]:
    grants = grants_for(request.household, family.members, request.today)
    return propose(request.resident, family.members, grants, _wishes(request), request.today)


def _wishes(request: ResidentRequest) -> dict[UUID, UUID]:
    """The budget a resident chose per line: `budget-<line>=<grant>` in the address."""
    wishes = {}
    for name, value in request.GET.items():
        if name.startswith("budget-"):
            try:
                wishes[UUID(name.removeprefix("budget-"))] = UUID(str(value))
            except ValueError:
                continue
    return wishes


def _choice(value: str) -> Choice:
    return Choice(*(UUID(part) for part in value.split(".")))


def _row(line: ProposedLine, family: Family) -> dict[str, object]:
    return {
        "line": line,
        "name": family.name_of(line.line.member),
        "options": [
            {"grant": grant, "name": family.name_of(grant.member)} for grant in line.options
        ],
        "budget_name": family.name_of(line.grant.member) if line.grant else "",
        "value": _value(line),
    }


def _value(line: ProposedLine) -> str:
    """What the form sends back for this line: version, member, grant and perhaps the kind."""
    if line.version is None or line.grant is None:
        return ""
    kind = [line.line.variant_id] if line.line.variant_id else []
    return ".".join(map(str, [line.version.pk, line.line.member_id, line.grant.pk, *kind]))


def _total(lines: Sequence[ProposedLine]) -> int:
    return sum(line.version.price for line in lines if line.version)


def _check_page(
    request: ResidentRequest,
    lines: Sequence[ProposedLine],
    family: Family,
    form: ConfirmationForm,
    status: int = 200,
) -> HttpResponse:
    context = {
        "rows": [_row(line, family) for line in lines],
        "total": _total(lines),
        "form": form,
    }
    return render(request, "web/resident/check.html", context, status=status)
