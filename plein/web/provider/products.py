"""The products of a provider: offered, changed, withdrawn and put back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.web.policies import provider_only
from plein.web.products.changing import change, posted
from plein.web.products.product_form import ProductForm, as_typed
from plein.web.products.shelf import ShelfRow
from plein.web.products.talk import MessageForm, talk_about
from plein.web.request import ProviderRequest
from plein.webshop.actions.catalogue import offer_product, put_back_product, withdraw_product
from plein.webshop.models import Product
from plein.webshop.queries.elsewhere import municipalities_of
from plein.webshop.queries.provider import latest_versions, with_versions


@provider_only
@require_GET
def products(request: ProviderRequest) -> HttpResponse:
    rows = [ShelfRow(product) for product in latest_versions(request.provider)]
    return render(request, "web/provider/products.html", {"rows": rows})


@provider_only
@require_http_methods(["GET", "POST"])
def new(request: ProviderRequest) -> HttpResponse:
    form = posted(request, {})
    if form.is_valid():
        offer_product(request.provider, form.offer(), by=request.actor, at=request.now)
        messages.success(request, _("Uw product is verstuurd. De gemeente kijkt ernaar."))
        return redirect("provider-products")
    return _form_page(request, form)


@provider_only
@require_http_methods(["GET", "POST"])
def edit(request: ProviderRequest, product_id: UUID) -> HttpResponse:
    row = shelf_row(request, product_id)
    form = posted(request, as_typed(row.product, row.newest))
    if form.is_valid():
        sent = _("Uw wijziging is verstuurd. De gemeente kijkt ernaar.")
        messages.success(request, change(row.product, form, request, sent=sent, staff=None))
        return redirect("provider-products")
    return product_page(request, row, form=form)


def shelf_row(request: ProviderRequest, product_id: UUID) -> ShelfRow:
    """Raises `Http404`."""
    own = with_versions(request.provider.products.all())
    return ShelfRow(get_object_or_404(own, pk=product_id))


def product_page(
    request: ProviderRequest,
    row: ShelfRow,
    *,
    form: ProductForm | None = None,
    message: MessageForm | None = None,
) -> HttpResponse:
    """With the form that was not right yet, if there is one."""
    every = municipalities_of(request.provider.organisation)
    context = {
        "product": row.product,
        "version": row.newest,
        "on_sale": row.on_sale,
        "elsewhere": every.exclude(pk=request.municipality.pk),
        "talk": talk_about(row.product, request, form=message, by_staff=False),
    }
    return _form_page(
        request,
        form or ProductForm(initial=as_typed(row.product, row.newest)),
        status=422 if message else None,
        **context,
    )


@provider_only
@require_POST
def withdraw(request: ProviderRequest, product_id: UUID) -> HttpResponse:
    withdraw_product(_own(request, product_id), by=request.actor, at=request.now)
    messages.success(request, _("Het product is niet meer te koop. Bestellingen blijven staan."))
    return redirect("provider-products")


@provider_only
@require_POST
def put_back(request: ProviderRequest, product_id: UUID) -> HttpResponse:
    put_back_product(_own(request, product_id), by=request.actor, at=request.now)
    messages.success(request, _("Het product staat weer in de winkel."))
    return redirect("provider-products")


def _own(request: ProviderRequest, product_id: UUID) -> Product:
    return get_object_or_404(request.provider.products, pk=product_id)


def _form_page(
    request: ProviderRequest, form: ProductForm, *, status: int | None = None, **context: object
) -> HttpResponse:
    status = status or (422 if form.errors else 200)
    return render(request, "web/provider/product.html", {"form": form, **context}, status=status)
