"""Soorten of a product: a name and a number per row, and empty rows for new ones."""

from collections.abc import Iterator

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy

from plein.kernel.refusal import Refusal
from plein.web.forms import PleinForm
from plein.web.products.numbers import WholeNumberField
from plein.web.request import PleinRequest
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


class KindRows:
    """The rows of one product as they come in; for the provider, and for staff that keeps them."""

    def __init__(self, product: Product, request: PleinRequest) -> None:
        self.product, self.request = product, request
        self.rows = list(self._rows())

    def _rows(self) -> Iterator[tuple[Variant | None, KindForm]]:
        data = self.request.POST if self.request.method == "POST" else None
        for kind in self.product.variants.filter(is_withdrawn=False):
            now = {"name": kind.name, "stock": kind.stock}
            yield kind, KindForm(data, prefix=str(kind.pk), initial=now)
        for number in range(EMPTY_ROWS):
            yield None, KindForm(data, prefix=f"nieuw{number}")

    def are_kept(self) -> bool:
        """All rows, or none; then each row says what is not right with it."""
        if False in {form.is_valid() for _kind, form in self.rows}:
            return False
        try:
            with transaction.atomic():
                for kind, form in self.rows:
                    self._keep(kind, form)
        except Refusal as refusal:
            self.rows[0][1].add_error("name", str(refusal))
            return False
        return True

    def _keep(self, kind: Variant | None, form: KindForm) -> None:
        by, at = self.request.actor, self.request.now
        name, stock = form.cleaned_data["name"], form.cleaned_data["stock"]
        if kind is None:
            if name:
                keep_variant(self.product, name, stock, by=by, at=at)
        elif not name:
            withdraw_variant(kind, by=by, at=at)
        else:
            if name != kind.name:
                rename_variant(kind, name, by=by, at=at)
            if "stock" in form.changed_data:
                stock_variant(kind, stock, by=by, at=at)
