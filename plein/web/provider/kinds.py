"""Soorten of a product on one page: a name and a number per row, and empty rows for new ones."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from plein.kernel.refusal import Refusal
from plein.web.forms import PleinForm
from plein.web.policies import provider_only
from plein.web.products.numbers import WholeNumberField
from plein.web.request import ProviderRequest
from plein.webshop.actions.variants import (
    keep_variant,
    rename_variant,
    stock_variant,
    withdraw_variant,
)
from plein.webshop.models import Product, Variant

EMPTY_ROWS = 3


class KindForm(PleinForm):
    """One row. Without a name the kind is taken away, or never was."""

    name = forms.CharField(label=gettext_lazy("Naam"), max_length=40, required=False)
    stock = WholeNumberField(
        label=gettext_lazy("Hoeveel"),
        required=False,
        min_value=0,
        max_value=1_000_000,
        show_hidden_initial=True,  # it may sell while the form is open
        error_messages={
            "invalid": gettext_lazy("Vul een aantal in met cijfers, of laat het leeg."),
            "min_value": gettext_lazy("Vul 0 of meer in, of laat het leeg."),
            "max_value": gettext_lazy("Vul een kleiner aantal in, of laat het leeg."),
        },
    )


@provider_only
@require_http_methods(["GET", "POST"])
def kinds(request: ProviderRequest, product_id: UUID) -> HttpResponse:
    product = get_object_or_404(request.provider.products, pk=product_id)
    offered = list(product.variants.filter(is_withdrawn=False))
    rows = _rows(request, offered)
    wrong = request.method == "POST" and not _are_valid(rows)
    if request.method == "POST" and not wrong:
        try:
            _keep_all(request, product, rows)
        except Refusal as refusal:
            rows[0][1].add_error("name", str(refusal))
            wrong = True
        else:
            messages.success(request, _("De soorten zijn bewaard."))
            return redirect("provider-kinds", product.pk)
    context = {"product": product, "rows": rows, "version": product.versions.latest("number")}
    status = 422 if wrong else 200
    return render(request, "web/provider/kinds.html", context, status=status)


def _are_valid(rows: list[tuple[Variant | None, KindForm]]) -> bool:
    """Every row is judged, so that all mistakes are shown at once."""
    return False not in {form.is_valid() for _kind, form in rows}


def _rows(
    request: ProviderRequest, offered: list[Variant]
) -> list[tuple[Variant | None, KindForm]]:
    data: Any = request.POST if request.method == "POST" else None
    of_each: list[Variant | None] = [*offered, *[None] * EMPTY_ROWS]
    rows = []
    for number, kind in enumerate(of_each):
        prefix = str(kind.pk) if kind else f"nieuw{number}"
        rows.append((kind, KindForm(data, prefix=prefix, initial=_now(kind))))
    return rows


def _now(kind: Variant | None) -> dict[str, object]:
    return {"name": kind.name, "stock": kind.stock} if kind else {}


@transaction.atomic
def _keep_all(
    request: ProviderRequest, product: Product, rows: list[tuple[Variant | None, KindForm]]
) -> None:
    """All rows or none."""
    by, at = request.actor, request.now
    for kind, form in rows:
        name, stock = form.cleaned_data["name"], form.cleaned_data["stock"]
        if kind is None:
            if name:
                keep_variant(product, name, stock, by=by, at=at)
        elif not name:
            withdraw_variant(kind, by=by, at=at)
        else:
            if name != kind.name:
                rename_variant(kind, name, by=by, at=at)
            if "stock" in form.changed_data:
                stock_variant(kind, stock, by=by, at=at)
