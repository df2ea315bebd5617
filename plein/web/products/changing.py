"""The form of a product as it comes in, and what it changes; for the provider, and for staff."""

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from plein.identity.models import Staff
from plein.web.products.product_form import ProductForm
from plein.web.request import PleinRequest
from plein.webshop.actions.catalogue import change_product, set_stock
from plein.webshop.models import Product


def posted(request: HttpRequest, initial: dict[str, object]) -> ProductForm:
    if request.method == "POST":
        return ProductForm(request.POST, request.FILES, initial=initial)
    return ProductForm(initial=initial)


@transaction.atomic
def change(
    product: Product, form: ProductForm, request: PleinRequest, *, sent: str, staff: Staff | None
) -> str:
    """What to say of it, `sent` where somebody has to look at it first; stock changes at once.

    Raises `CatalogueIsTheirs`.
    """
    if form.changes_stock:
        set_stock(product, form.cleaned_data["stock"], by=request.actor, at=request.now)
    if form.changes_offer:
        change_product(product, form.offer(), staff=staff, by=request.actor, at=request.now)
        return sent
    return _("De voorraad is veranderd.") if form.changes_stock else _("U hebt niets veranderd.")
